/** The HTML that puts a scenario into a page: the element, or a plain frame. Text in, text out; every value is escaped. */
import { sitePath } from '../protocol/http/address'
import { type EmbedSettings, writeSettings } from './address'
import { EMBED_VERSION, FRAME, type Scenario } from './scenarios/scenarios'

export type Loading = 'lazy' | 'click' | 'eager'

/**
 * The root of the site (`https://host/sub/`) that a page of it at `address` is on: what stands before its `embed` or `authors`. On the origin of
 * the address, whatever its path begins with.
 */
export function rootOfSite(address: string, below: 'embed' | 'authors'): string {
  const { origin, pathname } = new URL(address)
  const root = pathname.replace(below === 'embed' ? /\/embed\/.*$/ : /\/authors(\/.*)?$/, '/')
  return new URL(sitePath(root), origin).href
}

/** Where an embed lies, from the root of a site (`https://host/sub/`). */
export function embedAddress(root: string, name: string, settings: Partial<EmbedSettings> = {}): string {
  return `${new URL(`embed/v${EMBED_VERSION}/${encodeURIComponent(name)}/`, root).href}${writeSettings(settings)}`
}

const scriptAddress = (root: string): string => new URL(`embed/v${EMBED_VERSION}/pull-the-plug.js`, root).href

export const posterAddress = (root: string, name: string): string => new URL(`embed/v${EMBED_VERSION}/${name}.svg`, root).href

/** The one tag, and the script it needs once a page. */
export function elementTag(root: string, { name, title }: Scenario, settings: Partial<EmbedSettings>, loading: Loading = 'lazy'): string {
  const { step, theme, lang, height, custom } = settings
  const attributes: readonly (readonly [name: string, value: string | undefined])[] = [
    ['scenario', name],
    ['s', custom],
    ['step', step === undefined ? undefined : String(step)],
    ['theme', theme === 'auto' ? undefined : theme],
    ['lang', lang === 'en' ? undefined : lang],
    ['height', height === undefined || height === 'auto' ? undefined : String(height)],
    ['loading', loading === 'lazy' ? undefined : loading],
    ['title', title],
  ]
  const written = attributes.flatMap(([key, value]) => (value === undefined ? [] : [`${key}="${escaped(value)}"`])).join(' ')
  return `<script async src="${escaped(scriptAddress(root))}"></script>\n<pull-the-plug ${written}></pull-the-plug>`
}

/** Works without any script in the page; its height is fixed then, so one is always written. */
export function frameTag(
  root: string,
  scenario: Scenario,
  settings: Partial<EmbedSettings>,
  size: { width?: string; height?: number } = {},
): string {
  const { width = '100%', height = typeof settings.height === 'number' ? settings.height : FRAME.height } = size
  const address = embedAddress(root, scenario.name, settings)
  const attributes = [
    `src="${escaped(address)}"`,
    `title="${escaped(`Interactive: ${scenario.title}`)}"`,
    `width="${escaped(width)}" height="${height}"`,
    'loading="lazy" sandbox="allow-scripts" referrerpolicy="no-referrer" style="border:0"',
  ]
  return `<iframe ${attributes.join('\n  ')}></iframe>\n<p><a href="${escaped(address)}">Open in a tab of its own</a></p>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

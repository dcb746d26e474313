/**
 * oEmbed 1.0 (oembed.com): an address of ours → the HTML that embeds it, for sites that paste links. Pure; app/oembed/route.ts serves it.
 */
import { readSettings } from './address'
import { EMBEDS, type Embed, embedNamed } from './scenarios/embeds'
import { EMBED_VERSION, FRAME } from './scenarios/scenarios'
import { frameTag, posterAddress } from './tag'

type OembedAnswer = { readonly status: 200 | 400 | 404 | 501; readonly body: Readonly<Record<string, unknown>> }

const POSTER = { width: 760, height: 412 } as const

/** `root` is the address of this site, `query` what was asked: url, format, maxwidth, maxheight. */
export function answerOembed(root: string, query: URLSearchParams): OembedAnswer {
  const format = query.get('format') ?? 'json'
  if (format !== 'json') return refused(501, `The format "${format.slice(0, 40)}" is not offered. Ask for format=json.`)
  const asked = query.get('url')
  if (!asked) return refused(400, 'The parameter url is missing: the address of a page of this site.')
  if (!URL.canParse(asked, root)) return refused(400, `The parameter url is no address: "${asked.slice(0, 80)}".`)
  const url = new URL(asked, root)
  const scenario = scenarioAt(url, root)
  if (!scenario) return refused(404, `Nothing at ${url.href.slice(0, 200)} can be embedded from here.`)
  const width = sizeOf(query.get('maxwidth'), FRAME.width)
  const height = sizeOf(query.get('maxheight'), FRAME.height)
  if (width === undefined || height === undefined) return refused(400, 'maxwidth and maxheight are whole numbers of pixels.')
  return { status: 200, body: richFrame(root, scenario, url, width, height) }
}

function richFrame(root: string, scenario: Embed, url: URL, width: number, height: number) {
  const thumbnail = Math.min(POSTER.width, width)
  return {
    version: '1.0',
    type: 'rich',
    title: scenario.title,
    provider_name: 'Pull the Plug',
    provider_url: root,
    cache_age: 86_400,
    width,
    height,
    html: frameTag(root, scenario, { ...readSettings(url.searchParams), height }, { width: String(width), height }),
    thumbnail_url: posterAddress(root, scenario.name),
    thumbnail_width: thumbnail,
    thumbnail_height: Math.round((POSTER.height / POSTER.width) * thumbnail),
  }
}

/** A site behind a proxy may not know whether it is asked by https, so only the hosts are compared. The playground itself is embedded as the first scenario; a lesson's page as the lesson's stage. */
function scenarioAt(url: URL, root: string): Embed | undefined {
  const base = new URL(root)
  if (!/^https?:$/.test(url.protocol) || url.host !== base.host || !url.pathname.startsWith(base.pathname)) return undefined
  const path = url.pathname.slice(base.pathname.length)
  if (path === '') return EMBEDS[0]
  const [, lesson] = /^lessons\/([^/]+)\/?$/.exec(path) ?? []
  if (lesson !== undefined) return embedNamed(lesson)
  const [, version, name] = /^embed\/v(\d+)\/([^/]+)\/?$/.exec(path) ?? []
  return Number(version) === EMBED_VERSION && name !== undefined ? embedNamed(name) : undefined
}

/** Never larger than what was asked for. */
function sizeOf(most: string | null, usual: number): number | undefined {
  if (most === null) return usual
  return /^[1-9]\d{0,5}$/.test(most) ? Math.min(usual, Number(most)) : undefined
}

const refused = (status: 400 | 404 | 501, message: string): OembedAnswer => ({ status, body: { error: { status, message } } })

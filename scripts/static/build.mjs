/**
 * Builds the static copy: the app as files, in dist-static/. Any file host serves the folder, from any path, without a rebuild: pages,
 * lessons and embeds, with the server inside the page. Needs nothing of the build with the server, and leaves that alone: Next works in a
 * folder of its own (`distDir` in next.config.mjs), so both may be built or served at once. The rendered pages are taken from there and
 * placed; Next's own `output: 'export'` is not used, because it always works in `.next`, and adds files that this copy has no use for.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nextBuild } from '../build/app.mjs'
import { fingerprint, STATIC_SOURCES } from '../build/fingerprint.mjs'
import { besidePolicy, classOf, EVERYWHERE, inlineScriptHashes, PUBLIC_FILES, policyOf } from '../build/headers.mjs'
import { load } from '../build/vite.mjs'
import {
  isChunkRuntime,
  metadataFiles,
  NextChanged,
  NOT_FOUND,
  OWN_PAGES,
  pageNames,
  pathOfPage,
  placeRuntime,
} from '../next-output/next-output.mjs'
import { ROOT } from '../tools/run.mjs'
import { notFoundScript, standAlone } from './not-found.mjs'
import { oembedFiles, siteOf } from './oembed.mjs'
import { bootScript, placeAnywhere } from './page.mjs'

export const FOLDER = join(ROOT, 'dist-static')
/** `distDir` of next.config.mjs when PTP_STATIC is set. */
const BUILD = join(ROOT, '.next-files')
const PAGES = join(BUILD, 'server/app')
const STAMP = join(BUILD, 'sources.json')

/** Builds when the sources are not those of the folder. @returns {Promise<boolean>} whether it built */
export async function buildStaticIfNeeded() {
  const site = siteOf()
  const now = `${fingerprint(STATIC_SOURCES)} ${site ?? ''}`
  if (existsSync(join(FOLDER, 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return false
  console.log('Building the static files …')
  rmSync(STAMP, { force: true })
  await nextBuild({ PTP_STATIC: '1', PTP_SITE: site, PTP_STANDALONE: undefined })
  const fresh = join(BUILD, 'dist-static')
  try {
    await fill(fresh, site)
    rmSync(FOLDER, { recursive: true, force: true })
    renameSync(fresh, FOLDER)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  writeFileSync(STAMP, now)
  return true
}

/** Writes all files of the static copy into an empty folder. @param {string} folder @param {string | undefined} site */
async function fill(folder, site) {
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(ROOT, 'public'), folder, { recursive: true })
  cpSync(join(BUILD, 'static'), join(folder, '_next/static'), { recursive: true })
  const rendered = filesUnder(PAGES)
  for (const name of metadataFiles(rendered)) cpSync(join(PAGES, `${name}.body`), join(folder, name))
  placeRuntimes(folder)
  const written = writerIn(folder)
  written('404.html', await notFoundPage())
  for (const [name, text] of site ? await oembedFiles(site) : []) written(name, text)
  const boot = await bootScript()
  const rules = pageNames(rendered)
    .filter((name) => !OWN_PAGES.includes(name))
    .map((name) => {
      const path = name === 'index' ? '/' : `${pathOfPage(name)}/`
      const html = placeAnywhere(readFileSync(join(PAGES, `${name}.html`), 'utf8'), path, boot)
      written(`${path.slice(1)}index.html`, html)
      return headerRule(path, html)
    })
  written('.nojekyll', '')
  written('_headers', headerFile([...FOLDER_RULES, ...rules]))
}

/** @param {string} folder @returns {string[]} with slashes */
const filesUnder = (folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))

/** @param {string} folder @returns {(name: string, text: string) => void} */
const writerIn = (folder) => (name, text) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

/** @param {string} folder */
function placeRuntimes(folder) {
  const runtimes = filesUnder(folder).filter(isChunkRuntime)
  if (runtimes.length === 0) {
    throw new NextChanged(
      'CHUNK NAME',
      'static/chunks',
      'no file is named turbopack-*.js',
      'find the runtime that loads the chunks, and name it in isChunkRuntime',
    )
  }
  for (const name of runtimes) writeFileSync(join(folder, name), placeRuntime(readFileSync(join(folder, name), 'utf8'), name))
}

async function notFoundPage() {
  const { EMBEDS } = /** @type {typeof import('../../lib/embed/scenarios/embeds')} */ (await load('lib/embed/scenarios/embeds.ts'))
  const { EMBED_VERSION } = /** @type {typeof import('../../lib/embed/scenarios/scenarios')} */ (
    await load('lib/embed/scenarios/scenarios.ts')
  )
  const embeds = { version: `v${EMBED_VERSION}`, names: EMBEDS.map(({ name }) => name) }
  const styles = filesUnder(join(BUILD, 'static'))
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(BUILD, 'static', name), 'utf8'))
  const html = readFileSync(join(PAGES, `${NOT_FOUND}.html`), 'utf8')
  return standAlone(html, styles.join('\n'), embeds, await notFoundScript(embeds))
}

/** The addresses of all pages, from the root of the folder. @param {string} folder @returns {string[]} */
export const pagesIn = (folder) =>
  filesUnder(folder)
    .map((name) => `/${name}`)
    .filter((name) => name.endsWith('/index.html'))
    .map((name) => name.slice(0, -'index.html'.length))
    .sort()

/** @typedef {[path: string, headers: Readonly<Record<string, string>>]} HeaderRule */

/** @type {HeaderRule[]} */
const FOLDER_RULES = [
  ['/*', EVERYWHERE],
  ['/_next/*', PUBLIC_FILES],
  ['/embed/*', PUBLIC_FILES],
  ['/oembed/*', PUBLIC_FILES],
]

/** @param {string} path @param {string} html @returns {HeaderRule} */
const headerRule = (path, html) => [
  path,
  { 'Content-Security-Policy': policyOf(classOf(path), inlineScriptHashes(html)).join('; '), ...besidePolicy(classOf(path)) },
]

/** The format that several file hosts read: a path, then its headers. @param {HeaderRule[]} rules */
const headerFile = (rules) =>
  rules.map(([path, headers]) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')).join('\n\n')

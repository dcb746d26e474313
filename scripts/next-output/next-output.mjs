/**
 * All that the builds rely on in the output of Next, in one place. Each pattern is asserted where it is used: when a version of Next writes
 * something else, the build stops with a sentence that names the pattern, the file and what to do. Text in, text out; reads no file.
 *
 *   pattern                 used for                                        in
 *   PAGES                   the pages, and the page for what is not there   <distDir>/server/app/**.html
 *   MANIFESTS               which pages are rendered for each request       prerender-manifest.json, server/app-paths-manifest.json
 *   HEADER LIST             the policies of the app with its server         routes-manifest.json
 *   CHARSET                 where the first script of a page goes           every page
 *   URL ATTRIBUTES          addresses in tags                               every page
 *   FLIGHT                  addresses in the data for hydration             every page, see flight.mjs
 *   BASE PATH, CHUNK NAME   where the runtime looks for chunks              static/chunks/turbopack-*.js
 *   NOT FOUND               404.html                                        _not-found.html
 */
import { Told } from '../tools/run.mjs'
import { FlightError, flightRows, stringsOf } from './flight.mjs'

/** Next writes something that the builds do not know. */
export class NextChanged extends Told {
  /** @param {string} pattern name in the table above @param {string} file @param {string} found what is wrong with it @param {string} todo */
  constructor(pattern, file, found, todo) {
    super(
      `The output of Next has changed: ${file}: ${found}. To do: ${todo} (pattern ${pattern} in scripts/next-output/next-output.mjs, its sample beside it).`,
    )
    this.pattern = pattern
  }
}

const INLINE_SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g

/** Pages of Next's own: for an address that is not there, and when everything breaks. */
export const NOT_FOUND = '_not-found'
export const OWN_PAGES = [NOT_FOUND, '_global-error']

/**
 * The names of all pages, from the paths below `<distDir>/server/app`: `index`, `lessons/first`, `_not-found`.
 * @param {readonly string[]} files @returns {string[]}
 */
export function pageNames(files) {
  const names = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -'.html'.length))
  for (const name of ['index', NOT_FOUND]) {
    if (!names.includes(name))
      throw new NextChanged('PAGES', `server/app/${name}.html`, 'it is not there', 'find where Next now leaves the rendered pages')
  }
  return names.sort()
}

/** The path of a page, from its name. @param {string} name */
export const pathOfPage = (name) => (name === 'index' ? '/' : `/${name}`)

/** Files of metadata, such as icon.svg, from the same paths. @param {readonly string[]} files @returns {string[]} without `.body` */
export const metadataFiles = (files) =>
  files.filter((file) => file.endsWith('.body')).map((file) => file.replaceAll('\\', '/').slice(0, -5))

/**
 * The pages that are not complete after the build.
 * @param {any} prerendered prerender-manifest.json @param {any} appPaths server/app-paths-manifest.json @returns {string[]} paths
 */
export function pagesOnDemand(prerendered, appPaths) {
  const { routes, dynamicRoutes } = prerendered
  const keys = Object.keys(appPaths).filter((key) => key.endsWith('/page'))
  if (!routes || !dynamicRoutes || !('/' in routes))
    throw new NextChanged(
      'MANIFESTS',
      'prerender-manifest.json',
      'it does not list "/" in "routes"',
      'read in it how a rendered page is listed',
    )
  if (keys.length === 0)
    throw new NextChanged('MANIFESTS', 'server/app-paths-manifest.json', 'no key ends with "/page"', 'read in it how a page is listed')
  return keys
    .map((key) => key.slice(0, -'/page'.length).replace(/\/\([^)]*\)/g, '') || '/')
    .filter((path) => !OWN_PAGES.includes(path.slice(1)) && !(path in routes) && dynamicRoutes[path]?.fallback !== false)
}

/**
 * Puts headers before those of next.config.mjs: of two headers of one name the later wins.
 * @param {any} manifest routes-manifest.json; changed in place
 * @param {readonly { source: string, headers: readonly { key: string, value: string }[] }[]} rules
 */
export function addHeaders(manifest, rules) {
  const { headers } = manifest
  const known = Array.isArray(headers) && headers.length > 0 && headers.every(isHeaderRule)
  if (manifest.version !== 3 || !known)
    throw new NextChanged(
      'HEADER LIST',
      'routes-manifest.json',
      'it is not of version 3 with a list of { source, headers: [{ key, value }] }',
      'read how "next start" now learns the headers of next.config.mjs, and add the policies there',
    )
  manifest.headers = [...rules.map((rule) => ({ ...rule, policy: true })), ...headers.filter((rule) => !rule.policy)]
}

/** @param {any} rule */
const isHeaderRule = ({ source, headers }) =>
  typeof source === 'string' &&
  Array.isArray(headers) &&
  headers.every(({ key, value }) => typeof key === 'string' && typeof value === 'string')

/** Puts `insert` behind the declaration of the encoding, before everything that loads. @param {string} html @param {string} insert @param {string} file */
export function afterCharset(html, insert, file) {
  const [charset] = /<head><meta charset="utf-8"\/>/i.exec(html) ?? []
  if (charset === undefined)
    throw new NextChanged(
      'CHARSET',
      file,
      'the head does not begin with <meta charset="utf-8"/>',
      'find a place before every tag that loads something',
    )
  return html.replace(charset, () => charset + insert)
}

const MOVED = ['href', 'src', 'poster', 'action']
/** Attributes that may hold addresses and are not rewritten, because no page has one of them today. */
const NOT_MOVED =
  /\s(srcset|imagesrcset|content|data|formaction|cite|background|ping|manifest|xlink:href)="(?:\/(?!\/)|[^"]*\/_next\/)[^"]*"/i

/** Makes the addresses in tags relative. @param {string} html @param {string} up `../../` @param {string} file */
export function placeTags(html, up, file) {
  const moved = new RegExp(`\\s(${MOVED.join('|')})="/(?!/)`, 'g')
  return outsideScripts(html, (text) =>
    text.replace(/<(?!!|\/)[^>]+>/g, (tag) => {
      const placed = tag.replace(moved, ` $1="${up}`)
      if (NOT_MOVED.test(placed) || placed.includes('="/_next/'))
        throw new NextChanged('URL ATTRIBUTES', file, `an address is not rewritten in ${tag.slice(0, 120)}`, 'add the attribute to MOVED')
      return placed
    }),
  )
}

/** Changes the text of a page and the tags of its scripts, and leaves what its scripts say. @param {string} html @param {(text: string) => string} change */
function outsideScripts(html, change) {
  let end = 0
  let out = ''
  for (const script of html.matchAll(INLINE_SCRIPT)) {
    const body = script.index + `<script${script[1]}>`.length
    out += change(html.slice(end, body)) + script[2]
    end = body + (script[2] ?? '').length
  }
  return out + change(html.slice(end))
}

const FLIGHT_BEGIN = '(self.__next_f=self.__next_f||[]).push([0])'
const FLIGHT_CHUNK = /^self\.__next_f\.push\((\[1,"(?:[^"\\]|\\.)*"\])\)$/

/**
 * Has the addresses in the data for hydration put together when the script runs: `base` is a global with the path of the folder.
 * Only values that are addresses change; text does not, whatever it says.
 * @param {string} html @param {string} base @param {string} file
 */
export function placeFlight(html, base, file) {
  const chunks = flightChunks(html, file)
  const cuts = cutsIn(chunks.join(''), file)
  let at = 0
  const written = chunks.map((chunk) => {
    const within = cuts.filter((cut) => cut >= at && cut < at + chunk.length).map((cut) => cut - at)
    at += chunk.length
    const pieces = [0, ...within.map((cut) => cut + 1)].map((from, index) => chunk.slice(from, within[index]))
    return `self.__next_f.push([1,${pieces.map(literal).join(`+${base}+`)}])`
  })
  return html.replace(INLINE_SCRIPT, (script, attributes, text) =>
    FLIGHT_CHUNK.test(text) ? `<script${attributes}>${written.shift()}</script>` : script,
  )
}

/** The data of a page, as Next cut it into scripts. @param {string} html @param {string} file @returns {string[]} */
function flightChunks(html, file) {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, , text = '']) => text)
  const unknown = scripts.find(
    (text) => text !== FLIGHT_BEGIN && !FLIGHT_CHUNK.test(text) && (text.includes('__next_f') || text.includes('/_next/')),
  )
  const chunks = scripts.flatMap((text) => FLIGHT_CHUNK.exec(text)?.[1] ?? []).map((chunk) => JSON.parse(chunk)[1])
  if (unknown !== undefined || chunks.length === 0)
    throw new NextChanged(
      'FLIGHT',
      file,
      unknown === undefined ? 'no script is self.__next_f.push([1,"…"])' : `an inline script is not known: ${unknown.slice(0, 80)}`,
      'read how Next now hands the data for hydration to the page',
    )
  return chunks
}

/** Where in the data the slash of an address is. @param {string} flight @param {string} file @returns {number[]} */
function cutsIn(flight, file) {
  try {
    return flightRows(flight).flatMap((row) => stringsOf(row).flatMap((string) => (isAddress(row, string) ? [string.at] : [])))
  } catch (error) {
    if (!(error instanceof FlightError)) throw error
    throw new NextChanged(
      'FLIGHT',
      file,
      error.message,
      'read the rows that React now writes, and teach scripts/next-output/flight.mjs about them',
    )
  }
}

/** @param {import('./flight.mjs').FlightRow} row @param {import('./flight.mjs').FlightString} string */
function isAddress({ tag, payload }, { value, key }) {
  if (!/^\/(?!\/)/.test(value)) return false
  if (tag.startsWith('H') || tag === 'I') return value.startsWith('/_next/')
  if (key !== undefined && MOVED.includes(key)) return true
  if (!value.startsWith('/_next/')) return false
  if (payload === JSON.stringify(value)) return true
  throw new FlightError(`an address of Next is the value of ${JSON.stringify(key ?? 'a list')}: ${value.slice(0, 80)}`)
}

/** A string for a script in HTML. @param {string} text */
const literal = (text) =>
  JSON.stringify(text).replace(/[&<>\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Whether a file below `static/` is the runtime that loads the others. @param {string} name */
export const isChunkRuntime = (name) => /(^|\/)turbopack-[^/]*\.js$/.test(name)

/**
 * The runtime takes the base path from a global (BASE PATH) and names a chunk by the address its script was asked for with (CHUNK NAME): from
 * a relative address it must make the same name as from a whole one.
 * @param {string} script @param {string} file
 */
export function placeRuntime(script, file) {
  if (!script.includes('"string"==typeof TURBOPACK_CHUNK_BASE_PATH?'))
    throw new NextChanged(
      'BASE PATH',
      file,
      'it does not read TURBOPACK_CHUNK_BASE_PATH',
      'read where the runtime now takes its base path from',
    )
  const placed = script.replace(/\{src:(\w+)\.getAttribute\("src"\)\}/, '{src:new URL($1.src).pathname}')
  if (placed === script)
    throw new NextChanged(
      'CHUNK NAME',
      file,
      'it has no {src:….getAttribute("src")}',
      'read how the runtime now names the chunk of a script',
    )
  return placed
}

/** What the page for an address that is not there says, without what it loads and where it leads. @param {string} html @param {string} file */
export function bareNotFound(html, file) {
  const bare = html
    .replace(INLINE_SCRIPT, '')
    .replace(/<link\b[^>]*>/g, '')
    .replace(/<a\b[^>]*>[\s\S]*?<\/a>/g, '')
  const count = (/** @type {RegExp} */ tag) => bare.match(tag)?.length ?? 0
  if (count(/<main\b/g) !== 1 || count(/<\/main>/g) !== 1 || count(/<h1\b/g) !== 1)
    throw new NextChanged(
      'NOT FOUND',
      file,
      'it has not one <main> with one <h1>',
      'look at app/not-found.tsx, and at what Next makes of it',
    )
  if (/\s(href|src|style)=/.test(bare))
    throw new NextChanged('NOT FOUND', file, 'it still loads something', 'take that out in bareNotFound')
  return bare
}

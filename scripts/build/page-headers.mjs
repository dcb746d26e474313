/**
 * After a build: writes the policy of every page into the list of headers that Next serves by. The pages are rendered at build time, so
 * their inline scripts are known and can be named by hash; no page needs a nonce, or to be rendered for each reader.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { besidePolicy, classOf, inlineScriptHashes, policyOf } from './headers.mjs'
import { ROOT, Told } from './run.mjs'

const PAGES = join(ROOT, '.next/server/app')
const ROUTES = join(ROOT, '.next/routes-manifest.json')
/** Next has made its copy by now. */
const STANDALONE_ROUTES = join(ROOT, '.next/standalone/.next/routes-manifest.json')

/** What is shown for an address that is not there, and when everything breaks. */
const ANYWHERE = ['_not-found', '_global-error']

/** Adds the policies to the build in `.next`. Throws when a page could not be named. */
export function addPolicies() {
  const onDemand = pagesOnDemand()
  if (onDemand.length > 0) {
    throw new Told(
      `${onDemand.join(', ')} would be rendered for each request, so its inline scripts cannot be named in the Content-Security-Policy. ` +
        'Render it at build time: read the query in the browser, and give a [parameter] its generateStaticParams and "dynamicParams = false".',
    )
  }
  const names = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.slice(0, -'.html'.length))
  const hashesOf = (name) => inlineScriptHashes(readFileSync(join(PAGES, `${name}.html`), 'utf8'))
  const anywhere = ANYWHERE.filter((name) => names.includes(name)).flatMap(hashesOf)
  const general = [rule('/((?!embed/).*)', 'page', anywhere), rule('/embed/:path*', 'embed', anywhere)]
  const pages = names
    .filter((name) => !ANYWHERE.includes(name))
    .map((name) => (name === 'index' ? '/' : `/${name}`))
    .map((path) => rule(literal(path), classOf(path), hashesOf(path === '/' ? 'index' : path.slice(1))))
  const manifest = JSON.parse(readFileSync(ROUTES, 'utf8'))
  // Of two headers of one name the later wins: what next.config.mjs says of single addresses stays.
  manifest.headers = [...general, ...pages, ...manifest.headers.filter((entry) => !entry.policy)]
  for (const path of [ROUTES, STANDALONE_ROUTES].filter((path) => path === ROUTES || existsSync(path))) {
    writeFileSync(path, JSON.stringify(manifest))
  }
}

function rule(source, kind, hashes) {
  const headers = { 'Content-Security-Policy': policyOf(kind, hashes).join('; '), ...besidePolicy(kind) }
  return { source, policy: true, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) }
}

/** The pages that are not all there after the build. */
function pagesOnDemand() {
  const read = (path) => JSON.parse(readFileSync(join(ROOT, '.next', path), 'utf8'))
  const { routes, dynamicRoutes } = read('prerender-manifest.json')
  return Object.keys(read('server/app-paths-manifest.json'))
    .filter((key) => key.endsWith('/page'))
    .map((key) => key.slice(0, -'/page'.length).replace(/\/\([^)]*\)/g, '') || '/')
    .filter((path) => !ANYWHERE.includes(path.slice(1)) && !(path in routes) && dynamicRoutes[path]?.fallback !== false)
}

/** A path with nothing in it that would be a pattern. */
function literal(path) {
  if (/^[\w/.~%-]+$/.test(path)) return path
  throw new Told(`The page ${path} has a character in its address that a header rule would take for a pattern. Rename it.`)
}

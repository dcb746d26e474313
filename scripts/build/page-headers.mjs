/**
 * After a build: writes the policy of every page into the list of headers that Next serves by. The pages are rendered at build time, so
 * their inline scripts are known and can be named by hash; no page needs a nonce, or to be rendered for each reader.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addHeaders, OWN_PAGES, pageNames, pagesOnDemand, pathOfPage } from '../next-output/next-output.mjs'
import { ROOT, Told } from '../tools/run.mjs'
import { besidePolicy, classOf, inlineScriptHashes, policyOf } from './headers.mjs'

const PAGES = join(ROOT, '.next/server/app')
const ROUTES = join(ROOT, '.next/routes-manifest.json')
/** Next has made its copy by now. */
const STANDALONE_ROUTES = join(ROOT, '.next/standalone/.next/routes-manifest.json')

/** Adds the policies to the build in `.next`. Throws when a page could not be named. */
export function addPolicies() {
  refuseOnDemand()
  const names = pageNames(readdirSync(PAGES, { recursive: true, encoding: 'utf8' }))
  const hashesOf = (/** @type {string} */ name) => inlineScriptHashes(readFileSync(join(PAGES, `${name}.html`), 'utf8'))
  const anywhere = OWN_PAGES.filter((name) => names.includes(name)).flatMap(hashesOf)
  const general = [rule('/((?!embed/).*)', 'page', anywhere), rule('/embed/:path*', 'embed', anywhere)]
  const pages = names
    .filter((name) => !OWN_PAGES.includes(name))
    .map((name) => rule(literal(pathOfPage(name)), classOf(pathOfPage(name)), hashesOf(name)))
  const manifest = readJson('routes-manifest.json')
  addHeaders(manifest, [...general, ...pages])
  for (const path of [ROUTES, STANDALONE_ROUTES].filter((path) => path === ROUTES || existsSync(path))) {
    writeFileSync(path, JSON.stringify(manifest))
  }
}

/** @param {string} source @param {import('./headers.mjs').PageClass} kind @param {readonly string[]} hashes */
function rule(source, kind, hashes) {
  const headers = { 'Content-Security-Policy': policyOf(kind, hashes).join('; '), ...besidePolicy(kind) }
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) }
}

function refuseOnDemand() {
  const onDemand = pagesOnDemand(readJson('prerender-manifest.json'), readJson('server/app-paths-manifest.json'))
  if (onDemand.length === 0) return
  throw new Told(
    `${onDemand.join(', ')} would be rendered for each request, so its inline scripts cannot be named in the Content-Security-Policy. ` +
      'Render it at build time: read the query in the browser, and give a [parameter] its generateStaticParams and "dynamicParams = false".',
  )
}

/** @param {string} path below `.next` */
const readJson = (path) => JSON.parse(readFileSync(join(ROOT, '.next', path), 'utf8'))

/** A path with nothing in it that would be a pattern. @param {string} path */
function literal(path) {
  if (/^[\w/.~%-]+$/.test(path)) return path
  throw new Told(`The page ${path} has a character in its address that a header rule would take for a pattern. Rename it.`)
}

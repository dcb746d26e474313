/**
 * `npm run build:static`: the app as files, in dist-static/. Any file host serves the folder, from any path, without a rebuild: pages,
 * lessons and embeds, with the server inside the page. Needs nothing of the build with the server, and leaves that alone.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { load } from '../bench/bundle.mjs'
import { fingerprint, quiet } from './build.mjs'
import { besidePolicy, classOf, EVERYWHERE, inlineScriptHashes, PUBLIC_FILES, policyOf } from './headers.mjs'
import { installPackages } from './install.mjs'
import { entry, ROOT, run, Told, tool } from './run.mjs'
import { standAlone } from './static-not-found.mjs'
import { oembedFiles, siteOf } from './static-oembed.mjs'
import { placeAnywhere, placeRuntime } from './static-page.mjs'

export const FOLDER = join(ROOT, 'dist-static')
/** What Next exports to (`distDir` of next.config.mjs). */
const EXPORTED = join(ROOT, '.next-static')
/** Next works in `.next` whatever one says: each build has its own while the other runs, and so its own cache. */
const [WORK, APP, FILES] = ['.next', '.next-app', '.next-files'].map((name) => join(ROOT, name))
const STAMP = join(FILES, 'sources.json')

/** Builds when the sources are not those of the folder. @returns {Promise<boolean>} whether it built */
export async function buildStaticIfNeeded() {
  const site = siteOf()
  const now = `${fingerprint()} ${site ?? ''}`
  if (existsSync(join(FOLDER, 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return false
  console.log('Building the static files …')
  await exportPages(site)
  rmSync(FOLDER, { recursive: true, force: true })
  cpSync(EXPORTED, FOLDER, { recursive: true })
  rmSync(EXPORTED, { recursive: true, force: true })
  await place(FOLDER, site)
  writeFileSync(STAMP, now)
  return true
}

async function exportPages(site) {
  if (existsSync(WORK)) renameSync(WORK, APP)
  if (existsSync(FILES)) renameSync(FILES, WORK)
  try {
    const { ok, output, timedOut } = await run(tool('next', 'build'), {
      seconds: 600,
      capture: true,
      env: { ...quiet, PTP_STATIC: '1', PTP_SITE: site },
    })
    if (ok) return
    console.error(output)
    throw new Told(
      timedOut ? 'The static build took more than ten minutes and was ended.' : 'The static build failed; the reason is above.',
    )
  } finally {
    if (existsSync(WORK)) renameSync(WORK, FILES)
    if (existsSync(APP)) renameSync(APP, WORK)
  }
}

/** Turns what Next exported into a folder that does not care where it lies. */
async function place(folder, site) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  const read = (name) => readFileSync(join(folder, name), 'utf8')
  const write = (name, text) => writeFileSync(join(folder, name), text)
  // Next's own navigation is not used, nor its twin copies of the page for what is not there.
  for (const name of files.filter((name) => /(^|\/)(index|__next\.[^/]*)\.txt$/.test(name))) rmSync(join(folder, name))
  for (const name of ['404', '_not-found']) rmSync(join(folder, name), { recursive: true, force: true })

  const runtimes = files.filter((name) => /\/turbopack-[^/]*\.js$/.test(name))
  for (const name of runtimes) write(name, placeRuntime(read(name)))
  const { EMBEDS } = await load('lib/embed/scenarios/embeds.ts')
  const styles = files.filter((name) => name.endsWith('.css')).map(read)
  write(
    '404.html',
    standAlone(
      read('404.html'),
      plain(styles.join('\n')),
      EMBEDS.map(({ name }) => name),
    ),
  )

  const oembed = site ? await oembedFiles(site) : []
  if (site) mkdirSync(join(folder, 'oembed'))
  for (const [name, text] of oembed) write(name, text)

  const rules = []
  for (const path of pagesIn(folder)) {
    const name = `${path.slice(1)}index.html`
    const html = placeAnywhere(read(name), path)
    write(name, html)
    rules.push([
      path,
      { 'Content-Security-Policy': policyOf(classOf(path), inlineScriptHashes(html)).join('; '), ...besidePolicy(classOf(path)) },
    ])
  }
  mkdirSync(folder, { recursive: true })
  write('.nojekyll', '')
  write(
    '_headers',
    headerFile([['/*', EVERYWHERE], ['/_next/*', PUBLIC_FILES], ['/embed/*', PUBLIC_FILES], ['/oembed/*', PUBLIC_FILES], ...rules]),
  )
}

/** The addresses of all pages, from the root of the folder. @returns {string[]} */
export const pagesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('/index.html'))
    .map((name) => name.slice(0, -'index.html'.length))
    .sort()

/** The styles of a page that only says something: no fonts from elsewhere. */
const plain = (css) => css.replace(/@font-face\s*\{[^}]*\}/g, '')

/** The format that several file hosts read: a path, then its headers. */
const headerFile = (rules) =>
  rules.map(([path, headers]) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')).join('\n\n')

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    await installPackages()
    const built = await buildStaticIfNeeded()
    console.log(`${built ? 'Written to' : 'Up to date:'} dist-static/`)
    return 0
  })
}

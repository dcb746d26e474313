/**
 * First-load JavaScript of the page, compressed, beside an empty Next page: the scripts named in the built HTML, without the polyfills
 * that only browsers without modules load. The empty page is built in a temporary folder with the same Next.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildIfNeeded } from '../../scripts/build/app.mjs'
import { NEXT_ENV, serve } from '../../scripts/tools/app-server.mjs'
import { freePort } from '../../scripts/tools/ports.mjs'
import { ROOT, run, tool } from '../../scripts/tools/run.mjs'
import { whole } from '../numbers.mjs'

/** @returns {Promise<import('../numbers.mjs').Table[]>} */
export async function benchPage() {
  await buildIfNeeded()
  const app = await serve({ port: await freePort() })
  const ours = measure(await (await fetch(`${app.url}/`)).text(), ROOT)
  const embed = measure(await (await fetch(`${app.url}/embed/v1/first-cut`)).text(), ROOT)
  await app.stop()
  const empty = await emptyPage()
  const row = (/** @type {string} */ name, /** @type {ReturnType<typeof measure>} */ it) => [
    name,
    String(it.scripts),
    whole(it.raw),
    whole(it.gzip),
    whole(it.gzip - empty.gzip),
  ]
  return [
    {
      title: 'First-load JavaScript',
      about: 'Bytes of the scripts the page names; gzip -9.',
      head: ['page', 'scripts', 'bytes', 'gzip', 'over the empty page'],
      rows: [row('an empty Next page', empty), row('the playground', ours), row('an embed', embed)],
    },
  ]
}

async function emptyPage() {
  const folder = mkdtempSync(join(tmpdir(), 'empty-next-'))
  try {
    mkdirSync(join(folder, 'app'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }')
    writeFileSync(join(folder, 'next.config.mjs'), `export default { compress: false, turbopack: { root: '/' } }\n`)
    const layout = 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }\n'
    writeFileSync(join(folder, 'app/layout.jsx'), layout)
    writeFileSync(join(folder, 'app/page.jsx'), 'export default function Page() { return <p>Empty</p> }\n')
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
    const { ok, output } = await run(tool('next', 'build', folder), { seconds: 300, capture: true, env: NEXT_ENV })
    if (!ok) throw new Error(`the empty page could not be built\n${output}`)
    return measure(readFileSync(join(folder, '.next/server/app/index.html'), 'utf8'), folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The scripts an HTML page loads by itself: `<script src>`, and preloads. @param {string} html @param {string} folder */
function measure(html, folder) {
  /** @type {string[]} */
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? []
  const wanted = tags.filter((tag) => !/nomodule/i.test(tag) && (tag.startsWith('<script') || /as="script"/.test(tag)))
  const urls = new Set(wanted.flatMap((tag) => /(?:src|href)="([^"?]+\.js)/.exec(tag)?.[1] ?? []))
  const files = [...urls].map((url) => readFileSync(join(folder, '.next', url.replace(/^.*\/_next\//, ''))))
  return {
    scripts: files.length,
    raw: files.reduce((sum, file) => sum + file.length, 0),
    gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  }
}

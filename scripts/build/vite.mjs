/**
 * Turns TypeScript of this project into one plain .mjs file and imports it, so that what is measured is ordinary JavaScript and not
 * code wrapped by a test runner. Uses the Vite that Vitest brings; packages stay packages.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../scripts/run.mjs'

/** Inside the project, so that packages are found; in a folder git ignores. */
const OUT = join(ROOT, 'node_modules/.cache/pull-the-plug-bench')
process.once('exit', () => rmSync(OUT, { recursive: true, force: true }))

/** @param {string} entry path from the root @returns {Promise<string>} the path of the .mjs file */
export async function bundle(entry) {
  const fromVitest = createRequire(createRequire(join(ROOT, 'package.json')).resolve('vitest/package.json'))
  const { build } = await import(pathToFileURL(fromVitest.resolve('vite')).href)
  mkdirSync(OUT, { recursive: true })
  const name = entry.replaceAll('/', '-').replace(/\.tsx?$/, '')
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, entry),
      outDir: OUT,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return join(OUT, `${name}.mjs`)
}

/** @param {string} entry path from the root */
export const load = async (entry) => import(pathToFileURL(await bundle(entry)).href)

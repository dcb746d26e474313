/**
 * Turns TypeScript of this project into plain JavaScript with Vite: one module that runs in Node (`load`), or one script for a page
 * (`bundleForPage`). Vite is imported when it is needed: packages may be missing before.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../tools/run.mjs'
import { ABSENT_FILES, ABSENT_PACKAGES, STAND_IN } from './absent.mjs'

/** Inside the project, so that packages are found; in a folder that git ignores. One for each process. */
const OUT = join(ROOT, `node_modules/.cache/pull-the-plug/${process.pid}`)
process.once('exit', () => rmSync(OUT, { recursive: true, force: true }))

/** @type {import('vite').InlineConfig} */
const COMMON = { root: ROOT, configFile: false, logLevel: 'error' }

/**
 * Bundles a module for Node; packages stay packages.
 * @param {string} entry path from the root @returns {Promise<string>} the path of the .mjs file
 */
export async function bundle(entry) {
  const { build } = await import('vite')
  mkdirSync(OUT, { recursive: true })
  const name = entry.replaceAll('/', '-').replace(/\.tsx?$/, '')
  await build({
    ...COMMON,
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

/**
 * Bundles a module for Node and imports it. What is measured so is ordinary JavaScript, not code wrapped by a test runner.
 * @param {string} entry path from the root @returns {Promise<any>} the module; the caller says its type
 */
export const load = async (entry) => import(pathToFileURL(await bundle(entry)).href)

/**
 * Bundles a module for a page, with everything it imports, and without what the app leaves out, too (absent.mjs).
 * @param {string} entry path from the root
 * @param {{ alias?: Record<string, string>, define?: Record<string, string>, minify?: boolean }} [options] `alias`: module → path from the root
 * @returns {Promise<{ script: string, styles: string }>} a classic script, and the styles it needs; fonts and pictures are inside as data
 */
export async function bundleForPage(entry, { alias = {}, define = {}, minify = true } = {}) {
  const { build } = await import('vite')
  const built = await build({
    ...COMMON,
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    plugins: [absentFiles()],
    resolve: { alias: aliasesOf({ ...Object.fromEntries(ABSENT_PACKAGES.map((name) => [name, STAND_IN])), ...alias }) },
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      write: false,
      target: 'es2022',
      minify,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: join(ROOT, entry), output: { format: 'iife', codeSplitting: false } },
    },
  })
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (Array.isArray(built) ? built[0] : built)
  return {
    script: output.flatMap((part) => (part.type === 'chunk' ? [part.code] : [])).join('\n'),
    styles: output.flatMap((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : [])).join('\n'),
  }
}

/** Whole names only: `ajv` is not `ajv/dist`. @param {Record<string, string>} paths */
const aliasesOf = (paths) =>
  Object.entries(paths).map(([name, path]) => ({
    find: new RegExp(`^${name.replace(/[./]/g, '\\$&')}$`),
    replacement: join(ROOT, path),
  }))

/** Puts the stand-in where the SDK imports one of its own files that the app leaves out. @returns {import('vite').Plugin} */
function absentFiles() {
  const files = new Set(ABSENT_FILES.map((path) => join(ROOT, path)))
  return {
    name: 'absent-files',
    async resolveId(specifier, importer, options) {
      if (!specifier.startsWith('.') || !importer?.includes('/@modelcontextprotocol/sdk/')) return undefined
      const found = await this.resolve(specifier, importer, { ...options, skipSelf: true })
      return found && files.has(found.id) ? join(ROOT, STAND_IN) : undefined
    },
  }
}

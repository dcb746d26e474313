/**
 * Turns TypeScript of this project into one script for a page, with everything it imports: for the single file, and for tests that run in
 * a browser what otherwise runs in Node. Uses the Vite that Vitest brings; leaves out what next.config.mjs leaves out.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ABSENT } from '../next.config.mjs'
import { ROOT } from './run.mjs'

const fromVitest = createRequire(createRequire(join(ROOT, 'package.json')).resolve('vitest/package.json'))

/**
 * @param {string} entry path from the root
 * @param {{ alias?: Record<string, string>, define?: Record<string, string>, minify?: boolean }} options `alias`: module → path from the root
 * @returns {Promise<{ script: string, styles: string }>} a classic script, and the styles it needs; fonts and pictures are inside as data
 */
export async function bundleForPage(entry, { alias = {}, define = {}, minify = true } = {}) {
  const { build } = await import(pathToFileURL(fromVitest.resolve('vite')).href)
  const absent = Object.fromEntries(ABSENT.map((name) => [name, 'lib/runtime/absent.cjs']))
  const exactly = (name) => new RegExp(`^${name.replace(/[./]/g, '\\$&')}$`)
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    resolve: {
      alias: Object.entries({ ...absent, ...alias }).map(([name, path]) => ({ find: exactly(name), replacement: join(ROOT, path) })),
    },
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
  const output = (Array.isArray(built) ? built[0] : built).output
  const text = (part) => (part.type === 'chunk' ? part.code : String(part.source))
  return {
    script: output
      .filter(({ type }) => type === 'chunk')
      .map(text)
      .join('\n'),
    styles: output
      .filter(({ fileName }) => fileName.endsWith('.css'))
      .map(text)
      .join('\n'),
  }
}

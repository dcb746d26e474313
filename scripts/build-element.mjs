/**
 * Builds the custom element, lib/embed/element.ts → public/embed/v1/pull-the-plug.js, and says how large it is. The result is committed,
 * so that `next dev` and every build serve it; a test compares it with its source. Run it when the source changes:
 * `node scripts/build-element.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { entry, ROOT } from './run.mjs'

const ELEMENT = 'public/embed/v1/pull-the-plug.js'

/** @returns {Promise<string>} the script, as it is served */
export async function buildElement() {
  const fromVitest = createRequire(createRequire(join(ROOT, 'package.json')).resolve('vitest/package.json'))
  const { transformWithOxc, minify } = await import(pathToFileURL(fromVitest.resolve('vite')).href)
  const path = join(ROOT, 'lib/embed/element.ts')
  const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path, { target: 'es2022' })
  const small = await minify('pull-the-plug.js', code, { module: true, compress: true, mangle: true })
  const plain = small.code.replace(/export\s*\{\s*\};?/, '').trim()
  return `/* Pull the Plug: <pull-the-plug>, version 1. MIT. */\n(()=>{${plain}})();\n`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    const script = await buildElement()
    writeFileSync(join(ROOT, ELEMENT), script)
    console.log(`${ELEMENT}: ${script.length} bytes, ${gzipSync(script, { level: 9 }).length} gzip`)
    return 0
  })
}

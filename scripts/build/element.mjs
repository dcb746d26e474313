/**
 * Builds the custom element, lib/embed/element.ts → public/embed/v1/pull-the-plug.js, and says how large it is. The result is committed,
 * so that `next dev` and every build serve it; a test compares it with its source. Run it when the source changes:
 * `node scripts/build/element.mjs`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { entry, ROOT } from '../tools/run.mjs'
import { bundleForPage } from './vite.mjs'

const ELEMENT = 'public/embed/v1/pull-the-plug.js'

/** @returns {Promise<string>} the script, as it is served */
export async function buildElement() {
  const { script } = await bundleForPage('lib/embed/element.ts')
  return `/* Pull the Plug: <pull-the-plug>, version 1. MIT. */\n${script.trim()}\n`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    const script = await buildElement()
    writeFileSync(join(ROOT, ELEMENT), script)
    console.log(`${ELEMENT}: ${script.length} bytes, ${gzipSync(script, { level: 9 }).length} gzip`)
    return 0
  })
}

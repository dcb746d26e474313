/** Writes the generated parts of the documents anew: `node scripts/docs/write-docs.mjs`. A test compares them with what makes them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '../build/vite.mjs'
import { entry, ROOT } from '../tools/run.mjs'

await entry(async () => {
  /** @type {typeof import('./blocks')} */
  const { GENERATED_IN, withBlocks } = await load('scripts/docs/blocks.ts')
  const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8')
  const list = (/** @type {string} */ folder) => readdirSync(join(ROOT, folder))
  for (const path of GENERATED_IN) {
    const before = read(path)
    const after = withBlocks(before, { read, list })
    if (after === before) continue
    writeFileSync(join(ROOT, path), after)
    console.log(`${path}: written`)
  }
  return 0
})

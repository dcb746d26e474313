/**
 * Records the run of each scenario that can be embedded: real server, real client, a real plug, in this process. Writes
 * lib/recordings/data/<scenario>.recording.json. Run it when the wire, the observations or the scenarios change:
 * `node scripts/record/scenarios.mjs [name …]`, then `node scripts/record/posters.mjs`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '../build/vite.mjs'
import { entry, ROOT } from '../tools/run.mjs'

await entry(async () => {
  const { recordScenarios } = /** @type {typeof import('./scenario-runs')} */ (await load('scripts/record/scenario-runs.ts'))
  const recordings = await recordScenarios(new Date().toISOString().slice(0, 10), process.argv.slice(2))
  for (const [name, text] of recordings) {
    writeFileSync(join(ROOT, `lib/recordings/data/${name}.recording.json`), text)
    console.log(`${name}: ${text.split('\n').length - 3} observations, ${text.length} characters`)
  }
  return 0
})

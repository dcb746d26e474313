/**
 * Records the run of each step of each lesson that goes on paper: the reference solution on the real server and client, in this process.
 * Writes lib/recordings/data/lessons/<slug>-<step>.recording.json, and in-hand.json beside them. Run it when the wire, the observations or the
 * lessons change: `node scripts/record/lessons.mjs [slug …]`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '../build/vite.mjs'
import { entry, ROOT } from '../tools/run.mjs'

const FOLDER = join(ROOT, 'lib/recordings/data/lessons')
const IN_HAND = join(FOLDER, 'in-hand.json')

await entry(async () => {
  mkdirSync(FOLDER, { recursive: true })
  const { recordLessons } = /** @type {typeof import('./lesson-runs')} */ (await load('scripts/record/lesson-runs.ts'))
  const inHand = existsSync(IN_HAND) ? JSON.parse(readFileSync(IN_HAND, 'utf8')) : {}
  for (const run of await recordLessons(new Date().toISOString().slice(0, 10), process.argv.slice(2))) {
    writeFileSync(join(FOLDER, `${run.name}.recording.json`), run.text)
    inHand[run.name] = run.inHand
    console.log(`${run.name}: ${run.text.split('\n').length - 3} observations, ${run.text.length} characters`)
  }
  writeFileSync(IN_HAND, `${JSON.stringify(inHand, null, 2)}\n`)
  return 0
})

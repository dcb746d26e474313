/**
 * Records the run that stands on the first page: real server, real client, real Chromium, and a plug pulled after row 9 and pushed
 * back when 14 rows are stored. Writes lib/recordings/data/first-run.recording.json. Run it when the wire or the observations change:
 * `node scripts/record/first-run.mjs`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded } from '../build/app.mjs'
import { load } from '../build/vite.mjs'
import { serve } from '../tools/app-server.mjs'
import { launchChromium } from '../tools/browser.mjs'
import { freePort } from '../tools/ports.mjs'
import { entry, ROOT } from '../tools/run.mjs'

const PULL_AFTER = 9
const PUSH_AFTER = 14

/**
 * In the page: runs the story through the playground's own verbs.
 * @param {{ pullAfter: number, pushAfter: number }} rows @returns {Promise<import('../../lib/trace/trace').Trace>}
 */
async function takeRun({ pullAfter, pushAfter }) {
  const playground = window.pullThePlug
  if (!playground) throw new Error('the playground is not there')
  const observations = () => playground.getState().trace.observations
  /** @param {() => boolean} condition @returns {Promise<void>} */
  const when = (condition) =>
    new Promise((resolve) => {
      const look = () => {
        if (condition()) resolve()
      }
      playground.subscribe(look)
      look()
    })
  /** How many rows of the picture are known. @param {'event.received' | 'event.stored'} kind */
  const rows = (kind) =>
    new Set(observations().flatMap((seen) => (seen.kind === kind && /^call-2\/[1-9]/.test(seen.id ?? '') ? [seen.id] : []))).size
  const ended = playground.start()
  await when(() => rows('event.received') >= pullAfter)
  playground.pull()
  await when(() => rows('event.stored') >= pushAfter)
  playground.push()
  await ended
  await when(() => observations().some((seen) => seen.kind === 'stream.completed' && seen.stream === 'call-2'))
  return playground.getState().trace
}

await entry(async () => {
  await buildIfNeeded()
  const app = await serve({ port: await freePort() })
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.goto(app.url)
    await page.waitForFunction(() => window.pullThePlug !== undefined)
    const trace = await page.evaluate(takeRun, { pullAfter: PULL_AFTER, pushAfter: PUSH_AFTER })
    const { stringifyRecording } = /** @type {typeof import('../../lib/trace/recording/recording')} */ (
      await load('lib/trace/recording/recording.ts')
    )
    const takenOn = new Date().toISOString().slice(0, 10)
    const text = stringifyRecording(trace, { takenOn, note: 'A lighthouse, cut after row 9 and resumed when 14 rows were stored.' })
    writeFileSync(join(ROOT, 'lib/recordings/data/first-run.recording.json'), text.endsWith('\n') ? text : `${text}\n`)
    console.log(`Recorded ${trace.observations.length} observations.`)
  } finally {
    await browser.close()
    await app.stop()
  }
})

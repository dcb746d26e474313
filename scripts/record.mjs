/**
 * Records the run that stands on the first page: real server, real client, real Chromium, and a plug pulled after row 9 and pushed
 * back when 14 rows are stored. Writes lib/recordings/data/first-run.recording.json. Run it when the wire or the observations change:
 * `node scripts/record.mjs`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { load } from '../bench/bundle.mjs'
import { buildIfNeeded } from './build.mjs'
import { installBrowser } from './install.mjs'
import { entry, ROOT } from './run.mjs'
import { freePort, serve } from './serve.mjs'

const PULL_AFTER = 9
const PUSH_AFTER = 14

/** In the page: runs the story through the playground's own verbs and returns its trace. */
async function takeRun({ pullAfter, pushAfter }) {
  const playground = window.pullThePlug
  const when = (condition) =>
    new Promise((resolve) => {
      const look = () => condition(playground.getState()) && resolve()
      playground.subscribe(look)
      look()
    })
  const rows = (kind) => (state) =>
    new Set(state.trace.observations.filter((o) => o.kind === kind && /^call-2\/[1-9]/.test(o.id ?? '')).map((o) => o.id)).size
  const ended = playground.start()
  await when((state) => rows('event.received')(state) >= pullAfter)
  playground.pull()
  await when((state) => rows('event.stored')(state) >= pushAfter)
  playground.push()
  await ended
  await when((state) => state.trace.observations.some((o) => o.kind === 'stream.completed' && o.stream === 'call-2'))
  return playground.getState().trace
}

await entry(async () => {
  await buildIfNeeded()
  const app = await serve({ port: await freePort() })
  const browser = await chromium.launch({
    executablePath: await installBrowser(),
    args: ['--no-sandbox', '--disable-quic', '--no-first-run'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(app.url)
    await page.waitForFunction(() => window.pullThePlug !== undefined)
    const trace = await page.evaluate(takeRun, { pullAfter: PULL_AFTER, pushAfter: PUSH_AFTER })
    const { stringifyRecording } = await load('lib/trace/recording/recording.ts')
    const takenOn = new Date().toISOString().slice(0, 10)
    const text = stringifyRecording(trace, { takenOn, note: 'A lighthouse, cut after row 9 and resumed when 14 rows were stored.' })
    writeFileSync(join(ROOT, 'lib/recordings/data/first-run.recording.json'), text.endsWith('\n') ? text : `${text}\n`)
    console.log(`Recorded ${trace.observations.length} observations.`)
  } finally {
    await browser.close()
    await app.stop()
  }
})

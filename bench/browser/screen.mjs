/**
 * Scrubbing: a run of 10,000 observations on the real page in Chromium, the playhead dragged from end to end and back by the mouse,
 * and the time between two frames while that goes on.
 */
import { buildIfNeeded } from '../../scripts/build/app.mjs'
import { load } from '../../scripts/build/vite.mjs'
import { serve } from '../../scripts/tools/app-server.mjs'
import { launchChromium } from '../../scripts/tools/browser.mjs'
import { freePort } from '../../scripts/tools/ports.mjs'
import { median, ms, quantile, whole } from '../numbers.mjs'

/** @typedef {Window & { benchFrames?: number[] | undefined }} BenchWindow where the page notes its frames */

const OBSERVATIONS = 10_000
const MOVES = 240

/** @returns {Promise<import('../numbers.mjs').Table[]>} */
export async function benchScreen() {
  await buildIfNeeded()
  const { runOf } = /** @type {typeof import('../engine/trace')} */ (await load('bench/engine/trace.ts'))
  const app = await serve({ port: await freePort() })
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(app.url)
    await page.waitForFunction(() => window.pullThePlug !== undefined)
    const idle = await frames(page, () => page.waitForTimeout(2_000))
    const small = await scrub(page, runOf(1_000))
    const large = await scrub(page, runOf(OBSERVATIONS))
    const row = (/** @type {string} */ name, /** @type {number[]} */ times) => [
      name,
      whole(times.length),
      ms(median(times)),
      ms(quantile(times, 0.95)),
      ms(Math.max(...times)),
      `${((times.filter((time) => time > 25).length / times.length) * 100).toFixed(1)} %`,
    ]
    return [
      {
        title: 'Scrubbing in Chromium, 1440 × 900',
        about: `Milliseconds between two frames while the playhead is dragged to and fro (${MOVES * 2} moves of the mouse), headless, without a graphics card. Chromium paints at 60 Hz: 16.7 is perfect.`,
        head: ['run', 'frames', 'median', '95 %', 'longest', 'over 25 ms'],
        rows: [
          row('at rest', idle),
          row('1,000 observations, scrubbing', small),
          row(`${whole(OBSERVATIONS)} observations, scrubbing`, large),
        ],
      },
    ]
  } finally {
    await browser.close()
    await app.stop()
  }
}

/**
 * Shows a run and drags its playhead from the end to the beginning and back.
 * @param {import('@playwright/test').Page} page @param {readonly import('../../lib/protocol/observation').Observation[]} observations
 * @returns {Promise<number[]>}
 */
async function scrub(page, observations) {
  await page.evaluate((seen) => window.pullThePlug?.show({ observations: seen }, seen.at(-1)?.at ?? 0), observations)
  const slider = page.getByRole('slider', { name: 'Playhead' })
  const grip = await slider.boundingBox()
  const time = await page.locator('#timeline .time').boundingBox()
  if (!grip || !time) throw new Error('the timeline is not on screen')
  // the pointer drags the playhead anywhere on the timeline; the lane's names are on the left
  const [y, left, right] = [grip.y + grip.height / 2, time.x + 160, time.x + time.width - 60]
  const before = await slider.getAttribute('aria-valuenow')
  return frames(page, async () => {
    await page.mouse.move(right, y)
    await page.mouse.down()
    for (let move = 1; move <= MOVES; move++) await page.mouse.move(right + ((left - right) * move) / MOVES, y)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    if ((await slider.getAttribute('aria-valuenow')) === before) throw new Error('the playhead did not follow the mouse')
    for (let move = 1; move <= MOVES; move++) await page.mouse.move(left + ((right - left) * move) / MOVES, y)
    await page.mouse.up()
  })
}

/**
 * The times between the frames that Chromium painted while `act` went on.
 * @param {import('@playwright/test').Page} page @param {() => Promise<void>} act
 */
async function frames(page, act) {
  await page.evaluate(() => {
    /** @type {BenchWindow} */
    const bench = window
    bench.benchFrames = []
    const note = (/** @type {number} */ at) => {
      bench.benchFrames?.push(at)
      if (bench.benchFrames) requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  await act()
  const at = await page.evaluate(() => {
    /** @type {BenchWindow} */
    const bench = window
    const noted = bench.benchFrames
    bench.benchFrames = undefined
    return noted ?? []
  })
  return at.slice(1).map((time, index) => time - (at[index] ?? time))
}

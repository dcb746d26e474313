/**
 * Makes the pictures of the README from the built app: a still of a cut run, and a recording of one live run from start to end.
 * `node scripts/record/readme.mjs` writes docs/pictures/. It needs Chromium and ffmpeg; neither is a dependency of the app.
 * The server runs in the page, and the page's clock goes on by one picture at a time: the recording plays in real time, however slow
 * the machine is that makes it.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from '../build/app.mjs'
import { serve } from '../tools/app-server.mjs'
import { launchChromium } from '../tools/browser.mjs'
import { freePort } from '../tools/ports.mjs'
import { entry, ROOT, run, Told } from '../tools/run.mjs'

const FOLDER = join(ROOT, 'docs/pictures')
const VIEW = { width: 1280, height: 760 }
const FRAMES_A_SECOND = 10
/** The recording shows the last picture for so long before it begins again. */
const REST_SECONDS = 2.5
const LARGEST_BYTES = 1_500_000
/** No run takes so long: something does not go on. */
const MOST_FRAMES = 400

/**
 * What a reader does, in order: presses the button that says `words` as soon as the ledger counts `least`. `still`: the picture of that moment.
 * @type {readonly { words: string, act: string, counted: 'received' | 'missing', least: number, still?: string }[]}
 */
const PRESSES = [
  { words: 'Pull the plug', act: 'pull', counted: 'received', least: 6 },
  { words: 'Plug back in', act: 'push', counted: 'missing', least: 5, still: 'cut.png' },
]

await entry(async () => {
  await buildIfNeeded()
  mkdirSync(FOLDER, { recursive: true })
  const frames = mkdtempSync(join(tmpdir(), 'readme-'))
  const app = await serve({ port: await freePort() })
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: VIEW, colorScheme: 'light' })
    const count = await record(page, app.url, frames)
    await encode(frames, count)
  } finally {
    await browser.close()
    await app.stop()
    rmSync(frames, { recursive: true, force: true })
  }
  return 0
})

/**
 * Performs a run and takes a picture for each tenth of a second of the page's clock.
 * @param {import('@playwright/test').Page} page @param {string} url @param {string} folder @returns {Promise<number>} how many
 */
async function record(page, url, folder) {
  await page.clock.install()
  await page.goto(url)
  await page.waitForFunction(() => 'pullThePlug' in window)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.evaluate(() => window.pullThePlug?.setOptions({ home: 'in-page', delay: 500 }))
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000))
  let count = 0
  const frame = async () => {
    await page.clock.runFor(1_000 / FRAMES_A_SECOND)
    await page.screenshot({ path: join(folder, `${String(count).padStart(5, '0')}.png`) })
    count += 1
    if (count > MOST_FRAMES) throw new Told('The run did not come to its end; docs/pictures/ is unfinished.')
    return page.evaluate(lookAtStage)
  }
  for (let n = 1; n < FRAMES_A_SECOND; n++) await frame()
  let seen = await frame()
  await page.evaluate(press, 'Run it live')
  for (const { words, act, counted, least, still } of PRESSES) {
    while (seen.phase !== 'running' || seen.act !== act || seen[counted] < least) seen = await frame()
    if (still) await page.screenshot({ path: join(FOLDER, still) })
    await page.evaluate(press, words)
  }
  while (seen.phase !== 'settled') seen = await frame()
  for (let n = 0; n < FRAMES_A_SECOND * REST_SECONDS; n++) await frame()
  return count
}

/** In the page: what the stage shows. */
function lookAtStage() {
  const count = (/** @type {string} */ kind) => Number(document.querySelector(`.cnt[data-kind="${kind}"] b`)?.textContent)
  return {
    phase: window.pullThePlug?.getState().phase,
    act: document.querySelector('#pill')?.getAttribute('data-act'),
    received: count('received'),
    missing: count('missing'),
  }
}

/**
 * In the page: presses the button that says this, and draws a pointer there; a picture of a page has none.
 * @param {string} words
 */
function press(words) {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(words))
  if (!button) throw new Error(`no button says "${words}"`)
  const { left, top, width, height } = button.getBoundingClientRect()
  const size = 22
  const pointer = document.querySelector('#drawn-pointer') ?? document.body.appendChild(document.createElement('div'))
  pointer.id = 'drawn-pointer'
  if (!(pointer instanceof HTMLElement)) return
  const place = { position: 'fixed', zIndex: '9999', left: `${left + width * 0.85}px`, top: `${top + height * 0.6}px` }
  const look = { width: `${size}px`, height: `${size}px`, borderRadius: '50%', border: '3px solid #000', pointerEvents: 'none' }
  Object.assign(pointer.style, place, look, { background: 'rgb(255 255 255 / 60%)' })
  button.click()
}

/** Writes docs/pictures/run.gif. @param {string} folder @param {number} count */
async function encode(folder, count) {
  const look = 'split[a][b];[a]palettegen=max_colors=128:stats_mode=full[p];[b][p]paletteuse=dither=none:diff_mode=rectangle'
  const file = join(FOLDER, 'run.gif')
  const pictures = ['-framerate', String(FRAMES_A_SECOND), '-i', join(folder, '%05d.png')]
  const made = await run(['ffmpeg', '-y', '-loglevel', 'error', ...pictures, '-vf', look, '-loop', '0', file], {
    seconds: 300,
    capture: true,
  })
  if (!made.ok) throw new Told(`ffmpeg could not write ${file}. Install it (Debian: apt-get install ffmpeg).\n${made.output.trim()}`)
  const { size } = statSync(file)
  console.log(`docs/pictures/run.gif: ${size} bytes, ${count} pictures, ${count / FRAMES_A_SECOND} s`)
  if (size > LARGEST_BYTES) throw new Told(`It has ${size} bytes; the README allows ${LARGEST_BYTES}.`)
}

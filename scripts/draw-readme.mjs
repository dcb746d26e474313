/**
 * Makes the pictures of the README from the built app: a still of a cut run and a recording of one live run, start to end, in real time.
 * `node scripts/draw-readme.mjs` writes docs/pictures/. It needs Chromium and ffmpeg; neither is a dependency of the app.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { buildIfNeeded } from './build.mjs'
import { installBrowser } from './install.mjs'
import { entry, ROOT, run, Told } from './run.mjs'
import { freePort, serve } from './serve.mjs'

const FOLDER = join(ROOT, 'docs/pictures')
const VIEW = { width: 1280, height: 760 }
/** So that there is time to look: a row each half second. */
const PAUSE = 'every 0.5 s'
const FRAMES_A_SECOND = 10
/** The recording shows the last picture for so long before it begins again. */
const REST_SECONDS = 2.5
const LARGEST = 1_500_000

await entry(async () => {
  await buildIfNeeded()
  const frames = mkdtempSync(join(tmpdir(), 'readme-'))
  const app = await serve({ port: await freePort() })
  const browser = await chromium.launch({ executablePath: await installBrowser(), args: ['--no-sandbox', '--hide-scrollbars'] })
  try {
    const page = await browser.newPage({ viewport: VIEW, colorScheme: 'light' })
    const shots = await record(page, app.url)
    await encode(frames, shots)
  } finally {
    await browser.close()
    await app.stop()
    rmSync(frames, { recursive: true, force: true })
  }
  return 0
})

/**
 * Performs the run and collects what the browser painted. The presses come from inside the page, at the moment when a count is shown:
 * a loaded machine could not press in time from outside.
 * @returns {Promise<{ image: Buffer, at: number }[]>} `at` in seconds
 */
async function record(page, url) {
  await page.goto(url)
  await page.waitForFunction(() => 'pullThePlug' in window)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.getByLabel('Pause between two events').selectOption({ label: PAUSE })
  await page.evaluate(preparePresses)
  const shots = await startScreencast(page)
  await pause(1_000)
  await page.evaluate(() => window.press([...document.querySelectorAll('button')].find((one) => one.textContent.startsWith('Run it live'))))
  await page.evaluate(([act, kind, least]) => window.pressWhen(act, kind, least), ['pull', 'received', 6])
  const still = page.screenshot({ path: join(FOLDER, 'cut.png') })
  await page.evaluate(([act, kind, least]) => window.pressWhen(act, kind, least), ['push', 'missing', 5])
  await still
  await page.locator('#pill[data-act="start"]').waitFor({ timeout: 60_000 })
  await pause(REST_SECONDS * 1_000)
  return shots
}

/** Runs in the page: `press` shows a pointer on a button and clicks it; `pressWhen` does so for the button on the stage. */
function preparePresses() {
  const size = 22
  const pointer = document.createElement('div')
  const place = { position: 'fixed', zIndex: '9999', left: '-99px', top: '-99px', width: `${size}px`, height: `${size}px` }
  const look = { borderRadius: '50%', border: '3px solid #000', background: 'rgb(255 255 255 / 60%)', pointerEvents: 'none' }
  Object.assign(pointer.style, place, look)
  document.body.append(pointer)
  window.press = (button) => {
    const { left, top, width, height } = button.getBoundingClientRect()
    pointer.style.left = `${left + width * 0.85}px`
    pointer.style.top = `${top + height * 0.6}px`
    button.click()
  }
  window.pressWhen = (act, kind, least) =>
    new Promise((resolve) => {
      const look = setInterval(() => {
        const pill = document.querySelector(`#pill[data-act="${act}"]`)
        const count = Number(document.querySelector(`.cnt[data-kind="${kind}"] b`)?.textContent)
        const live = window.pullThePlug.getState().phase === 'running'
        if (!pill || !live || count < least) return
        clearInterval(look)
        window.press(pill)
        resolve()
      }, 30)
    })
}

/** Chromium hands over a picture whenever it painted, with the moment it did. */
async function startScreencast(page) {
  const session = await page.context().newCDPSession(page)
  const shots = []
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    shots.push({ image: Buffer.from(data, 'base64'), at: metadata.timestamp })
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {})
  })
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 95, everyNthFrame: 1 })
  return shots
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Writes docs/pictures/run.gif: each picture stands for as long as it stood on the screen. */
async function encode(folder, shots) {
  const list = shots.flatMap(({ image, at }, index) => {
    const name = `${String(index).padStart(5, '0')}.jpg`
    writeFileSync(join(folder, name), image)
    const next = shots[index + 1]?.at ?? at + REST_SECONDS
    return [`file '${name}'`, `duration ${Math.max(0.001, next - at).toFixed(4)}`]
  })
  writeFileSync(join(folder, 'list.txt'), `ffconcat version 1.0\n${list.join('\n')}\n`)
  const look = `fps=${FRAMES_A_SECOND},split[a][b];[a]palettegen=max_colors=128:stats_mode=full[p];[b][p]paletteuse=dither=none:diff_mode=rectangle`
  const file = join(FOLDER, 'run.gif')
  const made = await run(['ffmpeg', '-y', '-loglevel', 'error', '-i', join(folder, 'list.txt'), '-vf', look, '-loop', '0', file], {
    seconds: 300,
    capture: true,
  })
  if (!made.ok) throw new Told(`ffmpeg could not write ${file}. Install it (Debian: apt-get install ffmpeg).\n${made.output.trim()}`)
  const { size } = statSync(file)
  const seconds = shots.at(-1).at - shots[0].at
  console.log(`${file}: ${size} bytes, ${seconds.toFixed(1)} s in real time, ${shots.length} pictures`)
  if (size > LARGEST) throw new Told(`${file} has ${size} bytes; the README allows ${LARGEST}.`)
}

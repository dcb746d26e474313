/**
 * The first act, with the server over HTTP and with the server in the page: what is loaded for it, and how long it takes from the click to
 * the first event of the new run. Each round is a fresh browser context, so nothing is cached.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildIfNeeded } from '../../scripts/build/app.mjs'
import { buildStaticIfNeeded, FOLDER } from '../../scripts/static/build.mjs'
import { serve } from '../../scripts/tools/app-server.mjs'
import { launchChromium } from '../../scripts/tools/browser.mjs'
import { serveFolder } from '../../scripts/tools/folder-server.mjs'
import { freePort } from '../../scripts/tools/ports.mjs'
import { ROOT } from '../../scripts/tools/run.mjs'
import { median, ms, whole } from '../numbers.mjs'

const ROUNDS = 9

/**
 * @typedef {{ files: number, raw: number, gzip: number }} Weight
 * @typedef {{ first: number[], row: number[], scripts: Weight }} Rounds milliseconds of each round; the scripts are those of the last
 */

/** @returns {Promise<import('../numbers.mjs').Table[]>} */
export async function benchHome() {
  await buildIfNeeded()
  await buildStaticIfNeeded()
  const app = await serve({ port: await freePort() })
  const filesPort = await freePort()
  const files = await serveFolder(FOLDER, '/book/site/', filesPort)
  const browser = await launchChromium()
  try {
    const built = join(ROOT, '.next')
    const http = await rounds(browser, `${app.url}/`, 'http', built)
    const inPage = await rounds(browser, `${app.url}/`, 'in-page', built)
    const asFiles = await rounds(browser, `http://localhost:${filesPort}/book/site/`, 'in-page', join(FOLDER, '_next'))
    return [timesTable(http, inPage, asFiles), weightTable(http, inPage, asFiles)]
  } finally {
    await browser.close()
    files.close()
    files.closeAllConnections()
    await app.stop()
  }
}

/** @param {Rounds} http @param {Rounds} inPage @param {Rounds} asFiles @returns {import('../numbers.mjs').Table} */
function timesTable(http, inPage, asFiles) {
  const row = (/** @type {string} */ name, /** @type {Rounds} */ { first, row }) => [
    name,
    ms(median(first)),
    ms(Math.min(...first)),
    ms(Math.max(...first)),
    ms(median(row)),
  ]
  return {
    title: 'From the click to the first event',
    about: `Milliseconds in headless Chromium, server and browser on one machine, nothing cached, ${ROUNDS} rounds. "First event" is the first that the client received in the new run, "first row" the first message of the tool, which waits 100 ms before it.`,
    head: ['server', 'first event, median', 'fastest', 'slowest', 'first row, median'],
    rows: [row('over HTTP', http), row('in the page', inPage), row('in the page, static files', asFiles)],
  }
}

/** @param {Rounds} http @param {Rounds} inPage @param {Rounds} asFiles @returns {import('../numbers.mjs').Table} */
function weightTable(http, inPage, asFiles) {
  const row = (/** @type {string} */ name, /** @type {Rounds} */ { scripts }) => [
    name,
    String(scripts.files),
    whole(scripts.raw),
    whole(scripts.gzip),
  ]
  return {
    title: 'The engine: what the first act loads',
    about:
      'Bytes of the scripts asked for between the click and the first row, with less motion (the springs are drawing, not engine); gzip -9.',
    head: ['server', 'scripts', 'bytes', 'gzip'],
    rows: [row('over HTTP: client', http), row('in the page: client, server, log', inPage), row('the same, static files', asFiles)],
  }
}

/**
 * @param {import('@playwright/test').Browser} browser @param {string} url @param {'http' | 'in-page'} home @param {string} folder of the scripts
 * @returns {Promise<Rounds>}
 */
async function rounds(browser, url, home, folder) {
  const first = []
  const row = []
  let scripts = { files: 0, raw: 0, gzip: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForFunction(() => window.pullThePlug !== undefined)
    /** @type {string[]} */
    const asked = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') asked.push(request.url())
    })
    const seen = await page.evaluate(takeRun, home)
    first.push(seen.first)
    row.push(seen.row)
    scripts = weigh(asked, folder)
    await context.close()
  }
  return { first, row, scripts }
}

/** In the page. @param {'http' | 'in-page'} home */
async function takeRun(home) {
  const playground = window.pullThePlug
  if (!playground) throw new Error('the playground is not there')
  playground.setOptions({ delay: 100, home })
  const clicked = performance.timeOrigin + performance.now()
  void playground.start()
  /** @param {string} [id] @returns {Promise<number>} milliseconds from the click to the first event, or to the one of this id */
  const received = (id) =>
    new Promise((resolve) => {
      const look = () => {
        const found = playground
          .getState()
          .trace.observations.find((seen) => seen.kind === 'event.received' && seen.at >= clicked && (id === undefined || seen.id === id))
        if (found) resolve(found.at - clicked)
      }
      playground.subscribe(look)
      look()
    })
  const first = await received()
  return { first, row: await received('call-2/1') }
}

/** @param {readonly string[]} urls @param {string} folder @returns {Weight} */
function weigh(urls, folder) {
  const files = [...new Set(urls)].map((url) => readFileSync(join(folder, url.replace(/^.*\/_next\//, ''))))
  return {
    files: files.length,
    raw: files.reduce((sum, file) => sum + file.length, 0),
    gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  }
}

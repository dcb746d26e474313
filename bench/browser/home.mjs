/**
 * The first act, with the server over HTTP and with the server in the page: what is loaded for it, and how long it takes from the click to
 * the first event of the new run. Each round is a fresh browser context, so nothing is cached.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { buildIfNeeded } from '../scripts/build.mjs'
import { buildStaticIfNeeded, FOLDER } from '../scripts/build-static.mjs'
import { installBrowser } from '../scripts/install.mjs'
import { ROOT } from '../scripts/run.mjs'
import { freePort, serve } from '../scripts/serve.mjs'
import { serveFolder } from '../scripts/serve-folder.mjs'
import { median, ms, whole } from './numbers.mjs'

const ROUNDS = 9

/** @returns {Promise<import('./numbers.mjs').Table[]>} */
export async function benchHome() {
  await buildIfNeeded()
  await buildStaticIfNeeded()
  const app = await serve({ port: await freePort() })
  const filesPort = await freePort()
  const files = await serveFolder(FOLDER, '/book/site/', filesPort)
  const browser = await chromium.launch({
    executablePath: await installBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-quic', '--no-first-run'],
  })
  try {
    const apart = join(ROOT, '.next')
    const http = await rounds(browser, `${app.url}/`, 'http', apart)
    const inPage = await rounds(browser, `${app.url}/`, 'in-page', apart)
    const asFiles = await rounds(browser, `http://localhost:${filesPort}/book/site/`, 'in-page', join(FOLDER, '_next'))
    const took = (name, { first, row }) => [name, ms(median(first)), ms(Math.min(...first)), ms(Math.max(...first)), ms(median(row))]
    const weighs = (name, { scripts }) => [name, String(scripts.files), whole(scripts.raw), whole(scripts.gzip)]
    return [
      {
        title: 'From the click to the first event',
        about: `Milliseconds in headless Chromium, server and browser on one machine, nothing cached, ${ROUNDS} rounds. "First event" is the first that the client received in the new run, "first row" the first message of the tool, which waits 100 ms before it.`,
        head: ['server', 'first event, median', 'fastest', 'slowest', 'first row, median'],
        rows: [took('over HTTP', http), took('in the page', inPage), took('in the page, static files', asFiles)],
      },
      {
        title: 'The engine: what the first act loads',
        about:
          'Bytes of the scripts asked for between the click and the first row, with less motion (the springs are drawing, not engine); gzip -9.',
        head: ['server', 'scripts', 'bytes', 'gzip'],
        rows: [
          weighs('over HTTP: client', http),
          weighs('in the page: client, server, log', inPage),
          weighs('the same, static files', asFiles),
        ],
      },
    ]
  } finally {
    await browser.close()
    files.close()
    files.closeAllConnections()
    await app.stop()
  }
}

async function rounds(browser, url, home, folder) {
  const first = []
  const row = []
  let scripts
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForFunction(() => window.pullThePlug !== undefined)
    const asked = []
    page.on('request', (request) => request.resourceType() === 'script' && asked.push(request.url()))
    const seen = await page.evaluate(takeRun, home)
    first.push(seen.first)
    row.push(seen.row)
    scripts = weigh(asked, folder)
    await context.close()
  }
  return { first, row, scripts }
}

/** In the page. */
async function takeRun(home) {
  const playground = window.pullThePlug
  playground.setOptions({ delay: 100, home })
  const clicked = performance.timeOrigin + performance.now()
  void playground.start()
  const when = (wanted) =>
    new Promise((resolve) => {
      const look = () => {
        const found = playground
          .getState()
          .trace.observations.find((seen) => seen.kind === 'event.received' && seen.at >= clicked && wanted(seen))
        if (found) resolve(found.at - clicked)
      }
      playground.subscribe(look)
      look()
    })
  const first = await when(() => true)
  return { first, row: await when(({ id }) => id === 'call-2/1') }
}

function weigh(urls, folder) {
  const files = [...new Set(urls)].map((url) => readFileSync(join(folder, url.replace(/^.*\/_next\//, ''))))
  return {
    files: files.length,
    raw: files.reduce((sum, file) => sum + file.length, 0),
    gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  }
}

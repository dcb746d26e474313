/**
 * End to end: real Chromium against the BUILT app (`next start`), at desktop and at phone size. `npm run test:e2e` builds if needed.
 * Environment: PTP_E2E_PORT, PTP_CHROMIUM (path of a browser), PTP_E2E_REPORT (path of the JSON report).
 */
import { createServer } from 'node:net'
import { defineConfig } from '@playwright/test'
import { systemChromium } from '../scripts/tools/install.mjs'

/** Workers read this file again: the first reader chooses the port, the others inherit it. */
process.env.PTP_E2E_PORT ??= String(await freePort())
const port = Number(process.env.PTP_E2E_PORT)

/** The system's, the shell before the whole browser; else Playwright's own, of which it takes the shell by itself. */
const executablePath = process.env.PTP_CHROMIUM ?? systemChromium()

export default defineConfig({
  testDir: '.',
  testIgnore: 'static.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PTP_E2E_REPORT ?? '../test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    // a trace slows the page down so much that a run is over before it is cut; ask for one with --trace on
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testIgnore: ['sizes.spec.ts', 'keyboard.spec.ts', 'headers.spec.ts', 'restart.spec.ts', 'print.spec.ts', 'static.spec.ts'],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 },
    },
  ],
  webServer: {
    command: `node scripts/serve.mjs ${port}`,
    cwd: '..',
    url: `http://localhost:${port}`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

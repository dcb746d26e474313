/**
 * End to end: the static folder in real Chromium, served by a plain file server under a sub-path, from a host that is neither https nor
 * localhost, as in a classroom. `npm run test:static` builds if needed.
 */
import { defineConfig } from '@playwright/test'
import shared from './playwright.config'

/** Not the app's port: both may be tested at once. */
process.env.PTP_STATIC_PORT ??= String(Number(process.env.PTP_E2E_PORT) + 1)
const port = Number(process.env.PTP_STATIC_PORT)
const PATH = '/book/site/'

export default defineConfig({
  ...shared,
  testMatch: 'static.spec.ts',
  testIgnore: [],
  reporter: [['list'], ['json', { outputFile: process.env.PTP_E2E_REPORT ?? '../test-results/static.json' }]],
  projects: [{ name: 'static', use: { viewport: { width: 1440, height: 900 } } }],
  use: {
    ...shared.use,
    baseURL: `http://book.test:${port}${PATH}`,
    launchOptions: {
      ...shared.use?.launchOptions,
      args: [...(shared.use?.launchOptions?.args ?? []), '--host-resolver-rules=MAP book.test 127.0.0.1'],
    },
  },
  webServer: {
    command: `node scripts/serve-folder.mjs ${port} ${PATH}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}${PATH}`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})

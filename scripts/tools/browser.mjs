/** Chromium for scripts that measure or record: the browser of the end-to-end tests, which asks nobody for anything by itself. */
import { installBrowser } from './install.mjs'

/** @returns {Promise<import('@playwright/test').Browser>} */
export async function launchChromium() {
  const { chromium } = await import('@playwright/test')
  return chromium.launch({
    executablePath: await installBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-quic', '--no-first-run'],
  })
}

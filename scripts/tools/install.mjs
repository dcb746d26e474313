/**
 * Installs what is missing: the packages of the lock file, and a browser for the end-to-end tests. Does nothing when all is there.
 */
import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { npm, ROOT, run, Told, tool } from './run.mjs'

/** Installs the packages with `npm ci` when they were never installed, or the lock file has changed since. */
export async function installPackages() {
  const reason = installReason()
  if (!reason) return
  console.log(`Installing packages (${reason}) …`)
  const { ok, timedOut } = await run(npm('npm', 'ci', '--include=dev', '--no-audit', '--no-fund'), {
    seconds: 600,
    env: { NODE_ENV: undefined },
  })
  if (ok) return
  throw new Told(
    timedOut
      ? 'Installing the packages took more than ten minutes. Check the network connection, then try again.'
      : 'The packages could not be installed; npm says above why. Check the network connection, then try again, or run "npm ci" yourself.',
  )
}

/**
 * Why an install is needed, or undefined. npm writes node_modules/.package-lock.json at the end of every install, also of one made by hand;
 * an install that is older than the lock file may be of another one.
 */
export function installReason(root = ROOT) {
  const installed = statSync(join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false })
  if (!installed) return 'none is installed yet'
  return installed.mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs ? 'package-lock.json is newer than they are' : undefined
}

/** Where a Chromium of the system is, or undefined. */
export function systemChromium() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return folders.map((folder) => join(folder, 'chromium')).find((path) => existsSync(path))
}

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/**
 * The browser of the end-to-end tests: the system's, else Playwright's own, which is installed when there is neither.
 * @returns {Promise<string>} its path
 */
export async function installBrowser() {
  const present = systemChromium() ?? (await playwrightChromium())
  if (present) return present

  console.log('Installing a browser for the end-to-end tests …')
  const download = await run(tool('playwright', 'install', 'chromium'), { seconds: 300 })
  const downloaded = download.ok ? await playwrightChromium() : undefined
  if (downloaded) return downloaded

  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    await run(['apt-get', 'update'], { seconds: 180 })
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-color-emoji'], { seconds: 600, env })
  }
  const installed = systemChromium()
  if (installed) return installed
  throw new Told(
    'The end-to-end tests need a Chromium, and none could be installed. Run "npx playwright install --with-deps chromium", ' +
      'or install Chromium with your system\'s package manager, then run "npm test" again.',
  )
}

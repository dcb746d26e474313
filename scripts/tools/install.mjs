/**
 * Installs what is missing: the packages of the lock file, and a browser for the end-to-end tests. Does nothing when all is there.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
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

/** The shell first: Chromium without a window, which takes a fifth less of the processor than the whole one without showing it. */
const SYSTEM_BROWSERS = ['chromium-headless-shell', 'chromium']

/** Where a Chromium of the system is, or undefined. */
export function systemChromium(folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]) {
  return SYSTEM_BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** Playwright's own browser, if it is installed: its shell, which it keeps beside the whole one, else that. */
async function playwrightChromium() {
  const { chromium } = await import('@playwright/test')
  const whole = chromium.executablePath()
  return [shellBeside(whole), whole].find((path) => path !== undefined && existsSync(path))
}

/**
 * Where Playwright keeps the shell of the same build, or undefined:
 * `…/chromium-1255/chrome-linux64/chrome` has `…/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell` beside it.
 * @param {string} whole path of the whole browser
 */
export function shellBeside(whole) {
  const build = /[/\\]chromium-(\d+)[/\\]/.exec(whole)
  if (!build) return undefined
  const home = join(whole.slice(0, build.index), `chromium_headless_shell-${build[1]}`)
  if (!existsSync(home)) return undefined
  const paths = readdirSync(home, { recursive: true, encoding: 'utf8' })
  const found = paths.find(
    (path) => /(^|[/\\])(chrome-headless-shell|headless_shell)(\.exe)?$/.test(path) && statSync(join(home, path)).isFile(),
  )
  return found && join(home, found)
}

/**
 * The browser of the end-to-end tests: the system's, else Playwright's own, which is installed when there is neither.
 * @returns {Promise<string>} its path
 */
export async function installBrowser() {
  const present = systemChromium() ?? (await playwrightChromium())
  if (present) return present

  console.log('Installing a browser for the end-to-end tests …')
  const download = await run(tool('playwright', 'install', '--only-shell', 'chromium'), { seconds: 300 })
  const downloaded = download.ok ? await playwrightChromium() : undefined
  if (downloaded) return downloaded

  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) await installFromDebian()
  const installed = systemChromium()
  if (installed) return installed
  throw new Told(
    'The end-to-end tests need a Chromium, and none could be installed. Run "npx playwright install --with-deps chromium", ' +
      'or install Chromium with your system\'s package manager, then run "npm test" again.',
  )
}

/** The first of the two that there is; Ubuntu has neither as a package. */
async function installFromDebian() {
  await run(['apt-get', 'update'], { seconds: 180 })
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const name of SYSTEM_BROWSERS) {
    const install = ['apt-get', 'install', '-y', '--no-install-recommends', name, 'fonts-noto-color-emoji']
    if ((await run(install, { seconds: 600, env })).ok) return
  }
}

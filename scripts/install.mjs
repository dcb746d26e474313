/**
 * Installs what is missing: the packages of the lock file, and a browser for the end-to-end tests. Does nothing when all is there.
 */
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { npm, ROOT, run, Told, tool } from './run.mjs'

/** Installs the packages when one of the lock file is missing or has another version. */
export async function installPackages() {
  const wrong = missingPackage()
  if (!wrong) return
  console.log(`Installing packages (${wrong}) …`)
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
 * Why an install is needed, or undefined. npm writes down what it installed in node_modules/.package-lock.json, so the truth is
 * compared, and an install made by hand counts. Optional packages differ from system to system and are left out.
 */
function missingPackage() {
  const installed = readJson('node_modules/.package-lock.json')
  if (!installed) return 'none is installed yet'
  for (const [path, wanted] of Object.entries(readJson('package-lock.json')?.packages ?? {})) {
    if (path === '' || wanted.optional || wanted.devOptional || wanted.peer) continue
    if (!existsSync(join(ROOT, path))) return `${path} is missing`
    const version = installed.packages?.[path]?.version
    if (version !== wanted.version) return `${path} is ${version ?? 'not recorded'}, the lock file says ${wanted.version}`
  }
  return undefined
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
  } catch {
    return undefined
  }
}

/** Where a Chromium of the system is, or undefined. */
function systemChromium() {
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

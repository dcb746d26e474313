/**
 * Builds the app when its sources are not those of the build in `.next`. Sources are compared by content, so nothing is
 * rebuilt after a checkout that changed nothing. Not for `next dev`. `npm run build` runs it by itself.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addPolicies } from './page-headers.mjs'
import { entry, ROOT, run, Told, tool } from './run.mjs'

/** They end up in the build, too. */
const HEADERS = ['headers', 'page-headers', 'static-page', 'static-not-found', 'static-oembed', 'build-static'].map(
  (name) => `scripts/${name}.mjs`,
)
/** All that goes into a build, from the root. */
export const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  ...HEADERS,
]
const NOT_BUILT = /\.(test|bench|contract)\.tsx?$/
const STAMP = '.next/sources.json'

/** Builds if needed. @returns {Promise<boolean>} whether it built */
export async function buildIfNeeded() {
  const now = fingerprint()
  if (now === readStamp()) return false
  console.log('Building the app …')
  const { ok, output, timedOut } = await run(tool('next', 'build'), { seconds: 600, capture: true, env: quiet })
  if (!ok) {
    console.error(output)
    throw new Told(timedOut ? 'The build took more than ten minutes and was ended.' : 'The build failed; the reason is above.')
  }
  addPolicies()
  writeFileSync(join(ROOT, STAMP), `${JSON.stringify({ sources: now, build: buildId() })}\n`)
  return true
}

/** Next sends nothing anywhere, and is built for production whatever the shell says. */
export const quiet = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }

/** One value for all that goes into a build. */
export function fingerprint() {
  const hash = createHash('sha256')
    .update(process.versions.node.split('.')[0] ?? '')
    .update(process.env.PTP_STANDALONE ?? '')
  for (const path of SOURCES.flatMap(filesUnder).sort()) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)))
  for (const name of Object.keys(process.env)
    .filter((name) => name.startsWith('NEXT_PUBLIC_'))
    .sort()) {
    hash.update(`${name}=${process.env[name]}\0`)
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(join(ROOT, path))) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1))
}

/** The fingerprint of the sources that made the build, if that build is still the one in `.next`. */
function readStamp() {
  try {
    const stamp = JSON.parse(readFileSync(join(ROOT, STAMP), 'utf8'))
    return stamp.build === buildId() ? stamp.sources : undefined
  } catch {
    return undefined
  }
}

const buildId = () => readFileSync(join(ROOT, '.next/BUILD_ID'), 'utf8')

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await entry(async () => {
    console.log((await buildIfNeeded()) ? 'Built.' : 'Up to date.')
    return 0
  })
}

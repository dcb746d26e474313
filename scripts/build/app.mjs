/** Builds the app with its server into `.next`, when its sources are not those of the build that is there. Not for `next dev`. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NEXT_ENV } from '../tools/app-server.mjs'
import { ROOT, run, Told, tool } from '../tools/run.mjs'
import { fingerprint, SOURCES } from './fingerprint.mjs'
import { addPolicies } from './page-headers.mjs'

const STAMP = join(ROOT, '.next/sources.json')

/** Builds if needed. @returns {Promise<boolean>} whether it built */
export async function buildIfNeeded() {
  const now = fingerprint(SOURCES)
  if (now === readStamp()) return false
  console.log('Building the app …')
  rmSync(STAMP, { force: true })
  await nextBuild({})
  addPolicies()
  writeFileSync(STAMP, `${JSON.stringify({ sources: now, build: buildId() })}\n`)
  return true
}

/** Runs `next build`; shows what it says only when it fails. @param {Record<string, string | undefined>} env */
export async function nextBuild(env) {
  const { ok, output, timedOut } = await run(tool('next', 'build'), { seconds: 600, capture: true, env: { ...NEXT_ENV, ...env } })
  if (ok) return
  console.error(output)
  throw new Told(timedOut ? 'The build took more than ten minutes and was ended.' : 'The build failed; the reason is above.')
}

/** The fingerprint of the sources that made the build, if that build is still the one in `.next`. @returns {string | undefined} */
function readStamp() {
  try {
    const stamp = JSON.parse(readFileSync(STAMP, 'utf8'))
    return stamp.build === buildId() ? stamp.sources : undefined
  } catch {
    return undefined
  }
}

const buildId = () => readFileSync(join(ROOT, '.next/BUILD_ID'), 'utf8')

/**
 * The steps of a test run: what each runs, how long it may take, what to do when it fails. `test.mjs` runs them all,
 * `check.mjs` the fast ones.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, run, tool } from '../tools/run.mjs'

/** Where the reports of the test tools go. */
const reports = mkdtempSync(join(tmpdir(), 'pull-the-plug-'))
process.once('exit', () => rmSync(reports, { recursive: true, force: true }))

/**
 * @typedef {{ ok: boolean, passed?: number, failed?: number, note?: string, output?: string }} Outcome
 *   `passed` and `failed` count tests, where the step has any
 * @typedef {{ capture?: boolean, env?: Record<string, string | undefined>, seconds?: number, projects?: readonly string[] }} StepOptions
 *   `capture` gathers what the step says in `output`; `seconds` it may take, where not as usual; `projects`: of Vitest, all when left out
 * @typedef {{ title: string, fix: string, go: (options?: StepOptions) => Promise<Outcome> }} Step
 */

/** @type {Step} */
export const format = {
  title: 'Format and lint',
  fix: 'run "npm run format"; it names what it cannot mend by itself',
  go: (options) => simple(tool('biome', 'ci', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`, '.'), 120, options),
}

/** @type {Step} */
export const types = {
  title: 'Types',
  fix: 'mend the types named above; "npx tsc --noEmit" runs this step alone',
  async go(options) {
    const generated = await simple(tool('next', 'typegen'), 120, { ...options, capture: true })
    return generated.ok ? simple(tool('tsc', '--noEmit'), 300, options) : { ...generated, note: 'next typegen failed' }
  },
}

/** @type {Step} */
export const unit = {
  title: 'Unit and random tests',
  fix: 'the failing tests are above; a random one prints its seed, and PTP_SEED=<seed> repeats it ("npm run test:unit")',
  async go(options) {
    const report = join(reports, 'unit.json')
    const projects = (options?.projects ?? []).map((name) => `--project=${name}`)
    const command = tool('vitest', 'run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`)
    const outcome = await simple(command, options?.seconds ?? 1_200, options)
    const counts = read(report)
    if (!counts) return { ...outcome, ok: false, note: outcome.note ?? 'the tests left no report' }
    return { ...outcome, passed: counts.numPassedTests, failed: counts.numFailedTests }
  },
}

/** @type {Step} */
export const build = {
  title: 'Build',
  fix: 'mend what the build names above; "npm run build" runs it alone',
  go: (options) => simple([process.execPath, join(ROOT, 'scripts/build.mjs')], 600, options),
}

/** @type {Step} */
export const staticBuild = {
  title: 'Build of the static files',
  fix: 'mend what the build names above; "npm run build:static" runs it alone',
  go: (options) => simple([process.execPath, join(ROOT, 'scripts/build-static.mjs')], 600, options),
}

/** @type {Step} */
export const endToEnd = {
  title: 'End to end, in Chromium, against the built app',
  fix: 'the failing tests are above; "npm run test:e2e -- -g <title>" runs one alone, pictures are in test-results/',
  async go(options) {
    const { freePort } = await import('../tools/ports.mjs')
    const report = join(reports, 'e2e.json')
    const env = { PTP_E2E_PORT: String(await freePort()), PTP_E2E_REPORT: report, ...options?.env }
    const outcome = await simple(tool('playwright', 'test', '--config', 'e2e/playwright.config.ts'), 2_700, { ...options, env })
    const stats = read(report)?.stats
    if (!stats) return { ...outcome, ok: false, note: outcome.note ?? 'the tests left no report' }
    return { ...outcome, passed: stats.expected, failed: stats.unexpected + stats.flaky }
  },
}

/** @type {Step} */
export const staticFiles = {
  title: 'Static files, in Chromium, under a sub-path',
  fix: 'the failing tests are above; "npm run test:static -- -g <title>" runs one alone, pictures are in test-results/',
  async go(options) {
    const { freePort } = await import('../tools/ports.mjs')
    const report = join(reports, 'static.json')
    const env = { PTP_STATIC_PORT: String(await freePort()), PTP_E2E_REPORT: report, ...options?.env }
    const outcome = await simple(tool('playwright', 'test', '--config', 'e2e/static.config.ts'), 1_200, { ...options, env })
    const stats = read(report)?.stats
    if (!stats) return { ...outcome, ok: false, note: outcome.note ?? 'the tests left no report' }
    return { ...outcome, passed: stats.expected, failed: stats.unexpected + stats.flaky }
  },
}

/** @type {Step} */
export const conformance = {
  title: 'Conformance, against the built app',
  fix: '"npm run conformance" runs this step alone and shows each failing check',
  async go() {
    const { runConformance } = await import('./conformance.mjs')
    return runConformance()
  },
}

/** @param {string[]} command @param {number} seconds @param {StepOptions} [options] @returns {Promise<Outcome>} */
async function simple(command, seconds, options = {}) {
  const { ok, output, timedOut } = await run(command, { seconds, ...options })
  return { ok, output, note: timedOut ? `it was ended after ${seconds} s` : undefined }
}

/** A report that a tool wrote, or undefined. @param {string} path */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

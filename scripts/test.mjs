/**
 * `npm test`: everything, from a fresh clone. Ends with the line `N passed, N failed`; the exit code is not 0 when anything failed. A
 * failing step does not stop the others, unless they need it. Steps that leave a core idle overlap; what such a step says is printed whole
 * when it has ended. The browser tests keep every core busy and are timed in seconds, so they run alone.
 *
 *   types ── build ── conformance ─┐
 *   format ── unit ── static build ┴─ end to end ── static files
 *
 * `npm run test:nightly` (the argument `nightly`) runs the unit and random tests alone, the random ones at ten times the length.
 */
import { installBrowser, installPackages } from './tools/install.mjs'
import { entry, Told } from './tools/run.mjs'

/** Ten times the runs of a push (test/support/random.ts), in at most three hours. */
const NIGHTLY = { env: { PTP_FUZZ: 'nightly' }, seconds: 10_800 }

await entry(async () => {
  await installPackages()
  const steps = await import('./checks/steps.mjs')
  if (process.argv[2] === 'nightly') return report([await perform(steps.unit, async () => NIGHTLY)])
  const [app, files] = await Promise.all([
    inOrder([steps.types, steps.build], [steps.conformance]),
    inOrder([steps.format, steps.unit, steps.staticBuild]),
  ])
  const results = [...app, ...files]
  const isBuilt = (/** @type {Step} */ build) => results.some(({ step, ok }) => ok && step === build)
  const browser = async () => ({ env: { PTP_CHROMIUM: await installBrowser() } })
  results.push(isBuilt(steps.build) ? await perform(steps.endToEnd, browser) : notRun(steps.endToEnd))
  results.push(isBuilt(steps.staticBuild) ? await perform(steps.staticFiles, browser) : notRun(steps.staticFiles))
  return report(results)
})

/**
 * @typedef {import('./checks/steps.mjs').Step} Step
 * @typedef {import('./checks/steps.mjs').Outcome & { step: Step, seconds: number }} Result
 */

/** Steps one after the other, beside others. `after` needs the last of `first`. @param {Step[]} first @param {Step[]} [after] */
async function inOrder(first, after = []) {
  /** @type {Result[]} */
  const results = []
  for (const step of first) results.push(await beside(step))
  for (const step of after) results.push(results.at(-1)?.ok ? await beside(step) : notRun(step))
  return results
}

/** Runs a step beside others, and shows it whole at its end. @param {Step} step */
async function beside(step) {
  const result = await timed(step, { capture: true, env: { FORCE_COLOR: process.stdout.isTTY ? '1' : undefined } })
  heading(step)
  if (result.output?.trim()) console.log(result.output.trim())
  return result
}

/** Runs one step under its heading. What cannot be prepared fails it. @param {Step} step @param {() => Promise<StepOptions>} prepare */
async function perform(step, prepare) {
  heading(step)
  return timed(step, prepare)
}

/**
 * @typedef {import('./checks/steps.mjs').StepOptions} StepOptions
 * @param {Step} step @param {StepOptions | (() => Promise<StepOptions>)} options @returns {Promise<Result>}
 */
async function timed(step, options) {
  const began = performance.now()
  const outcome = await Promise.resolve(typeof options === 'function' ? options() : options)
    .then((given) => step.go(given))
    .catch((error) => {
      if (error instanceof Told) return { ok: false, note: error.message }
      return { ok: false, note: process.env.PTP_DEBUG ? error.stack : error.message }
    })
  return { step, ...outcome, seconds: (performance.now() - began) / 1_000 }
}

/** @param {Step} step */
function heading({ title }) {
  console.log(`\n━━ ${title} ${'━'.repeat(Math.max(0, 70 - title.length))}\n`)
}

/** @param {Step} step @returns {Result} */
function notRun(step) {
  return { step, ok: false, note: 'not run: there is no build', seconds: 0 }
}

/** Prints the sums. A step that failed without a failing test of its own counts as one failure. @param {Result[]} results */
function report(results) {
  console.log(`\n━━ Results ${'━'.repeat(63)}\n`)
  for (const { step, ok, passed, failed, seconds, note } of results) {
    const counts = passed === undefined ? '' : `${passed} passed, ${failed} failed`
    console.log(`${ok ? '✓' : '✗'} ${step.title.padEnd(46)} ${counts.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`)
    if (note) console.log(`    ${note.replaceAll('\n', '\n    ')}`)
    if (!ok) console.log(`    to do: ${step.fix}`)
  }
  const passed = results.reduce((sum, result) => sum + (result.passed ?? 0), 0)
  const failed = results.reduce((sum, result) => sum + (result.ok ? 0 : Math.max(1, result.failed ?? 0)), 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

/**
 * `npm test`: everything, in order, from a fresh clone. Ends with the line `N passed, N failed`; the exit code is not 0 when
 * anything failed. A failing step does not stop the later ones, unless they need it.
 */
import { installBrowser, installPackages } from './tools/install.mjs'
import { entry, Told } from './tools/run.mjs'

await entry(async () => {
  await installPackages()
  const steps = await import('./checks/steps.mjs')
  /** @type {Result[]} */
  const results = []
  for (const step of [steps.format, steps.types, steps.unit, steps.build]) results.push(await perform(step))
  if (results.at(-1)?.ok) {
    results.push(await perform(steps.endToEnd, async () => ({ env: { PTP_CHROMIUM: await installBrowser() } })))
    results.push(await perform(steps.staticFiles, async () => ({ env: { PTP_CHROMIUM: await installBrowser() } })))
    results.push(await perform(steps.conformance))
  } else {
    results.push(notRun(steps.endToEnd), notRun(steps.staticFiles), notRun(steps.conformance))
  }
  return report(results)
})

/**
 * @typedef {import('./checks/steps.mjs').Step} Step
 * @typedef {import('./checks/steps.mjs').Outcome & { step: Step, seconds: number }} Result
 */

/**
 * Runs one step under its heading. `prepare` gives it options; what it cannot prepare fails the step.
 * @param {Step} step @param {() => Promise<import('./checks/steps.mjs').StepOptions>} [prepare] @returns {Promise<Result>}
 */
async function perform(step, prepare = async () => ({})) {
  console.log(`\n━━ ${step.title} ${'━'.repeat(Math.max(0, 70 - step.title.length))}\n`)
  const began = performance.now()
  const outcome = await prepare()
    .then((options) => step.go(options))
    .catch((error) => {
      if (error instanceof Told) return { ok: false, note: error.message }
      return { ok: false, note: process.env.PTP_DEBUG ? error.stack : error.message }
    })
  return { step, ...outcome, seconds: (performance.now() - began) / 1_000 }
}

/** @param {Step} step @returns {Result} */
const notRun = (step) => ({ step, ok: false, note: 'not run: there is no build', seconds: 0 })

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

/**
 * `npm run check`: what can be known in under a minute, while working. Format, types and the project `unit` at the same time,
 * what is random in it with few runs (test/support/random.ts). Without the projects `random` and `alone`, a build and a browser: that is
 * `npm test`.
 */
import { installPackages } from './tools/install.mjs'
import { entry } from './tools/run.mjs'

await entry(async () => {
  await installPackages()
  const { format, types, unit } = await import('./checks/steps.mjs')
  const began = performance.now()
  const env = {
    PTP_FUZZ: process.env.PTP_FUZZ ?? 'check',
    FORCE_COLOR: process.stdout.isTTY ? '1' : undefined,
  }
  const steps = [format, types, { ...unit, title: 'Unit tests' }]
  const outcomes = await Promise.all(steps.map(async (step) => ({ step, ...(await step.go({ capture: true, env, projects: ['unit'] })) })))
  for (const { step, ok, output = '', note = '', passed } of outcomes) {
    console.log(`${ok ? '✓' : '✗'} ${step.title}${passed === undefined ? '' : `: ${passed} passed`}`)
    if (ok) continue
    console.log(`\n${output.trim()}\n`)
    console.log(`  ${note ? `${note}; ` : ''}to do: ${step.fix}`)
  }
  console.log(`${((performance.now() - began) / 1_000).toFixed(1)} s`)
  return outcomes.every(({ ok }) => ok) ? 0 : 1
})

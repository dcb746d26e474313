/** `npm run conformance`: the transport scenarios of the MCP conformance suite, against the built app (checks/conformance.mjs). */
import { buildIfNeeded } from './build/app.mjs'
import { runConformance } from './checks/conformance.mjs'
import { installPackages } from './tools/install.mjs'
import { entry } from './tools/run.mjs'

await entry(async () => {
  await installPackages()
  await buildIfNeeded()
  const { ok, passed, failed, output } = await runConformance()
  console.log(output)
  console.log(`\n${passed} passed, ${failed} failed`)
  return ok ? 0 : 1
})

/**
 * What the SDK imports at once and this app never uses. What the browser loads does without: a stand-in takes its place, which throws when
 * it is called after all. Used by next.config.mjs and vite.mjs.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, Told } from '../tools/run.mjs'

export const STAND_IN = 'lib/runtime/absent.cjs'

/** Packages that only the SDK imports. */
export const ABSENT_PACKAGES = ['ajv', 'ajv-formats', '@cfworker/json-schema', 'zod/v3', 'zod-to-json-schema']

/** Files of the SDK itself: OAuth, and its experimental tasks. They are named by their paths, so that no other package can be meant. */
export const ABSENT_FILES = ['client/auth', 'experimental/tasks/client', 'experimental/tasks/server', 'experimental/tasks/mcp-server'].map(
  (name) => `node_modules/@modelcontextprotocol/sdk/dist/esm/${name}.js`,
)

/** A file that the SDK has moved would be bundled again, and nobody would notice. */
export function checkAbsentFiles(files = ABSENT_FILES) {
  const moved = files.find((path) => !existsSync(join(ROOT, path)))
  if (moved) throw new Told(`${moved} is not there: the SDK has moved it. Find its new place, and name it in scripts/build/absent.mjs.`)
}

/** One value for all that goes into a build, by content: nothing is built again after a checkout that changed nothing. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../tools/run.mjs'

/** What goes into every build, from the root: files and folders. */
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
  'scripts/build',
]
/** What goes into the static copy beside that. */
export const STATIC_SOURCES = [...SOURCES, 'scripts/static']

const NOT_BUILT = /\.(test|bench|contract)\.tsx?$/

/** @param {readonly string[]} sources @returns {string} */
export function fingerprint(sources) {
  const hash = createHash('sha256')
    .update(process.versions.node.split('.')[0] ?? '')
    .update(process.env.PTP_STANDALONE ?? '')
  for (const path of sources.flatMap(filesUnder).sort()) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)))
  for (const name of Object.keys(process.env)
    .filter((name) => name.startsWith('NEXT_PUBLIC_'))
    .sort()) {
    hash.update(`${name}=${process.env[name]}\0`)
  }
  return hash.digest('hex')
}

/** @param {string} path */
function filesUnder(path) {
  if (!existsSync(join(ROOT, path))) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1))
}

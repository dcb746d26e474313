/** What is left out of the page: the files are where they are named, and the stand-in has all that the SDK imports from them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import nextConfig from '../../next.config.mjs'
import { ABSENT_FILES, ABSENT_PACKAGES, checkAbsentFiles, STAND_IN } from './absent.mjs'

const ROOT = join(import.meta.dirname, '../..')
const SDK = 'node_modules/@modelcontextprotocol/sdk/dist/esm'
const standIn: object = createRequire(import.meta.url)(join(ROOT, STAND_IN))

/** The files of the SDK through which the client and the server of this app come. */
const IMPORTERS = ['client/index.js', 'client/streamableHttp.js', 'server/index.js', 'server/mcp.js']

/** The names that a file of the SDK imports from another one. */
function namesFrom(importer: string, absent: string): string[] {
  const path = join(ROOT, SDK, importer)
  const wanted = relative(dirname(path), join(ROOT, absent)).replaceAll('\\', '/')
  const { module } = parseSync(path, readFileSync(path, 'utf8'))
  return module.staticImports
    .filter(({ moduleRequest }) => join(moduleRequest.value) === wanted)
    .flatMap(({ entries }) => entries.flatMap(({ importName }) => importName.name ?? []))
}

describe('what is left out of the page', () => {
  it.each(ABSENT_FILES)('%s is imported by the SDK, and the stand-in has each name', (absent) => {
    const names = IMPORTERS.flatMap((importer) => namesFrom(importer, absent))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(standIn).toHaveProperty(name)
  })

  it('stops every build when the SDK has moved a file', () => {
    expect(() => checkAbsentFiles()).not.toThrow()
    expect(() => checkAbsentFiles([`${SDK}/client/moved.js`])).toThrow(/moved\.js is not there: .*scripts\/build\/absent\.mjs/)
  })

  it('is named in the bundler by whole packages and by paths, never by a specifier that any package may use', () => {
    expect(Object.keys(nextConfig.turbopack?.resolveAlias ?? {})).toEqual(ABSENT_PACKAGES)
    expect(Object.keys(nextConfig.turbopack?.rules ?? {})).toEqual(ABSENT_FILES.map((path) => `**/${path}`))
    for (const name of ABSENT_PACKAGES) expect(name).not.toMatch(/^\./)
  })
})

/** What must not rot, over all sources; and, on made-up sources, that each check can fail. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json'
import { circlesOf, namesOfNoFile, unusedPackages } from '../test/support/architecture/upkeep'

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['app', 'components', 'lib', 'test', 'e2e', 'bench', 'scripts']

const files = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  ),
  ...readdirSync(ROOT).filter((name) => /\.(ts|mjs)$/.test(name)),
].filter((file) => /\.(tsx?|mjs|css)$/.test(file))
const sources = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))
const code = new Map([...sources].filter(([file]) => !file.endsWith('.css')))
/** Tests name packages to prove that they are forbidden: that is no use of them. */
const users = new Map([...sources].filter(([file]) => !/^lib\/(architecture|upkeep)\.|^test\/support\/architecture\//.test(file)))

/** Parsing every source takes a while on a busy machine. */
const PATIENT = { timeout: 60_000 }

describe('the sources of this app', PATIENT, () => {
  it('have no circle of imports', () => {
    expect(code.size).toBeGreaterThan(400)
    expect(circlesOf(code)).toEqual([])
  })

  it('name every package of package.json', () => {
    expect(unusedPackages(manifest, users)).toEqual([])
  })

  it('name, in comments, only files that exist', () => {
    expect(namesOfNoFile(sources, files)).toEqual([])
  })
})

describe('the check', () => {
  it('finds a circle of values, types and lazy imports, and tells its way', () => {
    const circle = new Map([
      ['app/page.tsx', "import { a } from '#lib/a'"],
      ['lib/a.ts', "import { b } from './b'\nimport { c } from './c'"],
      ['lib/b.ts', "import type { C } from './c/index'"],
      ['lib/c/index.ts', "export const a = () => import('../a')"],
    ])
    expect(circlesOf(circle)).toEqual(['lib/a.ts → lib/c/index.ts → lib/a.ts', 'lib/b.ts → lib/c/index.ts → lib/a.ts → lib/b.ts'])
    expect(circlesOf(new Map([...circle].slice(0, 3)))).toEqual([])
  })

  it('finds a package that nothing names', () => {
    const named = new Map([
      ['lib/a.ts', "import 'react'\nimport '@x/y/z.js'"],
      ['app/a.css', '@import "w";'],
    ])
    const dependencies = { react: '1', 'react-dom': '1', '@x/y': '1', '@x': '1', w: '1' }
    const devDependencies = { '@types/node': '1', '@types/react': '1', '@types/w-x': '1', tool: '1', other: '1' }
    expect(unusedPackages({ dependencies, devDependencies, postcss: { plugins: { tool: {} } } }, named)).toEqual([
      'react-dom',
      '@types/w-x',
      'other',
    ])
  })

  it('finds a comment that names no file', () => {
    const texts = new Map([
      ['lib/a.ts', "/** As gone.ts and lib/gone/b.ts say, not b.ts (lib/b.ts). */\nconst a = 'never.ts' // nor c/a.ts, nor e.g. <name>.ts"],
      ['lib/b.css', '/* see (a.ts) and no.css */'],
    ])
    expect(namesOfNoFile(texts, ['lib/a.ts', 'lib/b.ts'])).toEqual([
      'lib/a.ts: gone.ts',
      'lib/a.ts: lib/gone/b.ts',
      'lib/a.ts: c/a.ts',
      'lib/b.css: no.css',
    ])
  })
})

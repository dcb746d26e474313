/** Folders and functions stay small enough to be read at once. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { longFunctions, looseItems } from '../support/architecture/sizes'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['app', 'components', 'lib', 'test', 'e2e', 'bench', 'scripts']

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
).sort()
const sources = files.filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.(test|spec)\.tsx?$/.test(file))

const LOOSE = 9
const LONGEST = 80
const LONG = 40
/** How many functions have more than 40 lines today. Lower it when one is cut. */
const FEW = 67

describe('a folder', () => {
  it('has at most nine loose source files', () => {
    const crowded = [...looseItems(files)].filter(([, count]) => count > LOOSE).map(([folder, count]) => `${folder} has ${count}`)
    expect(crowded).toEqual([])
  })
})

describe('a function', () => {
  const long = sources.flatMap((file) => longFunctions(file, readFileSync(join(ROOT, file), 'utf8'), LONG))
  const words = long.map(({ file, name, lines }) => `${file} ${name}: ${lines} lines`)

  it('is never over 80 lines long', () => {
    expect(words.filter((_, index) => (long[index]?.lines ?? 0) > LONGEST)).toEqual([])
  })

  it('is rarely over 40 lines long', () => {
    expect(words.length, `cut one of these:\n${words.join('\n')}`).toBeLessThanOrEqual(FEW)
  })
})

describe('the measures', () => {
  it('count a sheet with its component, and no test', () => {
    expect(looseItems(['a/b.tsx', 'a/b.css', 'a/b.test.ts', 'a/c.module.css', 'a/README.md', 'a/d/e.ts'])).toEqual(
      new Map([
        ['a', 2],
        ['a/d', 1],
      ]),
    )
  })

  it('name a long function by its declaration, its variable or its method', () => {
    const body = `{${'\n'.repeat(5)}}`
    const text = `function a() ${body}\nconst b = () => ${body}\nconst c = { d() ${body} }\nclass E { f() ${body} }\nconst g = () => 1`
    expect(longFunctions('x.ts', text, 5).map(({ name, lines }) => [name, lines])).toEqual([
      ['a', 6],
      ['b', 6],
      ['d', 6],
      ['f', 6],
    ])
  })
})

/** The rooms of scripts/ and bench/: who may import whom, how much lies loose in one, and how long a function is. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const LOOSE = 9

const files = ['scripts', 'bench']
  .flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((name) => `${top}/${name.replaceAll('\\', '/')}`),
  )
  .filter((name) => /\.(mjs|cjs|tsx?)$/.test(name))
const sources = files.filter((name) => !/\.test\.tsx?$/.test(name))

/** Room → the rooms of scripts/ that it may import. The commands at the top may import all of them; nobody imports a command. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  'scripts/tools': [],
  'scripts/next-output': ['scripts/tools'],
  'scripts/build': ['scripts/next-output', 'scripts/tools'],
  'scripts/static': ['scripts/build', 'scripts/next-output', 'scripts/tools'],
  'scripts/record': ['scripts/build', 'scripts/tools'],
  'scripts/docs': ['scripts/build', 'scripts/tools'],
  'scripts/checks': ['scripts/static', 'scripts/build', 'scripts/tools'],
  scripts: ['scripts/checks', 'scripts/static', 'scripts/build', 'scripts/tools'],
  bench: ['scripts/static', 'scripts/build', 'scripts/tools'],
}

/** `scripts/build/single/entry.tsx` → `scripts/build`; all of bench is one. */
const roomOf = (file: string) => (file.startsWith('bench/') ? 'bench' : file.split('/').slice(0, -1).slice(0, 2).join('/'))

function importsOf(file: string): string[] {
  const { module } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'))
  const lazy = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    readFileSync(join(ROOT, file), 'utf8').slice(start + 1, end - 1),
  )
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...lazy]
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => normalize(join(dirname(file), specifier)))
}

describe('scripts and bench', () => {
  it.each(sources)('%s imports what its room may import', (file) => {
    const room = roomOf(file)
    const rooms = importsOf(file)
      .filter((path) => /^(scripts|bench)\//.test(path))
      .map(roomOf)
    expect(rooms.filter((other) => other !== room && !MAY[room]?.includes(other))).toEqual([])
  })

  it(`have at most ${LOOSE} loose source files in a folder`, () => {
    const counts = new Map<string, number>()
    for (const file of sources) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > LOOSE)).toEqual([])
  })
})

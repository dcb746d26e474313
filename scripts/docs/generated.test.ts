/** The generated parts of the documents are what their sources make, and the lists name tests that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GENERATED_IN, withBlocks } from './blocks'
import { testsNamed } from './fault-lists'
import { item, table } from './lines'
import type { Source } from './source'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const source: Source = { read, list: (folder) => readdirSync(join(ROOT, folder)) }

describe('generated parts', () => {
  it.each(GENERATED_IN)('%s is current (else: node scripts/docs/write-docs.mjs)', (path) => {
    expect(read(path)).toBe(withBlocks(read(path), source))
  })

  it('name tests that exist', () => {
    const exists = (name: string) => existsSync(join(ROOT, `test/fuzz/${name}.test.ts`)) || existsSync(join(ROOT, `e2e/${name}.spec.ts`))
    expect(testsNamed().filter((name) => !exists(name))).toEqual([])
  })

  it('a block that nobody makes, or that is not closed, is told', () => {
    expect(() => withBlocks('<!-- generated: nothing -->\n<!-- /generated -->', source)).toThrow('No block is called "nothing"')
    expect(() => withBlocks('<!-- generated: settings -->', source)).toThrow('is not closed')
  })
})

describe('lines', () => {
  it('a long item goes on under its text', () => {
    const lines = item('- ', 'word '.repeat(60).trim())
    expect(lines.length).toBeGreaterThan(1)
    expect(lines[0]).toMatch(/^- word/)
    expect(lines[1]).toMatch(/^ {2}word/)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(150)
  })

  it('a table has columns as wide as their longest cell', () => {
    expect(table(['a', 'longer'], [['xyz', 'b']])).toEqual(['| a   | longer |', '| --- | ------ |', '| xyz | b      |'])
  })
})

/** Sentences are read back in one file only, and that file is loaded for an old recording only. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { detailTemplates } from '../../protocol/fault-detail-text'
import { reasonTemplates } from '../../protocol/reason-text'

const LIB = join(import.meta.dirname, '../..')

const sources = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(join(LIB, file), 'utf8') }))

test('a recorded sentence is read by the upgrade alone', () => {
  const imports = sources.filter(({ text }) => text.includes("/upgrade'"))
  expect(imports.map(({ file }) => file).sort()).toEqual(['playground/page-storage.ts', 'trace/recording/recording.ts'])
  for (const { text } of imports) expect(text).not.toMatch(/^import .*\/upgrade'/m)
})

test('what a reason says stands in the words, the upgrade and the catalogues, and in nothing that writes a trace', () => {
  const sentences = [...reasonTemplates(), ...detailTemplates()].filter((english) => english.length > 30)
  const homes = /^(?:protocol\/(?:reason|fault-detail)-text|trace\/recording\/upgrade|words\/de\/.*)\.ts$/
  const copies = sources.filter(({ file, text }) => !homes.test(file) && sentences.some((one) => text.includes(`'${one}'`)))
  expect(copies.map(({ file }) => file)).toEqual([])
})

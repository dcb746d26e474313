/** German is whole beyond the screen's own source: the lists of faults, bugs, experiments and findings, and what the pure parts say. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXPERIMENTS } from '../../lib/faults/experiments'
import { FAULTS } from '../../lib/faults/fault-list'
import { GALLERY } from '../../lib/faults/gallery'
import { detailTemplates } from '../../lib/protocol/fault-detail-text'
import { reasonTemplates } from '../../lib/protocol/reason-text'
import { SENTENCES } from '../../lib/spec/sentences'
import { GERMAN } from '../../lib/words/de/index'
import { extractMessages } from '../../test/support/words/extract-messages'

const ROOT = join(import.meta.dirname, '../..')
const unknown = (words: readonly string[]) => words.filter((one) => !(one in GERMAN))

describe('German knows', () => {
  test('every fault: its title, its sentence, what the specification says', () => {
    expect(unknown(FAULTS.flatMap(({ title, sentence, spec }) => [title, sentence, spec.says]))).toEqual([])
  })

  test('every bug of the gallery: title, sentence, symptom, what the specification says, how to bring it out', () => {
    const words = Object.values(GALLERY).flatMap(({ title, sentence, symptom, spec, provoke }) => [
      title,
      sentence,
      symptom,
      spec.says,
      provoke.how,
    ])
    expect(unknown(words)).toEqual([])
  })

  test('every experiment with the kept headers', () => {
    expect(unknown(EXPERIMENTS.flatMap(({ title, sentence, spec }) => [title, sentence, spec.says]))).toEqual([])
  })

  test('every reason and detail that a trace carries', () => {
    expect(unknown([...reasonTemplates(), ...detailTemplates()])).toEqual([])
  })

  test('every sentence of the specification', () => {
    expect(unknown(Object.values(SENTENCES).map(({ says }) => says))).toEqual([])
  })

  test.each(['lib/words', 'lib/faults', 'lib/lessons/code'])('all that the pure parts in %s say', (folder) => {
    const files = readdirSync(join(ROOT, folder), { encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    const looked = files.flatMap((file) => extractMessages(file, readFileSync(join(ROOT, folder, file), 'utf8')).looked)
    expect(looked.length).toBeGreaterThan(0)
    expect(unknown(looked)).toEqual([])
  })
})

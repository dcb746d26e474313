import { describe, expect, it } from 'vitest'
import { EXPERIMENTS } from '../faults/experiments'
import { FAULTS } from '../faults/fault-list'
import { GALLERY } from '../faults/gallery'
import { SPEC } from '../words/run/findings'
import { COVERAGE } from './coverage'
import { SECTIONS } from './page'
import { SENTENCES, type Sentence } from './sentences'

const ALL: readonly Sentence[] = Object.values(SENTENCES)

/** What quotes the specification, and by which sentence. */
const QUOTED: readonly (readonly [string, Sentence])[] = [
  ...FAULTS.map(({ id, spec }) => [`fault ${id}`, spec] as const),
  ...Object.values(GALLERY).map(({ id, spec }) => [`bug ${id}`, spec] as const),
  ...EXPERIMENTS.map(({ id, spec }) => [`experiment ${id}`, spec] as const),
  ...Object.entries(SPEC).map(([kind, spec]) => [`finding ${kind}`, spec] as const),
]

describe('the sentences of the specification', () => {
  it('say each thing once, in whole sentences', () => {
    expect(new Set(ALL.map(({ says }) => says)).size).toBe(ALL.length)
    for (const { says } of ALL) expect(says).toMatch(/^[A-Z].*\.$/)
  })

  it('are what faults, gallery, experiments and findings quote, and all of them are quoted', () => {
    expect(QUOTED.filter(([, spec]) => !ALL.includes(spec)).map(([who]) => who)).toEqual([])
    const quoted = new Set(QUOTED.map(([, spec]) => spec))
    expect(ALL.filter((one) => !quoted.has(one)).map(({ says }) => says)).toEqual([])
  })

  it('have the keyword of a rule that the table of coverage has in the same section', () => {
    const levels = new Map(COVERAGE.map(({ anchor, rules }) => [anchor, new Set<string>(rules.map(({ level }) => level))]))
    const strange = ALL.filter(({ level, section }) => level !== 'silent' && !levels.get(SECTIONS[section].anchor)?.has(level))
    expect(strange.map(({ level, says }) => `${level}: ${says}`)).toEqual([])
  })
})

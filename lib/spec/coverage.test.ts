/** The table of the specification's rules is complete, and everything it links to exists. */
import { describe, expect, it } from 'vitest'
import { CLIENT_FAULTS, NETWORK_FAULTS, SERVER_FAULTS } from '../faults/faults'
import { BUGS } from '../faults/gallery'
import { LESSONS } from '../lessons'
import { tIn } from '../words/catalogues'
import { LANGUAGES } from '../words/languages'
import { COVERAGE } from './coverage'
import type { Level, Shown } from './rule'

/**
 * How often each keyword stands in bold in each section of docs/specification/2025-11-25/basic/transports.mdx of the specification's
 * repository (read at 1ea6213c).
 */
const ON_THE_PAGE: Readonly<Record<string, Partial<Record<Level, number>>>> = {
  'sending-messages-to-the-server': { MUST: 9, SHOULD: 7, 'SHOULD NOT': 1, MAY: 6 },
  'listening-for-messages-from-the-server': { MUST: 2, 'MUST NOT': 1, SHOULD: 2, MAY: 4 },
  'multiple-connections': { MUST: 1, 'MUST NOT': 1, MAY: 2 },
  'resumability-and-redelivery': { MUST: 1, 'MUST NOT': 1, SHOULD: 2, MAY: 2 },
  'session-management': { MUST: 5, SHOULD: 3, MAY: 3 },
  'protocol-version-header': { MUST: 2, SHOULD: 2 },
}

const FAULTS: readonly string[] = [...NETWORK_FAULTS, ...SERVER_FAULTS, ...CLIENT_FAULTS]

function exists(shown: Shown): boolean {
  switch (shown.kind) {
    case 'lesson':
      return LESSONS.en.some(({ slug }) => slug === shown.slug)
    case 'fault':
      return FAULTS.includes(shown.id)
    case 'bug':
      return BUGS.includes(shown.id)
    case 'headers':
      return true
  }
}

describe('the coverage of the specification', () => {
  it('has a row for every keyword of every section', () => {
    const counts = Object.fromEntries(
      COVERAGE.map(({ anchor, rules }) => {
        const found: Partial<Record<Level, number>> = {}
        for (const { level } of rules) found[level] = (found[level] ?? 0) + 1
        return [anchor, found]
      }),
    )
    expect(counts).toEqual(ON_THE_PAGE)
  })

  it.each(COVERAGE)('$title: every rule is shown somewhere that exists', ({ rules }) => {
    for (const { says, shown } of rules) {
      expect(shown.length, says).toBeGreaterThan(0)
      expect(
        shown.filter((one) => !exists(one)),
        says,
      ).toEqual([])
    }
  })

  it.each(LANGUAGES)('says each rule and what to look at once, in whole sentences (%s)', (language) => {
    const t = tIn(language)
    const rules = COVERAGE.flatMap((section) => section.rules)
    expect(new Set(rules.map(({ says }) => t(says))).size).toBe(rules.length)
    for (const { says, look } of rules) {
      for (const sentence of [t(says), t(look)]) expect(sentence).toMatch(/^\p{Lu}.*\.$|^call-2\/9/u)
    }
  })

  it.each(LANGUAGES.filter((language) => language !== 'en'))(
    'is not left in English, and names headers and methods alike (%s)',
    (language) => {
      const t = tIn(language)
      const texts = COVERAGE.flatMap(({ title, rules }) => [title, ...rules.flatMap(({ says, look }) => [says, look])])
      const namesIn = (sentence: string) =>
        [...sentence.matchAll(/\b(?:GET|POST|DELETE|JSON|UUID|\d{3}|\d{4}-\d\d-\d\d|(?:Mcp|MCP|Last|Content)-[\w-]+|initialize|retry)\b/g)]
          .map(String)
          .sort()
      for (const english of texts) {
        const said = t(english)
        expect(said).not.toBe(english)
        expect([...new Set(namesIn(said))], said).toEqual([...new Set(namesIn(english))])
      }
    },
  )

  it('uses every lesson', () => {
    const used = new Set(
      COVERAGE.flatMap(({ rules }) => rules.flatMap(({ shown }) => shown.map((one) => one.kind === 'lesson' && one.slug))),
    )
    expect(LESSONS.en.map(({ slug }) => slug).filter((slug) => !used.has(slug))).toEqual([])
  })
})

/** What a page in German says on the stage: the button, the heads, the ledger and the tags have no English left. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stageWords } from '../lib/i18n/stage'
import { WORDS } from './subject'

const SOURCE = readFileSync(join(import.meta.dirname, 'pill-text.ts'), 'utf8')
const PILL = [...SOURCE.matchAll(/(?:label|hint)(?:: | = )'([^']+)'/g)].flatMap(([, words]) => (words ? [words] : []))

describe('the stage in German', () => {
  test('knows every word of the button', () => {
    expect(PILL.length).toBeGreaterThan(12)
    const said = [...PILL, ...Object.values(WORDS).flatMap(({ first, again }) => [first, again])]
    expect(said.filter((words) => stageWords('de', words) === words)).toEqual([])
  })

  test.each([
    ['has 9 of 16 rows', 'hat 9 von 16 Zeilen'],
    ['sent 1 of 20 words', 'sandte 1 von 20 Wörtern'],
    ['no connection for 1.4 s', 'seit 1,4 s keine Verbindung'],
    ['asks again in 0.5 s', 'fragt wieder in 0,5 s'],
    ['2 connections, resumed', '2 Verbindungen, fortgesetzt'],
    ['answered 404', 'Antwort 404'],
  ])('says %j as %j', (english, german) => {
    expect(stageWords('de', english)).toBe(german)
    expect(stageWords('en', english)).toBe(english)
  })

  test('leaves alone what it does not know', () => expect(stageWords('de', 'call-2/9')).toBe('call-2/9'))
})

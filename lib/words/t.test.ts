/** Messages in one language: templates from a catalogue, their places, plurals and marks. */
import { describe, expect, test } from 'vitest'
import { decimal } from './format'
import { msg, piecesOf } from './message'
import { ENGLISH, seconds, translateIn } from './t'

const t = translateIn('de', {
  '{n} of {total}': '{n} von {total}',
  '{n} rows': { one: '{n} Zeile', other: '{n} Zeilen' },
  'Not resumed: {what}': 'Nicht fortgesetzt: {what}',
})

describe('words from a catalogue', () => {
  test('fills the places, in the order of the language', () => {
    expect(t('{n} of {total}', { n: 3, total: 16 })).toBe('3 von 16')
    expect(ENGLISH('{n} of {total}', { n: 3, total: 16 })).toBe('3 of 16')
  })
  test.each([
    [1, '1 row', '1 Zeile'],
    [5, '5 rows', '5 Zeilen'],
  ])('chooses the form of a plural by the rules of the language: %i', (n, english, german) => {
    const rows = msg({ one: '{n} row', other: '{n} rows' })
    expect(ENGLISH(rows, { n })).toBe(english)
    expect(t(rows, { n })).toBe(german)
    expect(t(msg(rows, { n }))).toBe(german)
  })
  test('leaves what it does not know, and places nobody fills', () => {
    expect(t('{a} and {b}', { a: 1 })).toBe('1 and {b}')
  })
  test('says a message within a message, and a quote as it came', () => {
    expect(t(msg('Not resumed: {what}', { what: msg('{n} of {total}', { n: 1, total: 2 }) }))).toBe('Nicht fortgesetzt: 1 von 2')
    expect(t(msg('Not resumed: {what}', { what: { quote: 'no {n} rows' } }))).toBe('Nicht fortgesetzt: no {n} rows')
  })
  test('writes decimals as the language does', () => {
    expect(seconds(t, 1400)).toBe('1,4 s')
    expect(ENGLISH('{n}', { n: decimal(0.25, 2) })).toBe('0.25')
  })
  test('takes a sentence with marks apart, and puts nothing else in', () => {
    expect(piecesOf('has <b>stored {n}</b> rows.')).toEqual([
      { kind: 'text', text: 'has ' },
      {
        kind: 'mark',
        name: 'b',
        inside: [
          { kind: 'text', text: 'stored ' },
          { kind: 'place', name: 'n' },
        ],
      },
      { kind: 'text', text: ' rows.' },
    ])
    expect(piecesOf('1 < 2, and {open')).toEqual([{ kind: 'text', text: '1 < 2, and {open' }])
  })
})

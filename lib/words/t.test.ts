import { describe, expect, test } from 'vitest'
import { decimal, ENGLISH, piecesOf, seconds, wordIn } from './t'

const word = wordIn({ '{n} of {total}': '{n} von {total}', 'row|of': 'Zeile', '.': ',' })

describe('words from a catalogue', () => {
  test('fills the places, in the order of the language', () => {
    expect(word('{n} of {total}', { n: 3, total: 16 })).toBe('3 von 16')
    expect(ENGLISH('{n} of {total}', { n: 3, total: 16 })).toBe('3 of 16')
  })
  test('shows a context to the catalogue only', () => {
    expect(word('row|of')).toBe('Zeile')
    expect(ENGLISH('row|of')).toBe('row')
  })
  test('leaves what it does not know, and places nobody fills', () => {
    expect(word('{a} and {b}', { a: 1 })).toBe('1 and {b}')
  })
  test('writes decimals as the language does', () => {
    expect(seconds(word, 1400)).toBe('1,4 s')
    expect(decimal(ENGLISH, 0.25, 2)).toBe('0.25')
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

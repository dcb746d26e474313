/** Templates are filled by the rules of their language. */
import { describe, expect, test } from 'vitest'
import { decimal, format, formsOf } from './format'

const ROWS = { one: '{n} row', other: '{n} rows' }

describe('format', () => {
  test('puts parameters where their names stand, wherever a language wants them', () => {
    expect(format('{id} after {last}', { id: 'c3', last: 'call-2/9' }, 'en')).toBe('c3 after call-2/9')
    expect(format('nach {last} kam {id}', { id: 'c3', last: 'call-2/9' }, 'de')).toBe('nach call-2/9 kam c3')
  })

  test.each([
    ['en', 0, '0 rows'],
    ['en', 1, '1 row'],
    ['en', 16, '16 rows'],
  ])('chooses the plural of %s for %i: %s', (locale, n, expected) => {
    expect(format(ROWS, { n }, locale)).toBe(expected)
  })

  test('knows the plural categories of any language, and takes `other` for one that is not there', () => {
    const polish = { one: '{n} wiersz', few: '{n} wiersze', many: '{n} wierszy', other: '{n} wiersza' }
    expect([1, 3, 5].map((n) => format(polish, { n }, 'pl'))).toEqual(['1 wiersz', '3 wiersze', '5 wierszy'])
    expect(format(ROWS, { n: 3 }, 'pl')).toBe('3 rows')
  })

  test('a plural without a number is refused', () => {
    expect(() => format(ROWS, {}, 'en')).toThrow(/needs a number named "n"/)
  })

  test('writes numbers as the locale does: decimals with their digits, whole ones without grouping', () => {
    expect(format('{wait} s', { wait: decimal(1.45) }, 'de')).toBe('1,4 s')
    expect(format('{wait} s', { wait: decimal(2) }, 'en')).toBe('2.0 s')
    expect(format('{ms} ms', { ms: 12345 }, 'en')).toBe('12345 ms')
  })

  test('joins lists', () => {
    expect(format('after {ids}', { ids: ['a/1', 'b/2'] }, 'en')).toBe('after a/1 and b/2')
    expect(format('nach {ids}', { ids: ['a/1', 'b/2'] }, 'de')).toBe('nach a/1 und b/2')
  })

  test('leaves marks, and figures that it is not given', () => {
    expect(format('**{n}** of {last-id}, [rows](event)', { n: 2 }, 'en')).toBe('**2** of {last-id}, [rows](event)')
  })

  test('does not take what every object has for a parameter', () => {
    expect(format('{constructor}', {}, 'en')).toBe('{constructor}')
  })
})

test('the forms of a template are the text itself, or every category of its plural', () => {
  expect(formsOf('a')).toEqual(['a'])
  expect(formsOf(ROWS)).toEqual(['{n} row', '{n} rows'])
})

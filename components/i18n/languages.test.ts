/**
 * Every language is whole: no message is missing, none is unused, and nothing is written straight into the markup, past the catalogue. What is
 * typed by its keys (lessons, rules of the specification) does not compile when it is not whole.
 */
import { describe, expect, test } from 'vitest'
import { CATALOGUE_PARTS, CATALOGUES } from '../../lib/words/catalogues'
import { formsOf, type Template } from '../../lib/words/format'
import { LANGUAGES, type Language } from '../../lib/words/languages'
import { translateIn } from '../../lib/words/t'
import { ENGLISH_MESSAGES, LIB, LISTS, SCREENS } from '../../test/support/words/english'
import { extractMessages } from '../../test/support/words/extract-messages'

/** Pages that are for authors and engineers, and exist in English only. */
const ENGLISH_ONLY = ['app/(en)/authors/', 'components/embed/author/']

/** One page for every address that is not there: it says itself in every language (lib/words/bare.ts). */
const EVERY_LANGUAGE = ['app/not-found.tsx']

const TRANSLATED = SCREENS.filter(({ file }) => !ENGLISH_ONLY.some((start) => file.startsWith(start)) && !EVERY_LANGUAGE.includes(file))

const OTHERS = LANGUAGES.filter((language): language is Exclude<Language, 'en'> => language !== 'en')

/** Keywords of RFC 2119, which is English; names; figures with their units; and what a language may call as English does. */
const MAY_BE_SAME = [
  ...['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY'],
  'TypeScript SDK 1.32: @modelcontextprotocol/sdk',
  'json',
  ...['{n} s', '{n}×', '{id}, {what}', '{fault}: {amount}'],
  ...['Client', 'Server', 'Server:', 'Code', 'Stream', 'Event', 'ID'],
]

describe.each(OTHERS)('the language %s', (language) => {
  const catalogue = CATALOGUES[language]
  const unknownOf = (words: readonly string[]) => [...new Set(words)].filter((one) => !Object.hasOwn(catalogue, one))

  test('knows all that the screens say through the catalogue', () => {
    const unknown = TRANSLATED.flatMap(({ file, looked }) => unknownOf(looked).map((words) => `${file}: ${words}`))
    expect(TRANSLATED.flatMap(({ looked }) => looked).length).toBeGreaterThan(300)
    expect(unknown).toEqual([])
  })

  test('knows what is announced, told in a notice, or given as a reason', () => {
    const unknown = LIB.flatMap(({ file, looked }) => unknownOf(looked).map((words) => `${file}: ${words}`))
    for (const file of ['lib/words/run/describe.ts', 'lib/words/run/problem.ts', 'lib/playground/delivery.ts', 'lib/share/link.ts'])
      expect(LIB.find((one) => one.file === file)?.looked, file).not.toEqual([])
    for (const folder of ['lib/words/', 'lib/faults/', 'lib/lessons/code/'])
      expect(LIB.filter(({ file }) => file.startsWith(folder)).flatMap(({ looked }) => looked).length, folder).toBeGreaterThan(0)
    expect(unknown).toEqual([])
  })

  test.each(Object.entries(LISTS))('knows %s', (_, words) => {
    expect(words.length).toBeGreaterThan(0)
    expect(unknownOf(words)).toEqual([])
  })

  test('knows nothing that nobody says', () => {
    expect(Object.keys(catalogue).filter((key) => !ENGLISH_MESSAGES.has(key))).toEqual([])
  })

  test('knows each of them in one place only', () => {
    const keys = CATALOGUE_PARTS[language].flatMap((part) => Object.keys(part))
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  test('has the same places and marks as the English words, in forms that the language has', () => {
    const marks = (words: string) => [...words.matchAll(/\{\w+\}|<\/?\w+>/g)].map(([mark]) => mark).sort()
    const whole = (one: Template) => (typeof one === 'string' ? one : one.other)
    const entries = Object.entries(catalogue)
    expect(entries.filter(([english, said]) => marks(english).join() !== marks(whole(said)).join())).toEqual([])
    // a form for one thing may leave its number out
    const more = entries.filter(([english, said]) =>
      formsOf(said).some((form) => marks(form).some((mark) => !marks(english).includes(mark))),
    )
    expect(more).toEqual([])
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort()
    const plurals = entries.filter(([, said]) => typeof said !== 'string')
    expect(plurals.filter(([, said]) => Object.keys(said).sort().join() !== forms.join())).toEqual([])
  })

  test('is not left in English', () => {
    const left = Object.entries(catalogue).filter(([english, said]) => formsOf(said).includes(english) && !MAY_BE_SAME.includes(english))
    expect(left).toEqual([])
  })
})

test('what may be the same in another language is so in one of them', () => {
  const same = new Set(
    OTHERS.flatMap((language) => Object.entries(CATALOGUES[language]).flatMap(([key, said]) => (key === said ? [key] : []))),
  )
  expect(MAY_BE_SAME.filter((words) => !same.has(words))).toEqual([])
})

describe('German', () => {
  test.each([
    ['has {n} of {total} rows', { n: 9, total: 16 }, 'hat 9 von 16 Zeilen'],
    ['answered {status}', { status: 404 }, 'Antwort 404'],
    ['call-2/9', undefined, 'call-2/9'],
  ])('says %j as %j', (english, params, german) => {
    expect(translateIn('de', CATALOGUES.de)(english, params)).toBe(german)
  })
})

test.each(TRANSLATED)('$file says nothing past the catalogue', ({ written }) => {
  expect(written).toEqual([])
})

describe('the search for words', () => {
  test('finds what is looked up, in every branch', () => {
    const source = `const a = t(b ? 'one thing' : 'two things', { n }); const C = () => <Trans message="the <b>rest</b>" />; const d = msg('kept'); const e = t({ one: '{n} row', other: '{n} rows' }, { n })`
    expect(extractMessages('made-up.tsx', source).looked).toEqual(['one thing', 'two things', 'the <b>rest</b>', 'kept', '{n} rows'])
  })

  test('finds what is written into the markup, and what a reader of a screen reader hears', () => {
    const source = `const A = () => <p title={b ? 'Over here' : undefined} aria-label={\`Row \${n}\`}>Some words {c ? 'or others' : null}<code>GET /mcp</code></p>`
    expect(new Set(extractMessages('made-up.tsx', source).written)).toEqual(new Set(['Over here', 'Row {}', 'Some words', 'or others']))
  })
})

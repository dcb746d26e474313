/**
 * German is whole: reads the source of every part of the screen, finds what it says, and asks the German catalogue for it. What is written
 * straight into the markup, past the catalogue, is found too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GALLERY } from '../../lib/faults/gallery'
import { PICTURES } from '../../lib/model/tools/pictures'
import { GERMAN, PARTS } from '../../lib/words/de/index'
import { formsOf, type Template } from '../../lib/words/format'
import { translateIn } from '../../lib/words/t'
import { extractMessages } from '../../test/support/words/extract-messages'
import { WORDS } from '../tool-view/tool-progress'

const ROOT = join(import.meta.dirname, '../..')

/** Pages that are for authors and engineers, and exist in English only. */
const ENGLISH_ONLY = ['app/(en)/authors/', 'components/embed/author/']

/** One page for every address that is not there: it says itself in both languages. */
const BOTH = ['app/not-found.tsx']

const sourcesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|rules)\.tsx?$/.test(file))

const FILES = ['app', 'components']
  .flatMap(sourcesIn)
  .filter((file) => !ENGLISH_ONLY.some((start) => file.startsWith(start)) && !BOTH.includes(file))
  .sort()

const read = (file: string) => ({ file, ...extractMessages(file, readFileSync(join(ROOT, file), 'utf8')) })
const said = FILES.map(read)

/** What lib says reaches the screen as messages: announcements, notices, reasons. */
const saidInLib = sourcesIn('lib').map(read)

const unknownOf = (words: readonly string[]) => [...new Set(words)].filter((one) => !(one in GERMAN))

describe('the screen in German', () => {
  test('knows all that is said through the catalogue', () => {
    const unknown = said.flatMap(({ file, looked }) => unknownOf(looked).map((words) => `${file}: ${words}`))
    expect(said.flatMap(({ looked }) => looked).length).toBeGreaterThan(300)
    expect(unknown).toEqual([])
  })

  test('knows what is announced, told in a notice, or given as a reason', () => {
    const unknown = saidInLib.flatMap(({ file, looked }) => unknownOf(looked).map((words) => `${file}: ${words}`))
    for (const file of ['lib/words/run/describe.ts', 'lib/words/run/problem.ts', 'lib/playground/delivery.ts', 'lib/share/link.ts'])
      expect(saidInLib.find((one) => one.file === file)?.looked, file).not.toEqual([])
    expect(unknown).toEqual([])
  })

  test.each(said)('$file says nothing past the catalogue', ({ written }) => {
    expect(written).toEqual([])
  })

  test('knows each of them in one place only', () => {
    const keys = PARTS.flatMap((part) => Object.keys(part))
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  test('has the same places and marks as the English words', () => {
    const marks = (words: string) => [...words.matchAll(/\{\w+\}|<\/?\w+>/g)].map(([mark]) => mark).sort()
    const whole = (one: Template) => (typeof one === 'string' ? one : one.other)
    const other = Object.entries(GERMAN).filter(([english, german]) => marks(english).join() !== marks(whole(german)).join())
    expect(other).toEqual([])
    // "The checker found this" has no number
    const more = Object.entries(GERMAN).filter(([english, german]) =>
      formsOf(german).some((form) => marks(form).some((mark) => !marks(english).includes(mark))),
    )
    expect(more).toEqual([])
  })

  test('knows the words of every tool', () => {
    const words = Object.values(WORDS).flatMap((words) => Object.values(words))
    expect(unknownOf(words.map((one) => (typeof one === 'string' ? one : one.other)))).toEqual([])
  })

  test('knows the name of every picture, and how every bug of the gallery is brought to light', () => {
    const names = PICTURES.flatMap(({ name, title }) => [name.charAt(0).toUpperCase() + name.slice(1), title])
    expect(unknownOf(names)).toEqual([])
    expect(unknownOf(Object.values(GALLERY).map(({ provoke }) => provoke.how))).toEqual([])
  })

  test.each([
    ['has {n} of {total} rows', { n: 9, total: 16 }, 'hat 9 von 16 Zeilen'],
    ['answered {status}', { status: 404 }, 'Antwort 404'],
    ['call-2/9', undefined, 'call-2/9'],
  ])('says %j as %j', (english, parts, german) => {
    expect(translateIn('de', GERMAN)(english, parts)).toBe(german)
  })
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

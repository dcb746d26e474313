/**
 * German is whole: reads the source of every part of the screen, finds what it says, and asks the German catalogue for it. What is written
 * straight into the markup, past the catalogue, is found too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GERMAN } from '../lib/i18n/de/index'
import { wordIn } from '../lib/i18n/phrase'
import { saidIn } from './said-words.rules'
import { WORDS } from './subject'

const ROOT = join(import.meta.dirname, '..')

/** Pages that are for authors and engineers, and exist in English only. */
const ENGLISH_ONLY = ['app/(en)/authors/', 'components/embed/author-', 'components/embed/code-block']

/** Parts whose words are not in the catalogue yet. */
const NOT_YET: readonly string[] = [
  'app/not-found.tsx',
  'components/action-pill.tsx',
  'components/break-button.tsx',
  'components/count.tsx',
  'components/fault-story.tsx',
  'components/goals.tsx',
  'components/home-choice.tsx',
  'components/ledger.tsx',
  'components/notice.tsx',
  'components/picture.tsx',
  'components/playground.tsx',
  'components/run-bar.tsx',
  'components/run-terms.tsx',
  'components/screens-nav.tsx',
  'components/share/share-button.tsx',
  'components/share/share-menu.tsx',
  'components/share/shared-scenario.tsx',
  'components/stage.tsx',
  'components/store-wall.tsx',
  'components/story-terms.tsx',
  'components/story-text.tsx',
  'components/story.tsx',
  'components/theme-switch.tsx',
  'components/transport.tsx',
  'components/wait-countdown.tsx',
  'components/words.tsx',
]

const FILES = ['app', 'components']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|rules)\.tsx?$/.test(file))
  .filter((file) => !ENGLISH_ONLY.some((start) => file.startsWith(start)))
  .sort()

const said = FILES.map((file) => ({ file, ...saidIn(file, readFileSync(join(ROOT, file), 'utf8')) }))

describe('the screen in German', () => {
  test('knows all that is said through the catalogue', () => {
    const unknown = said.flatMap(({ file, looked }) => looked.filter((words) => !(words in GERMAN)).map((words) => `${file}: ${words}`))
    expect(said.flatMap(({ looked }) => looked).length).toBeGreaterThan(20)
    expect(unknown).toEqual([])
  })

  test.each(said.filter(({ file }) => !NOT_YET.includes(file)))('$file says nothing past the catalogue', ({ written }) => {
    expect(written).toEqual([])
  })

  test.each(NOT_YET)('%s is still listed as unfinished because it is', (file) => {
    expect(said.find((one) => one.file === file)?.written).not.toEqual([])
  })

  test('has the same places and marks as the English words', () => {
    const marks = (words: string) => [...words.matchAll(/\{\w+\}|<\/?\w+>/g)].map(([mark]) => mark).sort()
    const other = Object.entries(GERMAN).filter(([english, german]) => marks(english).join() !== marks(german).join())
    expect(other).toEqual([])
  })

  test('knows the words of every tool', () => {
    const words = Object.values(WORDS).flatMap(({ one, many, first, again, whole }) => [one, many, first, again, whole])
    expect(words.filter((one) => !(one in GERMAN))).toEqual([])
  })

  test.each([
    ['has {n} of {total} rows', { n: 9, total: 16 }, 'hat 9 von 16 Zeilen'],
    ['answered {status}', { status: 404 }, 'Antwort 404'],
    ['call-2/9', undefined, 'call-2/9'],
  ])('says %j as %j', (english, parts, german) => {
    expect(wordIn(GERMAN)(english, parts)).toBe(german)
  })
})

describe('the search for words', () => {
  test('finds what is looked up, in every branch', () => {
    const source = `const a = word(b ? 'one thing' : 'two things', { n }); const C = () => <Phrase say="the <b>rest</b>" />; const d = phrase('kept')`
    expect(saidIn('made-up.tsx', source).looked).toEqual(['one thing', 'two things', 'the <b>rest</b>', 'kept'])
  })

  test('finds what is written into the markup, and what a reader of a screen reader hears', () => {
    const source = `const A = () => <p title={b ? 'Over here' : undefined} aria-label={\`Row \${n}\`}>Some words {c ? 'or others' : null}<code>GET /mcp</code></p>`
    expect(new Set(saidIn('made-up.tsx', source).written)).toEqual(new Set(['Over here', 'Row {}', 'Some words', 'or others']))
  })
})

/** The words of the lessons: complete in every language, with the same marks, and in marks that exist. */
import { describe, expect, test } from 'vitest'
import { GUIDE } from '../words/guide'
import { LANGUAGES, type Text } from '../words/text'
import { LESSONS } from './index'
import { LOADERS } from './loaders'
import { piecesOf, plain } from './prose'

type Found = { readonly where: string; readonly text: Text }

/** Every text in a value, with the way to it. Functions are not called: what they say of a run is looked at when lessons are played. */
function textsIn(value: unknown, where: string): Found[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${where}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && typeof value.en === 'string') return [{ where, text: value as Text }]
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${where}.${key}`))
}

const LESSON_TEXTS = LESSONS.flatMap((lesson) => textsIn(lesson, lesson.slug))
const ALL = [...LESSON_TEXTS, ...textsIn(GUIDE, 'guide')]

/** Names that stay as they are. */
const SAME_IN_ALL = new Set(['guide.siteName'])

describe('the words of lessons and guide', () => {
  test('are all found', () => {
    expect(LESSON_TEXTS.length).toBeGreaterThan(300)
    expect(ALL.length).toBeGreaterThan(LESSON_TEXTS.length + 30)
  })

  test('are there in every language, and not left in English', () => {
    const untold = ALL.filter(({ where, text }) => {
      const { en, de } = text as Partial<Text>
      return !en?.trim() || !de?.trim() || (en === de && !SAME_IN_ALL.has(where))
    })
    expect(untold.map(({ where, text }) => `${where}: ${text.en}`)).toEqual([])
  })

  test('carry the same terms and figures in every language', () => {
    const marksOf = (paragraph: string) =>
      piecesOf(paragraph)
        .flatMap((piece) => (piece.kind === 'term' ? [piece.term] : piece.kind === 'figure' ? [`{${piece.name}}`] : []))
        .sort()
    for (const { where, text } of LESSON_TEXTS) {
      for (const language of LANGUAGES) expect(marksOf(text[language]), `${where}, ${language}`).toEqual(marksOf(text.en))
    }
  })

  test('hold no mark that is not read: a figure does not stand inside a term', () => {
    for (const { where, text } of LESSON_TEXTS) {
      for (const language of LANGUAGES) expect(plain(text[language]), `${where}, ${language}`).not.toMatch(/[{}[\]]/)
    }
  })

  test('name headers as they are on the wire', () => {
    for (const { where, text } of LESSON_TEXTS) {
      for (const language of LANGUAGES) {
        for (const [name] of text[language].matchAll(/(mcp-session-id|last-event-id)(?!\))/gi)) {
          expect(['Mcp-Session-Id', 'Last-Event-ID'], `${where}, ${language}`).toContain(name)
        }
      }
    }
  })

  test('stay short: a sentence to act on is one sentence', () => {
    for (const { steps, slug } of LESSONS) {
      for (const { act, id } of steps) {
        for (const language of LANGUAGES) expect(plain(act[language]), `${slug}/${id}`).toMatch(/^[^.!?]{8,120}\.$/)
      }
    }
  })
})

test('a mark that nobody knows is refused with its name', () => {
  expect(() => piecesOf('see [the shop](shop)')).toThrow(/"shop".*use one of/)
  expect(() => piecesOf('there are {shops}')).toThrow(/figure.*"shops"/)
  expect(plain('An [`id`](event), **bold**, `code`, {missing}')).toBe('An id, bold, code, …')
})

test('every lesson can be loaded by itself, under its own address', async () => {
  expect(Object.keys(LOADERS)).toEqual(LESSONS.map(({ slug }) => slug))
  for (const lesson of LESSONS) expect(await LOADERS[lesson.slug]?.()).toBe(lesson)
})

/** The words of the lessons: complete in every language, with the same marks and parameters, and in marks that exist. */
import { describe, expect, test } from 'vitest'
import { formsOf, type Template } from '../words/format'
import { LANGUAGES, type Language } from '../words/languages'
import { LESSONS } from './index'
import { LESSON_LIST } from './list'
import { piecesOf, plain } from './prose'
import { loadLesson } from './text/load-lesson'
import { TEXTS } from './text/texts'

type Found = { readonly where: string; readonly text: Readonly<Record<Language, Template>> }

const isTemplate = (value: unknown): value is Template =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'other' in value && typeof value.other === 'string')

/** Every text in a value of one language, by the way to it. */
function templatesIn(value: unknown, where: string): [where: string, template: Template][] {
  if (isTemplate(value)) return [[where, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => templatesIn(part, `${where}.${key}`))
}

/** Every text of every language, side by side. */
async function found(where: string, load: (language: Language) => unknown): Promise<Found[]> {
  const all = await Promise.all(LANGUAGES.map(async (language) => [language, new Map(templatesIn(await load(language), where))] as const))
  const places = new Set(all.flatMap(([, templates]) => [...templates.keys()]))
  return [...places].map((place) => ({
    where: place,
    text: Object.fromEntries(all.map(([language, templates]) => [language, templates.get(place) ?? ''])) as Found['text'],
  }))
}

const byLesson = await Promise.all(LESSON_LIST.map(({ slug }) => found(slug, (language) => TEXTS[language].lessons[slug]())))
const LESSON_TEXTS = [...byLesson.flat(), ...(await found('shared', (language) => TEXTS[language].judgements()))]

const isMessage = ({ where }: Found) => where.includes('.messages.') || where.startsWith('shared.')
const MESSAGES = LESSON_TEXTS.filter(isMessage)
/** Running text, with marks. */
const PROSE = LESSON_TEXTS.filter((one) => !isMessage(one))

const wordsOf = (template: Template) => formsOf(template).join(' ')

describe('the words of the lessons', () => {
  test('are all found', () => {
    expect(LESSON_TEXTS.length).toBeGreaterThan(300)
  })

  test('are there in every language, and not left in English', () => {
    const untold = LESSON_TEXTS.filter(({ text }) => {
      const english = wordsOf(text.en)
      const others = LANGUAGES.filter((language) => language !== 'en').map((language) => wordsOf(text[language]))
      return !english.trim() || others.some((other) => !other.trim() || (other === english && /\p{L}{2,}/u.test(english)))
    })
    expect(untold.map(({ where, text }) => `${where}: ${wordsOf(text.en)}`)).toEqual([])
  })

  test('carry the same terms and figures in every language', () => {
    const marksOf = (paragraph: string) =>
      piecesOf(paragraph)
        .flatMap((piece) => (piece.kind === 'term' ? [piece.term] : piece.kind === 'figure' ? [`{${piece.name}}`] : []))
        .sort()
    for (const { where, text } of PROSE) {
      for (const language of LANGUAGES) expect(marksOf(wordsOf(text[language])), `${where}, ${language}`).toEqual(marksOf(wordsOf(text.en)))
    }
  })

  test('carry the same parameters in every language, whichever form of a plural is said', () => {
    const parameters = (form: string) => new Set([...form.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name))
    const most = (template: Template) => new Set(formsOf(template).flatMap((form) => [...parameters(form)]))
    for (const { where, text } of MESSAGES) {
      for (const language of LANGUAGES) expect(most(text[language]), `${where}, ${language}`).toEqual(most(text.en))
    }
  })

  test('hold no mark that is not read: a figure does not stand inside a term', () => {
    for (const { where, text } of PROSE) {
      for (const language of LANGUAGES) expect(plain(wordsOf(text[language])), `${where}, ${language}`).not.toMatch(/[{}[\]]/)
    }
  })

  test('name headers as they are on the wire', () => {
    for (const { where, text } of LESSON_TEXTS) {
      for (const language of LANGUAGES) {
        for (const [name] of wordsOf(text[language]).matchAll(/(mcp-session-id|last-event-id)(?!\))/gi)) {
          if (wordsOf(text[language]).includes(`{${name}}`)) continue
          expect(['Mcp-Session-Id', 'Last-Event-ID'], `${where}, ${language}`).toContain(name)
        }
      }
    }
  })

  test('stay short: a sentence to act on is one sentence', () => {
    for (const language of LANGUAGES) {
      for (const { steps, slug } of LESSONS[language]) {
        for (const { act, id } of steps) expect(plain(act), `${slug}/${id}`).toMatch(/^[^.!?]{8,120}\.$/)
      }
    }
  })

  test('no lesson has a message of the name of a shared one', () => {
    const shared = new Set(MESSAGES.filter(({ where }) => where.startsWith('shared.')).map(({ where }) => where.slice('shared.'.length)))
    const twice = MESSAGES.filter(({ where }) => where.includes('.messages.') && shared.has(where.split('.messages.')[1] ?? ''))
    expect(twice.map(({ where }) => where)).toEqual([])
  })

  test('belong to a step, a choice or an offer that the lesson has', async () => {
    for (const { slug, load } of LESSON_LIST) {
      const [{ lesson }, text] = [await load(), await TEXTS.en.lessons[slug]()]
      expect(lesson.slug).toBe(slug)
      expect(Object.keys(text.steps), slug).toEqual(lesson.steps.map(({ id }) => id))
      for (const { id, prediction, offers = [] } of lesson.steps) {
        expect(Object.keys(text.steps[id]?.choices ?? {}), `${slug}/${id}`).toEqual(prediction?.choices ?? [])
        expect(text.steps[id]?.question !== undefined, `${slug}/${id}`).toBe(prediction !== undefined)
        expect(Object.keys(text.steps[id]?.offers ?? {}), `${slug}/${id}`).toEqual(offers.map((offer) => offer.id))
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
  expect(LESSON_LIST.map(({ slug }) => slug)).toEqual(LESSONS.en.map(({ slug }) => slug))
  for (const language of LANGUAGES) {
    for (const { slug, title, steps } of LESSONS[language]) {
      const loaded = await loadLesson(slug, language)
      expect(loaded).toMatchObject({ slug, title })
      expect(loaded?.steps.map(({ notes }) => notes)).toEqual(steps.map(({ notes }) => notes))
    }
  }
  expect(loadLesson('nobody', 'en')).toBeUndefined()
})

/** Loads lessons in one language: the plan of each, its words, and the words that all lessons share. */

import type { Language } from '../../words/languages'
import type { Lesson } from '../lesson'
import { LESSON_LIST } from '../list'
import { bindLesson } from './bind'
import { TEXTS } from './texts'

type Entry = (typeof LESSON_LIST)[number]

/** A lesson in one language; undefined when there is none of that name. */
export function loadLesson(slug: string, language: Language): Promise<Lesson> | undefined {
  const entry = LESSON_LIST.find((one) => one.slug === slug)
  return entry && load(entry, language)
}

/** All lessons in one language. */
export const loadLessons = (language: Language): Promise<readonly Lesson[]> =>
  Promise.all(LESSON_LIST.map((entry) => load(entry, language)))

async function load({ slug, load: loadPlan }: Entry, language: Language): Promise<Lesson> {
  const { judgements, lessons } = TEXTS[language]
  const [{ lesson }, text, messages] = await Promise.all([loadPlan(), lessons[slug](), judgements()])
  return bindLesson(lesson, text, messages, language)
}

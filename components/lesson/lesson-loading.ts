/** Lessons in one language, each loaded once a page, as promises that React can wait for. */
import type { Lesson } from '../../lib/lessons/lesson'
import { loadLesson } from '../../lib/lessons/text/load-lesson'
import type { Language } from '../../lib/words/languages'

const loading = new Map<string, Promise<Lesson>>()

export function lessonAt(slug: string, language: Language): Promise<Lesson> {
  const key = `${language}/${slug}`
  const known = loading.get(key) ?? loadLesson(slug, language)
  if (!known) throw new Error(`There is no lesson ${JSON.stringify(slug)}; lib/lessons/list.ts lists them.`)
  loading.set(key, known)
  return known
}

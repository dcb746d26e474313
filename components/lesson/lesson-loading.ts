/** Lessons, each loaded once a page, as promises that React can wait for. */
import type { Lesson } from '../../lib/lessons/lesson'
import { LOADERS } from '../../lib/lessons/loaders'

const loading = new Map<string, Promise<Lesson>>()

export function lessonAt(slug: string): Promise<Lesson> {
  const known = loading.get(slug) ?? LOADERS[slug]?.()
  if (!known) throw new Error(`There is no lesson ${JSON.stringify(slug)}; lib/lessons/loaders.ts lists them.`)
  loading.set(slug, known)
  return known
}

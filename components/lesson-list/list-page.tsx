/** The list of lessons at its address in each language. */
import type { Metadata } from 'next'
import { listHref } from '../../lib/lessons/addresses'
import { LESSONS } from '../../lib/lessons/index'
import { tIn } from '../../lib/words/catalogues'
import { LANGUAGES, type Language } from '../../lib/words/languages'
import { LessonList } from './lesson-list'

export function listMetadata(language: Language): Metadata {
  const t = tIn(language)
  return {
    title: `${t('Lessons')}: Pull the Plug`,
    description: t(
      'Cut a live stream, bring it back, and learn to build a client and a server that can do it. Five minutes each, on a real server.',
    ),
    alternates: { languages: Object.fromEntries(LANGUAGES.map((other) => [other, listHref(other)])) },
  }
}

export function ListPage({ language }: { language: Language }) {
  const lessons = LESSONS[language].map(({ slug, title, summary, steps }) => ({
    slug,
    title,
    summary,
    steps: steps.map(({ id }) => id),
  }))
  return <LessonList lessons={lessons} />
}

/** The list of lessons at its address in each language. */
import type { Metadata } from 'next'
import { listHref } from '../../lib/lessons/addresses'
import { LESSONS } from '../../lib/lessons/index'
import { GUIDES, guideIn } from '../../lib/words/guides'
import { LANGUAGES, type Language } from '../../lib/words/text'
import { GuideProvider } from '../i18n/guide'
import { LessonList } from './lesson-list'

export function listMetadata(language: Language): Metadata {
  const guide = guideIn(language)
  return {
    title: `${guide('lessons')}: Pull the Plug`,
    description: guide('listSummary'),
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
  return (
    <GuideProvider language={language} guide={GUIDES[language]}>
      <LessonList lessons={lessons} />
    </GuideProvider>
  )
}

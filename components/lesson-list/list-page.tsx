/** The list of lessons at its address in each language. */
import type { Metadata } from 'next'
import { listHref } from '../../lib/lessons/addresses'
import { LESSONS } from '../../lib/lessons/index'
import { GUIDE } from '../../lib/words/guide'
import { LANGUAGES, type Language } from '../../lib/words/text'
import { LanguageProvider } from '../i18n/language'
import { LessonList } from './lesson-list'

export function listMetadata(language: Language): Metadata {
  return {
    title: `${GUIDE.lessons[language]}: Pull the Plug`,
    description: GUIDE.listSummary[language],
    alternates: { languages: Object.fromEntries(LANGUAGES.map((other) => [other, listHref(other)])) },
  }
}

export function ListPage({ language }: { language: Language }) {
  const lessons = LESSONS.map(({ slug, title, summary, steps }) => ({
    slug,
    title: title[language],
    summary: summary[language],
    steps: steps.map(({ id }) => id),
  }))
  return (
    <LanguageProvider language={language}>
      <LessonList lessons={lessons} />
    </LanguageProvider>
  )
}

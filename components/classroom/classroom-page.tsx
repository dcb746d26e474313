/** The classroom and its notes, at their addresses in each language. */
import type { Metadata } from 'next'
import { classroomHref } from '../../lib/lessons/addresses'
import { LESSONS } from '../../lib/lessons/index'
import { EMPTY_TRACE } from '../../lib/trace/trace'
import { GUIDES, guideIn } from '../../lib/words/guides'
import { LANGUAGES, type Language } from '../../lib/words/text'
import { GuideProvider } from '../i18n/guide'
import { PlaygroundProvider } from '../use-playground'
import { Classroom } from './classroom'
import { ClassroomNotes } from './classroom-notes'

export function classroomMetadata(language: Language): Metadata {
  const guide = guideIn(language)
  return {
    title: `${guide('classroom')}: Pull the Plug`,
    description: guide('classroomSummary'),
    alternates: { languages: Object.fromEntries(LANGUAGES.map((other) => [other, classroomHref(other)])) },
  }
}

export function ClassroomPage({ language }: { language: Language }) {
  const outline = LESSONS[language].map(({ slug, title, steps }) => ({
    slug,
    title,
    asks: steps.map(({ prediction }) => prediction !== undefined),
  }))
  return (
    <GuideProvider language={language} guide={GUIDES[language]}>
      <PlaygroundProvider recording={EMPTY_TRACE} opensAt={0} scope="classroom">
        <Classroom outline={outline} />
      </PlaygroundProvider>
    </GuideProvider>
  )
}

export function NotesPage({ language }: { language: Language }) {
  return (
    <GuideProvider language={language} guide={GUIDES[language]}>
      <ClassroomNotes slugs={LESSONS[language].map(({ slug }) => slug)} />
    </GuideProvider>
  )
}

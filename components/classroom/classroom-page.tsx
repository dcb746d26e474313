/** The classroom and its notes, at their addresses in each language. */
import type { Metadata } from 'next'
import { classroomHref } from '../../lib/lessons/addresses'
import { LESSONS } from '../../lib/lessons/index'
import { EMPTY_TRACE } from '../../lib/trace/trace'
import { GUIDE } from '../../lib/words/guide'
import { LANGUAGES, type Language } from '../../lib/words/text'
import { LanguageProvider } from '../i18n/language'
import { PlaygroundProvider } from '../use-playground'
import { Classroom } from './classroom'
import { ClassroomNotes } from './classroom-notes'

export function classroomMetadata(language: Language): Metadata {
  return {
    title: `${GUIDE.classroom[language]}: Pull the Plug`,
    description: GUIDE.classroomSummary[language],
    alternates: { languages: Object.fromEntries(LANGUAGES.map((other) => [other, classroomHref(other)])) },
  }
}

export function ClassroomPage({ language }: { language: Language }) {
  const outline = LESSONS.map(({ slug, title, steps }) => ({
    slug,
    title: title[language],
    asks: steps.map(({ prediction }) => prediction !== undefined),
  }))
  return (
    <LanguageProvider language={language}>
      <PlaygroundProvider recording={EMPTY_TRACE} opensAt={0} scope="classroom">
        <Classroom outline={outline} />
      </PlaygroundProvider>
    </LanguageProvider>
  )
}

export function NotesPage({ language }: { language: Language }) {
  return (
    <LanguageProvider language={language}>
      <ClassroomNotes slugs={LESSONS.map(({ slug }) => slug)} />
    </LanguageProvider>
  )
}

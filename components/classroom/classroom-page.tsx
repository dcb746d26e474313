/** The classroom and its notes, at their addresses in each language. */
import type { Metadata } from 'next'
import { classroomHref } from '../../lib/lessons/addresses'
import { LESSONS } from '../../lib/lessons/index'
import { EMPTY_TRACE } from '../../lib/trace/trace'
import { tIn } from '../../lib/words/catalogues'
import { LANGUAGES, type Language } from '../../lib/words/languages'
import { PlaygroundProvider } from '../use-playground'
import { Classroom } from './classroom'
import { ClassroomNotes } from './classroom-notes'

export function classroomMetadata(language: Language): Metadata {
  const t = tIn(language)
  return {
    title: `${t('Classroom')}: Pull the Plug`,
    description: t('The lessons for a projector: large type, the keys of a remote, notes in a second window.'),
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
    <PlaygroundProvider recording={EMPTY_TRACE} opensAt={0} scope="classroom">
      <Classroom outline={outline} />
    </PlaygroundProvider>
  )
}

export function NotesPage({ language }: { language: Language }) {
  return <ClassroomNotes slugs={LESSONS[language].map(({ slug }) => slug)} />
}

/** What the addresses of all languages share: which pages there are, what they are called, and what stands on them. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { stepHref } from '../../lib/lessons/addresses'
import { LESSONS } from '../../lib/lessons/index'
import type { Lesson, Step } from '../../lib/lessons/lesson'
import { plain } from '../../lib/lessons/prose'
import { recordedLesson } from '../../lib/recordings/lesson-runs'
import { EMPTY_TRACE } from '../../lib/trace/trace'
import { tIn } from '../../lib/words/catalogues'
import { LANGUAGES, type Language } from '../../lib/words/languages'
import { PlaygroundProvider } from '../use-playground'
import { LessonScreen } from './lesson-screen'
import { figuresOf, runOfRecording } from './paper/recorded-run'

export type LessonParams = { readonly slug: string; readonly step?: readonly string[] }

/** One page a step; the first step's is the lesson's own address, and the address with its number shows it, too. */
export function lessonParams(): { slug: string; step: string[] }[] {
  return LESSONS.en.flatMap(({ slug, steps }) => [[], ...steps.map((_, index) => [String(index + 1)])].map((step) => ({ slug, step })))
}

export function lessonMetadata(language: Language, params: LessonParams): Metadata {
  const { lesson, step, number } = find(language, params)
  const place = number > 1 ? `${tIn(language)('stepOf', { n: number, total: lesson.steps.length })}: ${step.title}. ` : ''
  return {
    title: `${lesson.title} ${place}Pull the Plug`,
    description: number > 1 ? plain(step.prose[0] ?? '') : lesson.summary,
    alternates: { languages: Object.fromEntries(LANGUAGES.map((other) => [other, stepHref(other, lesson.slug, number)])) },
  }
}

export async function LessonPage({ language, params }: { language: Language; params: LessonParams }) {
  const lessons = LESSONS[language]
  const { lesson } = find(language, params)
  const index = lessons.indexOf(lesson)
  const next = lessons[index + 1]
  const recorded = (await recordedLesson(lesson.slug)).map((run, at) => figuresOf(lesson.steps[at] as Step, runOfRecording(run)))
  return (
    <PlaygroundProvider key={lesson.slug} recording={EMPTY_TRACE} opensAt={0} scope={`lesson/${lesson.slug}`}>
      <LessonScreen
        slug={lesson.slug}
        recorded={recorded}
        place={{ n: index + 1, total: lessons.length, ...(next ? { next: { slug: next.slug, title: next.title } } : {}) }}
      />
    </PlaygroundProvider>
  )
}

function find(language: Language, { slug, step }: LessonParams): { lesson: Lesson; step: Step; number: number } {
  const lesson = LESSONS[language].find((one) => one.slug === slug)
  const number = step?.[0] === undefined ? 1 : Number(step[0])
  const found = lesson?.steps[number - 1]
  if (!lesson || !found || (step?.length ?? 0) > 1) notFound()
  return { lesson, step: found, number }
}

'use client'
/** What the teacher sees: what to say, what comes next, and the same keys. It follows the classroom's window. */
import { Suspense, use } from 'react'
import { plain } from '../../lib/lessons/prose'
import { useGuide } from '../i18n/guide'
import { useLanguage } from '../i18n/language'
import './classroom.css'
import { lessonAt } from '../lesson/lesson-loading'
import { type Command, type Standing, useClassroomNotes } from './use-classroom'

export function ClassroomNotes({ slugs }: { slugs: readonly string[] }) {
  const language = useLanguage()
  const guide = useGuide()
  const { standing, command } = useClassroomNotes()
  const slug = standing && slugs[standing.lesson]
  return (
    <main className="notes-window" lang={language}>
      <h1>{guide('notesTitle')}</h1>
      {standing && slug ? (
        <Suspense>
          <Notes slug={slug} standing={standing} total={slugs.length} onCommand={command} />
        </Suspense>
      ) : (
        <p>{guide('notesWaiting')}</p>
      )}
      <p className="keys">{guide('classroomKeys')}</p>
    </main>
  )
}

type NotesProps = { slug: string; standing: Standing; total: number; onCommand: (command: Command) => void }

function Notes({ slug, standing, total, onCommand }: NotesProps) {
  const language = useLanguage()
  const guide = useGuide()
  const lesson = use(lessonAt(slug, language))
  const step = lesson.steps[standing.step]
  const next = lesson.steps[standing.step + 1]
  if (!step) return null
  return (
    <>
      <p className="eyebrow">{guide('lessonOf', { n: standing.lesson + 1, total })}</p>
      <h2>
        {lesson.title} {guide('stepNamed', { n: standing.step + 1, title: step.title })}
      </h2>
      <p className="say">{step.notes}</p>
      <p>{plain(step.act)}</p>
      <ul>
        {step.hints.map((hint) => (
          <li key={hint}>{plain(hint)}</li>
        ))}
      </ul>
      <p>
        {guide('specification')}: <a href={step.spec.href}>{step.spec.says}</a>
      </p>
      {next && (
        <p>
          {guide('nextStep')}: {next.title}
        </p>
      )}
      <div className="notes-keys">
        <button type="button" onClick={() => onCommand('previous')}>
          {guide('previousStep')}
        </button>
        <button type="button" onClick={() => onCommand('reveal')} aria-pressed={standing.revealed}>
          {guide('reveal')}
        </button>
        <button type="button" onClick={() => onCommand('pause')} aria-pressed={standing.paused}>
          {guide('paused')}
        </button>
        <button type="button" onClick={() => onCommand('next')}>
          {guide('nextStep')}
        </button>
      </div>
    </>
  )
}

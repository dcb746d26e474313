'use client'
/** What the teacher sees: what to say, what comes next, and the same keys. It follows the classroom's window. */
import { Suspense, use } from 'react'
import { plain } from '../../lib/lessons/prose'
import { useLanguage, useT } from '../i18n/language'
import './classroom-notes.css'
import { lessonAt } from '../lesson/lesson-loading'
import { type Command, type Standing, useClassroomNotes } from './use-classroom'

export function ClassroomNotes({ slugs }: { slugs: readonly string[] }) {
  const language = useLanguage()
  const t = useT()
  const { standing, command } = useClassroomNotes()
  const slug = standing && slugs[standing.lesson]
  return (
    <main className="notes-window" lang={language}>
      <h1>{t('Speaker notes')}</h1>
      {standing && slug ? (
        <Suspense>
          <Notes slug={slug} standing={standing} total={slugs.length} onCommand={command} />
        </Suspense>
      ) : (
        <p>{t('Waiting for the classroom window.')}</p>
      )}
      <p className="keys">{t('Page Down: next. Page Up: back. B or period: pause. Enter: reveal.')}</p>
    </main>
  )
}

type NotesProps = { slug: string; standing: Standing; total: number; onCommand: (command: Command) => void }

function Notes({ slug, standing, total, onCommand }: NotesProps) {
  const language = useLanguage()
  const t = useT()
  const lesson = use(lessonAt(slug, language))
  const step = lesson.steps[standing.step]
  const next = lesson.steps[standing.step + 1]
  if (!step) return null
  return (
    <>
      <p className="eyebrow">{t('Lesson {n} of {total}', { n: standing.lesson + 1, total })}</p>
      <h2>
        {lesson.title} {t('Step {n}: {title}', { n: standing.step + 1, title: step.title })}
      </h2>
      <p className="say">{step.notes}</p>
      <p>{plain(step.act)}</p>
      <ul>
        {step.hints.map((hint) => (
          <li key={hint}>{plain(hint)}</li>
        ))}
      </ul>
      <p>
        {t('Specification')}: <a href={step.spec.href}>{step.spec.says}</a>
      </p>
      {next && (
        <p>
          {t('Next step')}: {next.title}
        </p>
      )}
      <div className="notes-keys">
        <button type="button" onClick={() => onCommand('previous')}>
          {t('Back')}
        </button>
        <button type="button" onClick={() => onCommand('reveal')} aria-pressed={standing.revealed}>
          {t('Reveal')}
        </button>
        <button type="button" onClick={() => onCommand('pause')} aria-pressed={standing.paused}>
          {t('Paused')}
        </button>
        <button type="button" onClick={() => onCommand('next')}>
          {t('Next step')}
        </button>
      </div>
    </>
  )
}

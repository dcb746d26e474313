'use client'
/** What the teacher sees: what to say, what comes next, and the same keys. It follows the classroom's window. */
import { Suspense, use } from 'react'
import { plain } from '../../lib/lessons/prose'
import { GUIDE, lessonOf, stepNamed } from '../../lib/words/guide'
import { useLanguage, useSay } from '../i18n/language'
import './classroom.css'
import { lessonAt } from '../lesson/lesson-loading'
import { type Command, type Standing, useClassroomNotes } from './use-classroom'

export function ClassroomNotes({ slugs }: { slugs: readonly string[] }) {
  const language = useLanguage()
  const say = useSay()
  const { standing, command } = useClassroomNotes()
  const slug = standing && slugs[standing.lesson]
  return (
    <main className="notes-window" lang={language}>
      <h1>{say(GUIDE.notesTitle)}</h1>
      {standing && slug ? (
        <Suspense>
          <Notes slug={slug} standing={standing} total={slugs.length} onCommand={command} />
        </Suspense>
      ) : (
        <p>{say(GUIDE.notesWaiting)}</p>
      )}
      <p className="keys">{say(GUIDE.classroomKeys)}</p>
    </main>
  )
}

type NotesProps = { slug: string; standing: Standing; total: number; onCommand: (command: Command) => void }

function Notes({ slug, standing, total, onCommand }: NotesProps) {
  const language = useLanguage()
  const say = useSay()
  const lesson = use(lessonAt(slug))
  const step = lesson.steps[standing.step]
  const next = lesson.steps[standing.step + 1]
  if (!step) return null
  return (
    <>
      <p className="eyebrow">{say(lessonOf(standing.lesson + 1, total))}</p>
      <h2>
        {say(lesson.title)} {say(stepNamed(standing.step + 1, step.title))}
      </h2>
      <p className="say">{say(step.notes)}</p>
      <p>{plain(step.act[language])}</p>
      <ul>
        {step.hints.map((hint) => (
          <li key={hint.en}>{plain(hint[language])}</li>
        ))}
      </ul>
      <p>
        {say(GUIDE.specification)}: <a href={step.spec.href}>{say(step.spec.says)}</a>
      </p>
      {next && (
        <p>
          {say(GUIDE.nextStep)}: {say(next.title)}
        </p>
      )}
      <div className="notes-keys">
        <button type="button" onClick={() => onCommand('previous')}>
          {say(GUIDE.previousStep)}
        </button>
        <button type="button" onClick={() => onCommand('reveal')} aria-pressed={standing.revealed}>
          {say(GUIDE.reveal)}
        </button>
        <button type="button" onClick={() => onCommand('pause')} aria-pressed={standing.paused}>
          {say(GUIDE.paused)}
        </button>
        <button type="button" onClick={() => onCommand('next')}>
          {say(GUIDE.nextStep)}
        </button>
      </div>
    </>
  )
}

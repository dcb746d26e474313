'use client'
/** All lessons with what has been reached of each, and the progress itself: to take along, to bring back, to clear. */
import { type ChangeEvent, useState } from 'react'
import { classroomHref, coverageHref, stepHref } from '../../lib/lessons/addresses'
import { parseProgress, progressOf, reachedIn, serialize } from '../../lib/lessons/progress'
import { LessonBar } from '../app-bar/lesson-bar'
import { useLanguage, useT } from '../i18n/language'
import '../lesson/lesson-guide.css'
import { runningText } from '../shared/running-text'
import '../lesson/lesson-question.css'
import '../lesson/lesson-measures.css'
import '../lesson/paper/lesson-paper.css'
import './lesson-list.css'
import { useProgress } from './use-progress'

/** What the list needs of a lesson, in one language. */
type LessonEntry = { readonly slug: string; readonly title: string; readonly summary: string; readonly steps: readonly string[] }

export function LessonList({ lessons }: { lessons: readonly LessonEntry[] }) {
  const language = useLanguage()
  const t = useT()
  const { progress } = useProgress()
  return (
    <div className="lesson-list" lang={language}>
      <LessonBar />
      <main>
        <h1>{t('Twelve lessons.')}</h1>
        <p className="lead">
          {t(
            'Cut a live stream, bring it back, and learn to build a client and a server that can do it. Five minutes each, on a real server.',
          )}
        </p>
        <ol>
          {lessons.map(({ slug, title, summary, steps }, index) => {
            const reached = reachedIn(progress, slug, steps)
            const next = steps.findIndex((step) => !progressOf(progress, slug, step).reached)
            return (
              <li key={slug} data-whole={reached === steps.length || undefined}>
                <a href={`${stepHref(language, slug, reached > 0 && next > 0 ? next + 1 : 1)}#read`}>
                  <span className="n">{index + 1}</span>
                  <h2>{runningText(title)}</h2>
                  <p>{summary}</p>
                  <p className="how-far">
                    <span className="pips" aria-hidden="true">
                      {steps.map((step) => (
                        <i key={step} data-reached={progressOf(progress, slug, step).reached} />
                      ))}
                    </span>
                    {t('{n} of {total} steps', { n: reached, total: steps.length })}
                  </p>
                </a>
              </li>
            )
          })}
        </ol>
        <ProgressTools />
        <p className="to-classroom">
          <a href={classroomHref(language)}>{t('Classroom')}</a>
          <span>{t('The lessons for a projector: large type, the keys of a remote, notes in a second window.')}</span>
        </p>
        <p className="to-classroom">
          <a href={coverageHref(language)}>{t('Every rule of the specification, and where it is shown')}</a>
        </p>
        <p className="to-classroom">
          <a href="/authors">{t('A lesson or a run in a page of your own: one tag to copy')}</a>
        </p>
      </main>
    </div>
  )
}

function ProgressTools() {
  const t = useT()
  const { progress, kept, replace, clear } = useProgress()
  const [failed, setFailed] = useState(false)
  async function bring(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    event.target.value = ''
    const brought = file && parseProgress(await file.text())
    setFailed(!brought)
    if (brought) replace(brought)
  }
  return (
    <section className="progress-tools" aria-labelledby="progress">
      <h2 id="progress">{t('Your progress')}</h2>
      <p>{t(kept ? 'Kept in this browser only.' : 'This browser keeps nothing: progress lasts until you leave.')}</p>
      <div>
        <button type="button" onClick={() => saveFile(serialize(progress))}>
          {t('Export')}
        </button>
        <label className="button">
          {t('Import')}
          <input type="file" accept="application/json,.json" className="sr" onChange={bring} />
        </label>
        <button type="button" onClick={() => confirm(t('Clear all progress?')) && clear()}>
          {t('Clear')}
        </button>
      </div>
      <p role="alert">{failed ? t('This file holds no progress of this site.') : ''}</p>
    </section>
  )
}

function saveFile(json: string): void {
  const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'pull-the-plug-progress.json'
  link.click()
  URL.revokeObjectURL(url)
}

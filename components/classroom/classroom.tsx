'use client'
/**
 * The classroom: a lesson for a projector. Large type beside the live stage, predictions hidden until they are revealed, driven by a
 * presenter's remote; what the teacher says is in a second window (classroom-notes.tsx).
 */
import { Suspense, use, useEffect, useMemo } from 'react'
import { notesHref } from '../../lib/lessons/addresses'
import type { Judgement, Step } from '../../lib/lessons/lesson'
import { perform, runOf } from '../../lib/lessons/play-solution'
import { EMPTY_TRACE } from '../../lib/trace/trace'
import { useLanguage, useT } from '../i18n/language'
import { Stage } from '../stage/stage'
import '../story/story.css'
import { LitProvider } from '../fates/term'
import { runningText } from '../shared/running-text'
import { subjectOf } from '../tool-view/tool-progress'
import '../app-bar/top-bar.css'
import { Transport } from '../timeline/transport'
import { usePlayground, usePlaygroundItself, useSnapshot } from '../use-playground'
import './classroom.css'
import './classroom-narrow.css'
import { lessonAt } from '../lesson/lesson-loading'
import { ProseView } from '../lesson/step/prose-view'
import { type Command, type Standing, useClassroom } from './use-classroom'

/** What the classroom must know of every lesson before it is loaded. */
type Outline = { readonly slug: string; readonly title: string; readonly asks: readonly boolean[] }

export function Classroom({ outline }: { outline: readonly Outline[] }) {
  const language = useLanguage()
  const t = useT()
  const snapshot = useSnapshot()
  const options = usePlayground((state) => state.options)
  const counts = useMemo(() => outline.map(({ asks }) => asks.length), [outline])
  const hides = useMemo(() => (lesson: number, step: number) => outline[lesson]?.asks[step] ?? false, [outline])
  const { standing, command, goTo } = useClassroom(counts, hides)
  const { slug = '' } = outline[standing.lesson] ?? {}
  return (
    <LitProvider>
      <div className="app classroom" lang={language}>
        <header className="bar">
          <label>
            <span className="sr">{t('Lesson')}</span>
            <select value={standing.lesson} onChange={(event) => goTo(Number(event.target.value))}>
              {outline.map(({ title }, index) => (
                <option key={title} value={index}>
                  {index + 1}. {title}
                </option>
              ))}
            </select>
          </label>
          {/* the teacher's legend is in the notes, not on the wall */}
          <p className="sr">{t('Page Down: next. Page Up: back. B or period: pause. Enter: reveal.')}</p>
          <button type="button" onClick={() => window.open(notesHref(language), 'pull-the-plug-notes', 'popup,width=620,height=760')}>
            {t('Speaker notes')}
          </button>
        </header>
        <main>
          <Suspense fallback={<article className="read board" />}>
            <Board key={slug} slug={slug} standing={standing} total={outline.length} onCommand={command} />
          </Suspense>
          <Stage snapshot={snapshot} subject={subjectOf(snapshot, options)} foot={<Transport />} />
        </main>
        {standing.paused && <div className="pause">{t('Paused')}</div>}
      </div>
    </LitProvider>
  )
}

type BoardProps = { slug: string; standing: Standing; total: number; onCommand: (command: Command) => void }

/** What the class reads. A new lesson begins on an untouched stage. */
function Board({ slug, standing, total, onCommand }: BoardProps) {
  const t = useT()
  const lesson = use(lessonAt(slug, useLanguage()))
  const playground = usePlaygroundItself()
  const state = usePlayground((whole) => whole)
  const run = useMemo(() => runOf(state), [state])
  const step = lesson.steps[standing.step] ?? (lesson.steps[0] as Step)
  useEffect(() => playground.show(EMPTY_TRACE), [playground])
  useEffect(() => playground.setOptions(step.setup ?? {}), [playground, step])
  const answer = step.prediction?.answer(run)
  return (
    <article className="read board" id="read" aria-label={t('Lesson')}>
      <p className="eyebrow">
        {t('Lesson {n} of {total}', { n: standing.lesson + 1, total: total })} ·{' '}
        {t('Step {n} of {total}', { n: standing.step + 1, total: lesson.steps.length })}
      </p>
      <h1>{runningText(lesson.title)}</h1>
      <p className="act-sentence">
        <ProseView prose={step.act} snapshot={run.snapshot} />
      </p>
      {step.offers && (
        <div className="offers">
          {step.offers.map(({ words, act }) => (
            <button key={words} type="button" disabled={act.when ? !act.when(run) : false} onClick={() => perform(playground, act)}>
              {words}
            </button>
          ))}
        </div>
      )}
      {step.prediction && (
        <section className="ask">
          <h2>
            <ProseView prose={step.prediction.question} snapshot={run.snapshot} />
          </h2>
          <ol>
            {step.prediction.choices.map(({ id, words }, index) => (
              <li key={id} value={index + 1} data-true={(standing.revealed && answer?.choice === id) || undefined}>
                <ProseView prose={words} snapshot={run.snapshot} />
              </li>
            ))}
          </ol>
          {standing.revealed && answer && <p className="shown">{answer.shown}</p>}
          {!standing.revealed && (
            <button type="button" className="reveal" onClick={() => onCommand('reveal')}>
              {t('Reveal')}
            </button>
          )}
        </section>
      )}
      {(standing.revealed || (!step.prediction && run.snapshot.connections.length > 0)) && (
        <GoalLine step={step} judgement={step.goal.judge(run)} />
      )}
    </article>
  )
}

function GoalLine({ step, judgement }: { step: Step; judgement: Judgement }) {
  const t = useT()
  return (
    <p className="goal-line" data-state={judgement.state}>
      {/* a goal in the words of the act stands above already */}
      {step.act !== `${step.goal.sentence}.` && <b>{step.goal.sentence}. </b>}
      {judgement.state === 'done'
        ? judgement.shown
        : `${t(judgement.state === 'not-yet' ? 'Not yet, because' : 'No longer possible in this run, because')} ${judgement.because}`}
    </p>
  )
}

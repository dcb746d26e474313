'use client'
import { type MouseEvent, useEffect, useRef } from 'react'
import { inLanguage, listHref, stepHref, stepOfPath } from '../../lib/lessons/addresses'
import type { Lesson, Step } from '../../lib/lessons/lesson'
import { perform } from '../../lib/lessons/play-solution'
import { progressOf } from '../../lib/lessons/progress'
import { LANGUAGE_NAMES, LANGUAGES } from '../../lib/words/languages'
import { useLanguage, useT } from '../i18n/language'
import { useProgress } from '../lesson-list/use-progress'
import { runningText } from '../shared/running-text'
/**
 * The text column of a lesson: what it is about, what to do now, what one expects, and how far this run has come. It reads the run and
 * calls the playground's verbs; the words and the judging are the lesson's own.
 */
import { usePath } from '../shared/use-path'
import { NewsPlace } from '../stage/notices/stage-notices'
import { EventAnatomy } from '../tool-view/event-anatomy'
import { usePlaygroundItself, useSnapshot } from '../use-playground'
import { PrintSheet } from './paper/print-sheet'
import type { RecordedFigures } from './paper/recorded-run'
import { GoalList } from './step/goal-list'
import { Hints } from './step/hints'
import { PredictionCard } from './step/prediction-card'
import { ProseView } from './step/prose-view'
import { type StepState, useStep } from './step/use-step'

/** Where a lesson stands among the others. */
export type Place = { readonly n: number; readonly total: number; readonly next?: { readonly slug: string; readonly title: string } }

type LessonGuideProps = { readonly lesson: Lesson; readonly place: Place; readonly recorded: readonly RecordedFigures[] }

export function LessonGuide({ lesson, place, recorded }: LessonGuideProps) {
  const language = useLanguage()
  const t = useT()
  const path = usePath()
  const snapshot = useSnapshot()
  const number = stepOfPath(path, lesson.slug, lesson.steps.length)
  const step = lesson.steps[number - 1] as Step
  const state = useStep(lesson, step)
  const { progress } = useProgress()
  const heading = useArrival(number)
  return (
    <>
      <p className="step-line" data-reached={state.reached}>
        <ProseView prose={step.act} snapshot={snapshot} />
      </p>
      <article className="read guide" id="read" aria-label={t('Lesson')}>
        <NewsPlace />
        <div className="guide-body">
          <div className="guide-head">
            <p className="eyebrow">
              <a href={listHref(language)}>{t('Lesson {n} of {total}', { n: place.n, total: place.total })}</a>
              {LANGUAGES.filter((other) => other !== language).map((other) => (
                <a key={other} className="phone-only" href={inLanguage(path, other)} lang={other} hrefLang={other}>
                  {LANGUAGE_NAMES[other]}
                </a>
              ))}
            </p>
            <h1>{runningText(lesson.title)}</h1>
            <h2 ref={heading} tabIndex={-1} className="sr">
              {t('Step {n}: {title}', { n: number, title: step.title })}
            </h2>
            {step.prose.map((prose) => (
              <p key={prose} className="prose">
                <ProseView prose={prose} snapshot={snapshot} />
              </p>
            ))}
            {step.figure === 'event' && <EventAnatomy snapshot={snapshot} selected={state.run.selected} />}
            <Turn step={step} state={state} />
          </div>
          {step.prediction && (
            <PredictionCard
              name={step.id}
              prediction={step.prediction}
              snapshot={snapshot}
              chosen={state.chosen}
              answer={state.answer}
              onChoose={state.choose}
            />
          )}
        </div>
        <div className="guide-end">
          <GoalList
            lesson={lesson}
            current={number - 1}
            judgement={state.judgement}
            reached={lesson.steps.map(({ id }) => progressOf(progress, lesson.slug, id).reached)}
            onUndo={state.startAgain}
          />
          <Hints key={step.id} step={step} snapshot={snapshot} showing={state.showing} onShow={state.showMe} onStop={state.stopShowing} />
          <p className="small spec">
            <b>{t('Specification')}:</b> <a href={step.spec.href}>{step.spec.says}</a>
          </p>
        </div>
        <Foot lesson={lesson} number={number} place={place} state={state} />
        <PrintSheet lesson={lesson} number={number} snapshot={snapshot} recorded={recorded} />
      </article>
    </>
  )
}

/** The one sentence that says what to do, and the guide's own buttons for what the stage has none for. */
function Turn({ step, state }: { step: Step; state: StepState }) {
  const playground = usePlaygroundItself()
  return (
    <div className="turn">
      <p>
        <ProseView prose={step.act} snapshot={state.run.snapshot} />
      </p>
      {step.offers && (
        <div className="offers">
          {step.offers.map(({ words, act }) => (
            <button key={words} type="button" disabled={act.when ? !act.when(state.run) : false} onClick={() => perform(playground, act)}>
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

function Foot({ lesson, number, place, state }: { lesson: Lesson; number: number; place: Place; state: StepState }) {
  const language = useLanguage()
  const t = useT()
  const go = useStepLink()
  const last = number === lesson.steps.length
  const next = last ? (place.next ? stepHref(language, place.next.slug) : listHref(language)) : stepHref(language, lesson.slug, number + 1)
  return (
    <footer className="guide-foot">
      <button type="button" className="plain" onClick={state.startAgain}>
        {t('Start again')}
      </button>
      <nav className="dots" aria-label={t('Steps')}>
        {lesson.steps.map((step, index) => (
          <a
            key={step.id}
            href={stepHref(language, lesson.slug, index + 1)}
            aria-current={index + 1 === number ? 'step' : undefined}
            onClick={go}
          >
            <span className="sr">{t('Step {n}: {title}', { n: index + 1, title: step.title })}</span>
          </a>
        ))}
        <span className="sr">{t('Step {n} of {total}', { n: number, total: lesson.steps.length })}</span>
      </nav>
      {last ? (
        <a className="next" href={place.next ? `${next}#read` : next} title={place.next?.title} data-ready={state.reached ? '' : undefined}>
          {t(place.next ? 'Next lesson' : 'To the lessons')}
        </a>
      ) : (
        <a className="next" href={next} data-ready={state.reached ? '' : undefined} onClick={go}>
          {t('Next step')}
        </a>
      )}
    </footer>
  )
}

/** Goes to a step without leaving the page: the run on the stage stays. Back works, and so does a new tab. */
function useStepLink() {
  return (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.pushState(null, '', event.currentTarget.href + location.hash)
  }
}

/** A new step is read from its start. The first one leaves the focus where the page put it. */
function useArrival(number: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(number)
  useEffect(() => {
    if (before.current === number) return
    before.current = number
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('article')?.scrollTo({ top: 0 })
  }, [number])
  return heading
}

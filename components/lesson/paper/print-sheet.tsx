'use client'
import type { Lesson, Step } from '../../../lib/lessons/lesson'
import type { Snapshot } from '../../../lib/trace/snapshot-types'
/**
 * A lesson on paper: every step as text, with the figures of the run that is on the stage, else of the recorded one, and room for an answer.
 * Shown in print only. The runs themselves follow it as drawings: lesson-paper.tsx.
 */
import { useT } from '../../i18n/language'
import { usePlayground } from '../../use-playground'
import { ProseView } from '../step/prose-view'
import { asksForFigures, type RecordedFigures } from './recorded-run'

type PrintSheetProps = {
  readonly lesson: Lesson
  /** of the step on the screen: the reader's run is one of it */
  readonly number: number
  readonly snapshot: Snapshot
  readonly recorded: readonly RecordedFigures[]
}

export function PrintSheet({ lesson, number, snapshot, recorded }: PrintSheetProps) {
  const t = useT()
  const hasRun = usePlayground(({ trace }) => trace.observations.length > 0)
  return (
    <section className="print-sheet" aria-hidden="true">
      <p className="print-title">{lesson.title}</p>
      <p>{lesson.summary}</p>
      {lesson.steps.map((step, index) => (
        <PrintedText
          key={step.id}
          step={step}
          heading={t('Step {n}: {title}', { n: index + 1, title: step.title })}
          snapshot={snapshot}
          figures={hasRun && index + 1 === number ? undefined : recorded[index]}
        />
      ))}
    </section>
  )
}

type PrintedTextProps = {
  readonly step: Step
  readonly heading: string
  readonly snapshot: Snapshot
  /** none where the reader's own run is on the stage */
  readonly figures: RecordedFigures | undefined
}

function PrintedText({ step, heading, snapshot, figures }: PrintedTextProps) {
  const t = useT()
  const run = { snapshot, figures }
  return (
    <div className="print-step">
      <h2>{heading}</h2>
      {step.prose.map((prose) => (
        <p key={prose}>
          <ProseView prose={prose} {...run} />
        </p>
      ))}
      {asksForFigures(step) && (
        <p className="print-note">
          {t(figures ? 'The numbers are those of the recorded run below.' : 'The numbers are those of your run.')}
        </p>
      )}
      <p>
        <b>{t('Your turn')}:</b> <ProseView prose={step.act} {...run} />
      </p>
      {step.prediction && <PrintedQuestion prediction={step.prediction} run={run} />}
      <p className="print-note">
        {t('Specification')}: {step.spec.says} <span className="address">{step.spec.href}</span>
      </p>
    </div>
  )
}

type Run = { readonly snapshot: Snapshot; readonly figures: RecordedFigures | undefined }

function PrintedQuestion({ prediction, run }: { readonly prediction: NonNullable<Step['prediction']>; readonly run: Run }) {
  const t = useT()
  return (
    <div className="print-question">
      <p>
        <b>
          <ProseView prose={prediction.question} {...run} />
        </b>
      </p>
      <ul>
        {prediction.choices.map(({ id, words }) => (
          <li key={id}>
            <ProseView prose={words} {...run} />
          </li>
        ))}
      </ul>
      <p className="print-room">{t('What I expect, and why')}:</p>
    </div>
  )
}

'use client'
import { stepHref } from '../../../lib/lessons/addresses'
import type { Lesson, LessonRun, Step } from '../../../lib/lessons/lesson'
import { runOf } from '../../../lib/lessons/play-solution'
import type { EpochMs } from '../../../lib/protocol/observation'
import type { RecordedStep } from '../../../lib/recordings/lesson-runs'
/** What the runs of a lesson showed, drawn for paper: one a step, the reader's own where she has one on the stage. Loaded before printing. */
import { useLanguage, useT } from '../../i18n/language'
import { StepFigure } from '../../print/step-figure'
import { useMoment, usePlayground } from '../../use-playground'
import { ProseView } from '../step/prose-view'
import { momentOfRecording, runOfRecording } from './recorded-run'

export type LessonPaperProps = {
  readonly lesson: Lesson
  readonly recorded: readonly RecordedStep[]
  /** of the step on the screen */
  readonly number: number
}

export function LessonPaper({ lesson, recorded, number }: LessonPaperProps) {
  const t = useT()
  const state = usePlayground((whole) => whole)
  const moment = useMoment()
  const hasRun = state.trace.observations.length > 0
  return (
    <section className="lesson-paper">
      <h1>{t('What the runs showed')}</h1>
      {lesson.steps.map((step, index) => {
        const own = hasRun && index + 1 === number
        const from = recorded[index]
        if (!own && !from) return null
        const run = own || !from ? runOf(state) : runOfRecording(from)
        const at = own || !from ? moment : momentOfRecording(from)
        return <PaperRun key={step.id} {...{ step, run, at, own }} number={index + 1} slug={lesson.slug} />
      })}
    </section>
  )
}

type PaperRunProps = {
  readonly step: Step
  readonly number: number
  readonly slug: string
  readonly run: LessonRun
  readonly at: EpochMs
  /** the reader's */
  readonly own: boolean
}

function PaperRun({ step, number, slug, run, at, own }: PaperRunProps) {
  const t = useT()
  const language = useLanguage()
  const judgement = step.goal.judge(run)
  const answer = step.prediction?.answer(run)
  return (
    <section className="paper-run" data-run={own ? 'own' : 'recorded'}>
      <h2>{t('Step {n}: {title}', { n: number, title: step.title })}</h2>
      <p className="print-note">
        {t(own ? 'Your own run, as it stands on the stage.' : 'Recorded: the reference solution, on the real server and client.')}
      </p>
      <p>
        <b>{step.goal.sentence}.</b> {verdict(judgement)}
      </p>
      {step.prediction && answer && (
        <p>
          <b>
            <ProseView prose={step.prediction.question} snapshot={run.snapshot} />
          </b>{' '}
          {t('The wire showed')}: {answer.shown}
        </p>
      )}
      <StepFigure
        trace={run.trace}
        at={at}
        next={run.options}
        title={t(own ? 'Your run' : 'The recorded run of this step')}
        address={new URL(stepHref(language, slug, number), location.origin).href}
      />
    </section>
  )
}

const verdict = (judgement: ReturnType<Step['goal']['judge']>): string => (judgement.state === 'done' ? judgement.shown : judgement.because)

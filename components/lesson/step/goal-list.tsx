'use client'
import type { Judgement, Lesson } from '../../../lib/lessons/lesson'
import type { StepProgress } from '../../../lib/lessons/progress'
/** The goals of a lesson, one a step, ticked by the run; under the current one what is missing, from this very trace. */
import { msg } from '../../../lib/words/message'
import { useT } from '../../i18n/language'

type GoalListProps = {
  readonly lesson: Lesson
  /** index of the current step */
  readonly current: number
  readonly judgement: Judgement
  readonly reached: readonly StepProgress['reached'][]
  readonly onUndo: () => void
}

export function GoalList({ lesson, current, judgement, reached, onUndo }: GoalListProps) {
  const t = useT()
  return (
    <ul className="goals guide-goals" aria-label={t('Goals')}>
      {lesson.steps.map((step, index) => {
        const how = reached[index]
        const mark = how === 'done' ? msg('Done:') : how === 'shown' ? msg('Shown, not solved:') : msg('Open:')
        return (
          <li key={step.id} data-reached={how} data-current={index === current || undefined}>
            <GoalTick how={how} />
            <div>
              <span className="sr">{t(mark)} </span>
              {step.goal.sentence}
              {how === 'shown' && <small>{t('Shown, not solved')}.</small>}
              {index === current && <GoalNote judgement={judgement} met={how !== undefined} onUndo={onUndo} />}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** What the run says of the goal. A goal once reached stays reached; then only the evidence is shown. */
function GoalNote({ judgement, met, onUndo }: { judgement: Judgement; met: boolean; onUndo: () => void }) {
  const t = useT()
  if (judgement.state === 'done') return <small>{judgement.shown}</small>
  if (met) return null
  const stuck = judgement.state === 'no-longer-possible'
  return (
    <small data-state={judgement.state}>
      {t(stuck ? 'No longer possible in this run, because' : 'Not yet, because')} {judgement.because}{' '}
      {stuck && (
        <button type="button" className="link" onClick={onUndo}>
          {t('Start again')}
        </button>
      )}
    </small>
  )
}

function GoalTick({ how }: { how: StepProgress['reached'] }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      {how === 'done' ? (
        <>
          <circle cx="10" cy="10" r="10" fill="var(--ink)" />
          <path d="M5.5 10.5l3 3 6-6.5" fill="none" stroke="var(--paper)" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
        </>
      ) : (
        <>
          <circle cx="10" cy="10" r="9" fill="none" stroke="var(--ink-3)" strokeWidth="2" strokeDasharray={how ? undefined : '3.6 3'} />
          {how === 'shown' && <path d="M8 6.2v7.6l6-3.8z" fill="var(--ink-2)" />}
        </>
      )}
    </svg>
  )
}

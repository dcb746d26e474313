/** What there is to do in this run, and how far it has come. Computed from the run, never ticked by hand. */

import type { Ledger } from '../../lib/trace/snapshot-types'
import { msg } from '../../lib/words/message'
import type { Translate } from '../../lib/words/t'
import { useT } from '../i18n/language'
import { counted, type Subject, type SubjectKind } from '../tool-view/tool-progress'
import { capital, gone, rowsSaid } from './chapters/loss-words'
import type { Beat } from './facts/chapter'

const WHOLE: Readonly<Record<SubjectKind, string>> = {
  picture: msg('Fill the picture, no row twice'),
  words: msg('Complete the story, no word twice'),
  count: msg('Complete the countdown, no number twice'),
}

type GoalsProps = { readonly beat: Beat; readonly subject: Subject; readonly ledger: Ledger }

export function Goals(props: GoalsProps) {
  const t = useT()
  const goals = goalsOf(props, t)
  return (
    <ul className="goals" aria-label={t('Goals')}>
      {goals.map((goal) => (
        <li key={goal.text} data-met={goal.met || undefined}>
          <GoalMark met={goal.met} />
          <div>
            <span className="sr">{goal.met ? t('Done:') : t('Open:')} </span>
            {goal.text}
            {goal.note && <small>{goal.note}</small>}
          </div>
        </li>
      ))}
    </ul>
  )
}

type Goal = { readonly text: string; readonly met: boolean; readonly note?: string }

/** What there is to do, in the language of `t`, and why the second is still open. */
export function goalsOf({ beat, subject, ledger }: GoalsProps, t: Translate): readonly Goal[] {
  const { words, have, total } = subject
  const met = beat.wasCut && total > 0 && have === total && beat.doubled.length === 0
  const note = met || !beat.wasCut ? undefined : noteOf({ beat, subject, ledger }, t)
  return [
    { text: t('Cut the stream while the tool is {doing}', { doing: t(words.doing) }), met: beat.wasCut },
    { text: t(WHOLE[subject.kind]), met, ...(note === undefined ? {} : { note }) },
  ]
}

/** The ledger counts the answer too; the subject only its rows. */
function noteOf({ beat, subject, ledger }: GoalsProps, t: Translate): string {
  const { have, total, words } = subject
  if (ledger.lost > 0) return t('Not reached in this run. Lost: {what}', { what: gone(subject, ledger, 'lost', t) })
  if (beat.never > 0) return t('Not reached in this run. {rows} will never come.', { rows: counted(beat.never, words, t) })
  if (beat.doubled.length > 0)
    return t('Not reached in this run. {rows} came twice.', { rows: capital(rowsSaid(beat.doubled, subject, t)) })
  const isOver = beat.failed || beat.chapter === 'holes' || beat.chapter === 'refused' || beat.chapter === 'cancelled'
  if (isOver && ledger.missing > 0) return t('Not reached in this run. Not received: {what}', { what: gone(subject, ledger, 'missing', t) })
  if (isOver) return t('Not reached in this run. The call is over.')
  if (ledger.missing > 0) return t('Not yet. Still waiting on the server: {what}', { what: gone(subject, ledger, 'missing', t) })
  return total === 0 ? t('Not yet. Nothing has come.') : t(words.open, { have, n: total })
}

function GoalMark({ met }: { met: boolean }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      {met ? (
        <>
          <circle cx="10" cy="10" r="10" fill="var(--ink)" />
          <path d="M5.5 10.5l3 3 6-6.5" fill="none" stroke="var(--paper)" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
        </>
      ) : (
        <circle cx="10" cy="10" r="9" fill="none" stroke="var(--ink-3)" strokeWidth="2" strokeDasharray="3.6 3" />
      )}
    </svg>
  )
}

/** What there is to do in this run, and how far it has come. Computed from the run, never ticked by hand. */

import type { Ledger } from '../../lib/trace/snapshot-types'
import { msg } from '../../lib/words/message'
import type { Translate } from '../../lib/words/t'
import { useT } from '../i18n/language'
import type { Subject, SubjectKind } from '../tool-view/tool-progress'
import type { Beat } from './chapter'
import { gone } from './loss-words'

const WHOLE: Readonly<Record<SubjectKind, string>> = {
  picture: msg('Fill the picture, no row twice'),
  words: msg('Complete the story, no word twice'),
  count: msg('Complete the countdown, no number twice'),
}

export function Goals({ beat, subject, ledger }: { beat: Beat; subject: Subject; ledger: Ledger }) {
  const t = useT()
  const { words, have, total } = subject
  const full = total > 0 && have === total
  const met = beat.wasCut && full && ledger.duplicated === 0
  const goals = [
    { text: t('Cut the stream while the tool is {doing}', { doing: t(words.doing) }), met: beat.wasCut, note: undefined },
    { text: t(WHOLE[subject.kind]), met, note: met || !beat.wasCut ? undefined : noteOf(subject, ledger, t) },
  ]
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

/** The ledger counts the answer too; the subject only its rows. */
function noteOf(subject: Subject, ledger: Ledger, t: Translate): string {
  if (ledger.lost > 0) return t('Not reached in this run. Lost: {what}', { what: gone(subject, ledger, 'lost', t) })
  if (ledger.missing > 0) return t('Not yet. Still waiting on the server: {what}', { what: gone(subject, ledger, 'missing', t) })
  const { have, total, words } = subject
  return t(words.open, { have, n: total })
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

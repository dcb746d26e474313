/** What there is to do in this run, and how far it has come. Computed from the run, never ticked by hand. */

import type { Ledger } from '../../lib/trace/snapshot-types'
import { phrase, type Word } from '../../lib/words/t'
import { useWord } from '../i18n/language'
import { countedOf, type Subject, type SubjectKind } from '../tool-view/tool-progress'
import type { Beat } from './chapter'
import { gone } from './loss-words'

const WHOLE: Readonly<Record<SubjectKind, string>> = {
  picture: phrase('Fill the picture, no row twice'),
  words: phrase('Complete the story, no word twice'),
  count: phrase('Complete the countdown, no number twice'),
}

export function Goals({ beat, subject, ledger }: { beat: Beat; subject: Subject; ledger: Ledger }) {
  const word = useWord()
  const { words, have, total } = subject
  const full = total > 0 && have === total
  const met = beat.wasCut && full && ledger.duplicated === 0
  const goals = [
    { text: word('Cut the stream while the tool is {doing}', { doing: word(words.doing) }), met: beat.wasCut, note: undefined },
    { text: word(WHOLE[subject.kind]), met, note: met || !beat.wasCut ? undefined : noteOf(subject, ledger, word) },
  ]
  return (
    <ul className="goals" aria-label={word('Goals')}>
      {goals.map((goal) => (
        <li key={goal.text} data-met={goal.met || undefined}>
          <GoalMark met={goal.met} />
          <div>
            <span className="sr">{goal.met ? word('Done:') : word('Open:')} </span>
            {goal.text}
            {goal.note && <small>{goal.note}</small>}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The ledger counts the answer too; the subject only its rows. */
function noteOf(subject: Subject, ledger: Ledger, word: Word): string {
  if (ledger.lost > 0) return word('Not in this run. Lost: {what}', { what: gone(subject, ledger, 'lost', word) })
  if (ledger.missing > 0) return word('Not yet. Stored and not received: {what}', { what: gone(subject, ledger, 'missing', word) })
  const { have, total, words } = subject
  return word('Not yet: {have} of {of} received', { have, of: countedOf(total, words, word) })
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

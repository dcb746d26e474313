/** What there is to do in this run, and how far it has come. Computed from the run, never ticked by hand. */
import type { Ledger } from '../lib/trace/snapshot-types'
import type { Beat } from './beat'
import { counted, type Subject } from './subject'

export function Goals({ beat, subject, ledger }: { beat: Beat; subject: Subject; ledger: Ledger }) {
  const { words, have, total } = subject
  const full = total > 0 && have === total
  const met = beat.wasCut && full && ledger.duplicated === 0
  const goals = [
    { text: `Cut the stream while the tool is ${words.doing}`, met: beat.wasCut, note: undefined },
    { text: `${words.whole}, no ${words.one} twice`, met, note: met || !beat.wasCut ? undefined : noteOf(subject, ledger) },
  ]
  return (
    <ul className="goals" aria-label="Goals">
      {goals.map((goal) => (
        <li key={goal.text} data-met={goal.met || undefined}>
          <GoalMark met={goal.met} />
          <div>
            <span className="sr">{goal.met ? 'Done: ' : 'Open: '}</span>
            {goal.text}
            {goal.note && <small>{goal.note}</small>}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The ledger counts the answer too; the subject only its rows. */
function noteOf({ words, have, total, missing, lost }: Subject, ledger: Ledger): string {
  if (lost > 0) return `Not in this run: ${withAnswer(lost, ledger.lost, words)} lost`
  if (missing > 0) return `Not yet: ${withAnswer(missing, ledger.missing, words)} stored and not received`
  // all rows are here, and the answer is not
  if (ledger.lost > 0) return 'Not in this run: the answer is lost'
  if (ledger.missing > 0) return 'Not yet: the answer is stored and not received'
  return `Not yet: ${have} of ${counted(total, words)} received`
}

/** "1 row is", "11 rows and the answer are" */
function withAnswer(rows: number, messages: number, words: Subject['words']): string {
  const answer = messages > rows
  return `${counted(rows, words)}${answer ? ' and the answer' : ''} ${rows === 1 && !answer ? 'is' : 'are'}`
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

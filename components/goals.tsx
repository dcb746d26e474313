/** What there is to do in this run, and how far it has come. Computed from the run, never ticked by hand. */
import type { Beat } from './beat'
import { counted, type Subject } from './subject'

export function Goals({ beat, subject, duplicated }: { beat: Beat; subject: Subject; duplicated: number }) {
  const { words, have, total, missing, lost } = subject
  const full = total > 0 && have === total
  const met = beat.wasCut && full && duplicated === 0
  const goals = [
    { text: `Cut the stream while the tool is ${words.doing}`, met: beat.wasCut, note: undefined },
    { text: `${words.whole}, no ${words.one} twice`, met, note: met || !beat.wasCut ? undefined : noteOf(missing, lost, subject) },
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

function noteOf(missing: number, lost: number, { words, have, total }: Subject): string {
  if (lost > 0) return `Not in this run: ${counted(lost, words)} ${lost === 1 ? 'is' : 'are'} lost`
  if (missing > 0) return `Not yet: ${counted(missing, words)} ${missing === 1 ? 'is' : 'are'} stored and not received`
  return `Not yet: ${have} of ${counted(total, words)} received`
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

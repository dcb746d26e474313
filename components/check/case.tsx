'use client'
/** A server that is broken on purpose: the learner says which bug it is, from the trace alone; then what it was, and where it is public. */
import { type FormEvent, useState } from 'react'
import { BUGS, type BugId, GALLERY } from '../../lib/faults/gallery'
import { caseNumber } from '../run-terms'
import { answerCase, type CaseAnswer } from './case-book'
import css from './check.module.css'

export type CaseProps = {
  readonly bug: BugId
  readonly session: string
  /** what the checker names */
  readonly found: readonly BugId[]
  readonly answer: CaseAnswer | undefined
}

export function Case({ bug, session, found, answer }: CaseProps) {
  return (
    <div className={css.case}>
      <h3 className={css.title}>
        Case {caseNumber(bug)}: {answer ? GALLERY[bug].title : 'what is wrong with this server?'}
      </h3>
      {answer ? <Solved bug={bug} found={found} answer={answer} /> : <Guess bug={bug} session={session} found={found} />}
    </div>
  )
}

/** The choices in an order that tells nothing: by title. */
const CHOICES = [...BUGS].sort((a, b) => GALLERY[a].title.localeCompare(GALLERY[b].title))

function Guess({ bug, session, found }: Omit<CaseProps, 'answer'>) {
  const [guess, setGuess] = useState<BugId>()
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (guess) answerCase(session, { guess })
  }
  return (
    <form onSubmit={onSubmit}>
      <p className={css.hint}>
        <b>To bring it out:</b> {GALLERY[bug].provoke.how}{' '}
        {found.length > 0 ? 'The checker has found something in this run.' : 'The checker has found nothing in this run yet.'}
      </p>
      <fieldset className={css.choices}>
        <legend className="sr">Which bug is it?</legend>
        {CHOICES.map((one) => (
          <label key={one}>
            <input type="radio" name="bug" value={one} checked={guess === one} onChange={() => setGuess(one)} />
            <span>
              {GALLERY[one].title}
              <small>{GALLERY[one].symptom}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={css.answers}>
        <button type="submit" aria-disabled={guess === undefined || undefined}>
          That is it
        </button>
        <button type="button" onClick={() => answerCase(session, { told: true })}>
          Let the checker tell
        </button>
      </div>
    </form>
  )
}

function Solved({ bug, found, answer }: { bug: BugId; found: readonly BugId[]; answer: CaseAnswer }) {
  const { sentence, reference, spec } = GALLERY[bug]
  const guessed = 'guess' in answer ? answer.guess : undefined
  const named = found.includes(bug)
  return (
    <>
      <p className={css.verdict} role="status" data-right={guessed === bug || undefined}>
        {guessed === bug && 'Right. '}
        {guessed !== undefined && guessed !== bug && `Not “${GALLERY[guessed].title}”. `}
        {named
          ? 'The checker names it from this trace.'
          : 'This run does not show it yet, so the checker cannot name it: bring it out, and look again.'}
      </p>
      <p>{sentence}</p>
      <p className={css.spec}>
        <b>{spec.level === 'silent' ? 'not said' : spec.level}</b> {spec.says}
      </p>
      <p>
        In public:{' '}
        <a href={reference.url} target="_blank" rel="noreferrer">
          {reference.name}
        </a>
      </p>
    </>
  )
}

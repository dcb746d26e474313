'use client'
/** A server that is broken on purpose: the learner says which bug it is, from the trace alone; then what it was, and where it is public. */
import { type FormEvent, useState } from 'react'
import { BUGS, type BugId, caseNumber, GALLERY } from '../../../lib/faults/gallery'
import { LEVEL_WORDS } from '../../faults/level-words'
import { useT } from '../../i18n/language'
import { Trans } from '../../i18n/trans'
import { answerCase, type CaseAnswer } from './case-book'
import css from './check.module.css'

type CaseProps = {
  readonly bug: BugId
  readonly session: string
  /** what the checker names */
  readonly found: readonly BugId[]
  readonly answer: CaseAnswer | undefined
}

export function Case({ bug, session, found, answer }: CaseProps) {
  const t = useT()
  const title = answer ? t(GALLERY[bug].title) : t('what is wrong with this server?')
  return (
    <div className={css.case}>
      <h3 className={css.title}>{t('Case {n}: {title}', { n: caseNumber(bug), title })}</h3>
      {answer ? <Solved bug={bug} found={found} answer={answer} /> : <Guess bug={bug} session={session} found={found} />}
    </div>
  )
}

function Guess({ bug, session, found }: Omit<CaseProps, 'answer'>) {
  const [guess, setGuess] = useState<BugId>()
  const t = useT()
  /* in an order that tells nothing: by title */
  const choices = [...BUGS].sort((a, b) => t(GALLERY[a].title).localeCompare(t(GALLERY[b].title)))
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (guess) answerCase(session, { guess })
  }
  return (
    <form onSubmit={onSubmit}>
      <p className={css.hint}>
        <Trans message="<b>To bring it out:</b> {how}" parts={{ b: (inside) => <b>{inside}</b>, how: t(GALLERY[bug].provoke.how) }} />{' '}
        {t(found.length > 0 ? 'The checker has found something in this run.' : 'The checker has found nothing in this run yet.')}
      </p>
      <fieldset className={css.choices}>
        <legend className="sr">{t('Which bug is it?')}</legend>
        {choices.map((one) => (
          <label key={one}>
            <input type="radio" name="bug" value={one} checked={guess === one} onChange={() => setGuess(one)} />
            <span>
              {t(GALLERY[one].title)}
              <small>{t(GALLERY[one].symptom)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={css.answers}>
        <button type="submit" aria-disabled={guess === undefined || undefined}>
          {t('That is it')}
        </button>
        <button type="button" onClick={() => answerCase(session, { told: true })}>
          {t('Let the checker tell')}
        </button>
      </div>
    </form>
  )
}

function Solved({ bug, found, answer }: { bug: BugId; found: readonly BugId[]; answer: CaseAnswer }) {
  const { sentence, reference, spec } = GALLERY[bug]
  const t = useT()
  const guessed = 'guess' in answer ? answer.guess : undefined
  const named = found.includes(bug)
  return (
    <>
      <p className={css.verdict} role="status" data-right={guessed === bug || undefined}>
        {guessed === bug && `${t('Right.')} `}
        {guessed !== undefined && guessed !== bug && `${t('Not “{title}”.', { title: t(GALLERY[guessed].title) })} `}
        {named
          ? t('The checker names it from this trace.')
          : t('This run does not show it yet, so the checker cannot name it: bring it out, and look again.')}
      </p>
      <p>{t(sentence)}</p>
      <p className={css.spec}>
        <b>{t(LEVEL_WORDS[spec.level])}</b> {t(spec.says)}
      </p>
      <p>
        {t('In public:')}{' '}
        <a href={reference.url} target="_blank" rel="noreferrer">
          {reference.name}
        </a>
      </p>
    </>
  )
}

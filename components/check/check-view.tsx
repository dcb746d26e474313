'use client'
/**
 * The checker: what the run shows its server to have done wrong, computed from the trace, each finding with what it stands on. For a
 * server that is broken on purpose the learner says first which bug it is; then the checker tells.
 */
import { useMemo } from 'react'
import { diagnose } from '../../lib/trace/diagnosis'
import type { Finding } from '../../lib/trace/findings'
import panel from '../inspector/panel.module.css'
import { bugOf } from '../run-terms'
import { usePlayground, useSnapshot, useVerbs } from '../use-playground'
import { Case } from './case'
import { useCaseAnswer } from './case-book'
import css from './check.module.css'

export function CheckView() {
  const snapshot = useSnapshot()
  const { findings, bugs } = useMemo(() => diagnose(snapshot), [snapshot])
  const server = snapshot.session?.server
  const bug = bugOf(server)
  const session = snapshot.session?.id ?? ''
  const answer = useCaseAnswer(session)
  const open = bug !== undefined && answer === undefined
  if (snapshot.connections.length === 0) {
    return <p className={panel.note}>Nothing has been asked yet. Start a run; what its server does wrong will stand here.</p>
  }
  return (
    <section className={css.view} aria-label="Check">
      {bug && <Case bug={bug} session={session} found={bugs} answer={answer} />}
      {!open && <Findings findings={findings} server={server} missing={snapshot.ledger.missing > 0} />}
    </section>
  )
}

type FindingsProps = { readonly findings: readonly Finding[]; readonly server: string | undefined; readonly missing: boolean }

function Findings({ findings, server, missing }: FindingsProps) {
  if (findings.length === 0) {
    return (
      <p className={css.none}>
        {bugOf(server)
          ? 'The checker finds nothing in this run yet. Provoke it: cut, wait, plug back in.'
          : `So far this run shows nothing that the server did wrong.${missing ? ' What is missing now can still be asked for.' : ''}`}
      </p>
    )
  }
  return (
    <>
      <h3 className={css.title}>{findings.length === 1 ? 'The checker found this' : `The checker found ${findings.length} things`}</h3>
      <ol className={css.findings}>
        {findings.map((finding) => (
          <FindingItem key={`${finding.kind} ${finding.connections.join()} ${finding.events.join()}`} finding={finding} />
        ))}
      </ol>
    </>
  )
}

/** Evidence beyond this many is counted, not listed. */
const SHOWN = 6

function FindingItem({ finding: { sentence, spec, events, connections } }: { finding: Finding }) {
  const { select } = useVerbs()
  const selection = usePlayground((state) => state.selection)
  return (
    <li>
      <p className={css.sentence}>{sentence}</p>
      <p className={css.spec}>
        <b>{spec.level === 'silent' ? 'not said' : spec.level}</b> {spec.says}
      </p>
      <p className={css.evidence}>
        {connections.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={selection?.kind === 'connection' && selection.id === id}
            onClick={() => select({ kind: 'connection', id })}
          >
            connection {id}
          </button>
        ))}
        {events.slice(0, SHOWN).map((key) => (
          <button
            key={key}
            type="button"
            aria-pressed={selection?.kind === 'event' && selection.key === key}
            onClick={() => select({ kind: 'event', key })}
          >
            {key}
          </button>
        ))}
        {events.length > SHOWN && <span>and {events.length - SHOWN} more</span>}
      </p>
    </li>
  )
}

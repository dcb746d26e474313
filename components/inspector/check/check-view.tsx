'use client'
/**
 * The checker: what the run shows its server to have done wrong, computed from the trace, each finding with what it stands on. For a
 * server that is broken on purpose the learner says first which bug it is; then the checker tells.
 */
import { useMemo } from 'react'
import { bugOf } from '../../../lib/faults/gallery'
import { diagnose } from '../../../lib/trace/diagnosis/diagnosis'
import type { Finding } from '../../../lib/trace/diagnosis/finding'
import { findingSentence, SPEC } from '../../../lib/words/run/findings'
import { LEVEL_WORDS } from '../../faults/level-words'
import { useT } from '../../i18n/language'
import { MiddleEllipsis } from '../../shared/middle-ellipsis'
import { usePlayground, useSnapshot, useVerbs } from '../../use-playground'
import panel from '../panel.module.css'
import { Case } from './case'
import { useCaseAnswer } from './case-book'
import css from './check.module.css'

export function CheckView() {
  const snapshot = useSnapshot()
  const t = useT()
  const { findings, bugs } = useMemo(() => diagnose(snapshot), [snapshot])
  const server = snapshot.session?.server
  const bug = bugOf(server)
  const session = snapshot.session?.id ?? ''
  const answer = useCaseAnswer(session)
  const open = bug !== undefined && answer === undefined
  if (snapshot.connections.length === 0) {
    return <p className={panel.note}>{t('Nothing has been asked yet. Start a run; what its server does wrong will stand here.')}</p>
  }
  return (
    <section className={css.view} aria-label={t('Check')}>
      {bug && <Case bug={bug} session={session} found={bugs} answer={answer} />}
      {!open && <Findings findings={findings} server={server} missing={snapshot.ledger.missing > 0} />}
    </section>
  )
}

type FindingsProps = { readonly findings: readonly Finding[]; readonly server: string | undefined; readonly missing: boolean }

function Findings({ findings, server, missing }: FindingsProps) {
  const t = useT()
  if (findings.length === 0) {
    return (
      <p className={css.none}>
        {bugOf(server)
          ? t('The checker finds nothing in this run yet. Provoke it: cut, wait, plug back in.')
          : missing
            ? t('So far this run shows nothing that the server did wrong. What is missing now can still be asked for.')
            : t('So far this run shows nothing that the server did wrong.')}
      </p>
    )
  }
  return (
    <>
      <h3 className={css.title}>{t({ one: 'The checker found this', other: 'The checker found {n} things' }, { n: findings.length })}</h3>
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

function FindingItem({ finding }: { finding: Finding }) {
  const { kind, events, connections } = finding
  const spec = SPEC[kind]
  const t = useT()
  const { select } = useVerbs()
  const selection = usePlayground((state) => state.selection)
  return (
    <li>
      <p className={css.sentence}>{findingSentence(finding, t)}</p>
      <p className={css.spec}>
        <b>{t(LEVEL_WORDS[spec.level])}</b> {t(spec.says)}
      </p>
      <p className={css.evidence}>
        {connections.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={selection?.kind === 'connection' && selection.id === id}
            onClick={() => select({ kind: 'connection', id })}
          >
            {t('connection {id}', { id })}
          </button>
        ))}
        {events.slice(0, SHOWN).map((key) => (
          <button
            key={key}
            type="button"
            aria-pressed={selection?.kind === 'event' && selection.key === key}
            onClick={() => select({ kind: 'event', key })}
          >
            <MiddleEllipsis text={key} most={18} />
          </button>
        ))}
        {events.length > SHOWN && <span>{t('and {n} more', { n: events.length - SHOWN })}</span>}
      </p>
    </li>
  )
}

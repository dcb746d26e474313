/** The terms that every chapter of the story uses, each pointing at its place on the stage: marks and places for its sentences. */
import type { ReactNode } from 'react'
import type { MarkKind } from '../fates/fate-mark'
import { Term, type TermName } from '../fates/term'
import { TermMark } from '../fates/term-mark'
import type { PhraseParts } from '../i18n/trans'

/** Words that light a thing on the stage. */
const term = (name: TermName) => (inside: ReactNode) => <Term name={name}>{inside}</Term>

/** The same with the mark of a fate before them. */
const fate = (name: TermName, kind: MarkKind) => (inside: ReactNode) => (
  <Term name={name}>
    <TermMark kind={kind} />
    {inside}
  </Term>
)

export const TERMS: PhraseParts = {
  event: term('event'),
  stream: term('stream'),
  primes: term('priming'),
  standalone: term('standalone'),
  sessionHeader: (
    <Term name="session">
      <code>Mcp-Session-Id</code>
    </Term>
  ),
  eventHeader: (
    <Term name="last-event-id">
      <code>Last-Event-ID</code>
    </Term>
  ),
  stores: fate('stored', 'stored'),
  stored: fate('stored', 'stored'),
  received: fate('received', 'received'),
  missing: fate('missing', 'missing'),
  replayed: fate('replayed', 'replayed'),
  lost: fate('missing', 'lost'),
  nothing: term('stored'),
  b: (inside) => <strong>{inside}</strong>,
  code: (inside) => <code>{inside}</code>,
}

/** A value of the run, as on the wire. */
export const value = (text: string): ReactNode => <code className="value">{text}</code>

/**
 * What every chapter of the story uses: what it is told from, what it makes, how a sentence is written, and the terms of its sentences, each
 * pointing at its place on the stage.
 */
import type { ReactNode } from 'react'
import type { Ledger } from '../../../lib/trace/snapshot-types'
import type { Translate } from '../../../lib/words/t'
import type { MarkKind } from '../../fates/fate-mark'
import { Term, type TermName } from '../../fates/term'
import { TermMark } from '../../fates/term-mark'
import type { TransParts } from '../../i18n/trans'
import { MiddleEllipsis } from '../../shared/middle-ellipsis'
import type { Subject } from '../../tool-view/tool-progress'
import type { Beat } from '../facts/chapter'

/** `title` in the language of the page. */
export type StoryText = { readonly title: string; readonly body: ReactNode }

export type Told = {
  readonly beat: Beat
  readonly subject: Subject
  /** `stored` without what is under way */
  readonly ledger: Ledger
  readonly t: Translate
}

/** Words that light a thing on the stage. */
const term = (name: TermName) => (inside: ReactNode) => <Term name={name}>{inside}</Term>

/** The same with the mark of a fate before them. */
const fate = (name: TermName, kind: MarkKind) => (inside: ReactNode) => (
  <Term name={name}>
    <TermMark kind={kind} />
    {inside}
  </Term>
)

/** Parts of every sentence of the story. */
export const TERMS: TransParts = {
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
export const value = (text: string): ReactNode => (
  <code className="value">
    <MiddleEllipsis text={text} most={22} />
  </code>
)

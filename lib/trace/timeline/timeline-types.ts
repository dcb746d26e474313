/**
 * The timeline in milliseconds: lanes, spans and marks, without a single pixel. timeline.ts makes it, components/timeline draws it.
 */
import type { ConnectionId, EpochMs, EventId, Milliseconds, SessionId, StreamName } from '../../protocol/observation'
import type { Fate } from '../snapshot-types'
import type { Fold } from './axis/quiet-time'
import type { TimelineFlag } from './timeline-flags'

/** Times here are milliseconds after `origin`. */
export type Timeline = {
  readonly origin: EpochMs
  /** end of the run, or now while it goes on */
  readonly duration: Milliseconds
  /** where the axis ends, in shown time (axis/quiet-time.ts): a round number of seconds past the duration */
  readonly axisEnd: Milliseconds
  /** quiet time that is drawn shorter than it was */
  readonly folds: readonly Fold[]
  /** the session's own line, unbroken through every cut */
  readonly session?: { readonly from: Milliseconds; readonly to: Milliseconds; readonly id?: SessionId; readonly ended: boolean }
  /** one row a stream in the wire lane, standalone first */
  readonly rows: readonly { readonly stream: StreamName; readonly kind: 'call' | 'standalone' }[]
  readonly spans: readonly Span[]
  /** requests that got no answer while the plug was out */
  readonly failures: readonly { readonly connection: ConnectionId; readonly at: Milliseconds; readonly row: number }[]
  /** the jacket: stretches of time in which the plug was in */
  readonly jackets: readonly { readonly from: Milliseconds; readonly to: Milliseconds; readonly torn: boolean }[]
  readonly outages: readonly { readonly from: Milliseconds; readonly to: Milliseconds; readonly open: boolean }[]
  readonly marks: readonly EventMark[]
  /** what else befell the run: faults, the server's end or new beginning, a page loaded anew; in order of time */
  readonly flags: readonly TimelineFlag[]
}

/** One connection, in its stream's row. */
export type Span = {
  readonly connection: ConnectionId
  readonly stream: StreamName
  readonly row: number
  readonly from: Milliseconds
  readonly to: Milliseconds
  readonly start: 'open' | 'resumed'
  readonly end: 'live' | 'torn' | 'complete' | 'closed'
  /** what it asked for: `POST tools/call`, `GET` */
  readonly request: string
  /** the last event ID, when the connection resumes */
  readonly after?: EventId
  /** the status, when the request was refused (400 and above) */
  readonly status?: number
}

/** One event: its square on the server lane, its disc(s) on the client lane, and how they are joined. */
export type EventMark = {
  readonly key: string
  readonly stream: StreamName
  readonly row: number
  readonly priming: boolean
  readonly fate: Fate
  readonly storedAt?: Milliseconds
  /** the server no longer has it */
  readonly evicted?: true
  readonly receipts: readonly {
    readonly at: Milliseconds
    readonly replayed: boolean
    readonly connection: ConnectionId
    /** it had come before, and the client kept the repetition from the application */
    readonly dropped?: true
    /** it came on a connection of another stream, or is not what this session stored under that id */
    readonly foreign?: true
  }[]
}

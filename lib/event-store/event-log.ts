/**
 * The contract of an event log: where a server keeps the events of ONE session, so that a dropped connection loses nothing.
 * Not a transport and not the SDK's EventStore (sdk-event-store.ts makes one of those out of this).
 * Spec: MCP 2025-11-25, basic/transports, "Resumability and Redelivery".
 *
 * Rules, each tested for every implementation by test/contract/event-log.contract.ts:
 * ES1  An event is readable as soon as `append` has returned it; it is stored before anyone may send it.
 * ES2  Ids are `<stream>/<n>`, n counting from 0 in each stream: unique in the session, and they name their stream.
 * ES3  `readAfter(id)` returns the events of id's stream that come after it, in the order of append, and of no other stream.
 * ES4  The cost of `readAfter` depends on the events returned, not on the events stored.
 * ES5  Stored events and bytes never exceed the limits; the oldest of the session go first.
 * ES6  A last event ID is served only when every later event of its stream is still stored; else the answer is `evicted`.
 * ES7  An id that was never handed out is `unknown`, one that is not `<stream>/<n>` is `malformed`; neither reads anything.
 * ES8  `follow(id)` yields exactly the events after id, each once, in order, whatever is appended meanwhile, and returns
 *      after the last event of a completed stream, when its signal aborts, or when the log is closed.
 * ES9  A log knows only its own session: it is given no way to read another.
 * ES10 Nothing is appended to a completed stream or a closed log: that throws.
 * ES11 `evict(leave)` leaves at most `leave` message events of each stream, the newest; what it takes is gone as by ES5 and ES6.
 * ES12 A log opened from a `snapshot` answers everything as the log it was taken of would have.
 */
import type { Bytes, EventId, StreamName } from '../protocol/observation'

/** One stored event. `frame` is the whole SSE frame, encoded once: `id: …\n(event: message\n)data: …\n\n`. */
export type StoredEvent = {
  readonly id: EventId
  readonly stream: StreamName
  readonly n: number
  readonly role: 'priming' | 'message'
  /** the JSON text of the message; empty for a priming event */
  readonly data: string
  readonly frame: Uint8Array
}

export type LogLimits = { readonly maxEvents: number; readonly maxBytes: Bytes }

/** Why a last event ID cannot be served. */
export type CursorProblem = 'malformed' | 'unknown' | 'evicted'

export type ReadResult =
  | { readonly kind: 'events'; readonly stream: StreamName; readonly events: readonly StoredEvent[]; readonly completed: boolean }
  | { readonly kind: CursorProblem }

export class CursorError extends Error {
  constructor(
    readonly problem: CursorProblem,
    readonly id: EventId,
  ) {
    super(`${problem} event id ${JSON.stringify(id)}`)
    this.name = 'CursorError'
  }
}

/** One event alone is larger than the log may hold. Nothing was stored. */
export class EventTooLargeError extends Error {
  constructor(
    readonly stream: StreamName,
    readonly bytes: Bytes,
    readonly maxBytes: Bytes,
  ) {
    super(`an event of ${bytes} bytes on stream ${JSON.stringify(stream)} is larger than the whole event log (${maxBytes} bytes)`)
    this.name = 'EventTooLargeError'
  }
}

/** The content of a log, as plain data. */
export type LogSnapshot = {
  /** `first`: n of the oldest stored event; `next`: n the next one will get */
  readonly streams: readonly { readonly name: StreamName; readonly first: number; readonly next: number; readonly completed: boolean }[]
  /** the stored events in the order of append: where in `streams` its stream stands, and its text */
  readonly events: readonly (readonly [stream: number, data: string])[]
  /** the streams that were completed and wholly evicted, as runs of numbered names; saved logs have them under this name */
  readonly forgotten: readonly EvictedRun[]
}

/** Streams `prefix-from` to `prefix-to`; `maxN` is the largest n any of them had. */
export type EvictedRun = { readonly prefix: string; readonly from: number; readonly to: number; readonly maxN: number }

export interface EventLog {
  /**
   * Appends one event. `data` is the JSON text of a message, or '' for an id alone (a priming event; with `last`, the end of a
   * stream that gets no response, such as a cancelled call). `last` completes the stream.
   * Throws when the stream is completed or the log is closed, EventTooLargeError when the event alone is larger than `maxBytes`.
   */
  append(stream: StreamName, data: string, options?: { readonly last?: boolean }): Promise<StoredEvent>
  /** The events after `id` on its stream, at most `limit` of them. Never throws for a bad id: the result says so. */
  readAfter(id: EventId, limit?: number): Promise<ReadResult>
  /** The newest id of a stream, or undefined when the stream is not known (never begun, or completed and wholly evicted). */
  latest(stream: StreamName): Promise<EventId | undefined>
  /** Replay, then live, in batches, without a gap (ES8). Throws CursorError when the id cannot be served or falls behind an eviction. */
  follow(id: EventId, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>
  /** Evicts the oldest events of every stream, so that at most `leave` message events of each are left. */
  evict(leave: number): Promise<void>
  /** The content of the log, for a later process (ES12). Absent where the log outlives the process by itself. */
  snapshot?(): LogSnapshot
  /** What is stored now. */
  size(): { readonly events: number; readonly bytes: Bytes }
  /** Ends every follow; later appends throw. */
  close(): void
}

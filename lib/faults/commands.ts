/**
 * What one may ask the server to do to one's own session, out of band (POST /faults, the session id in a header). Types only.
 */

export type FaultCommand =
  /** Ends the connection of a stream (all streams when none is named) after an id, without ending the stream: 2025-11-25 polling. */
  | { readonly fault: 'polite-close'; readonly stream?: string }
  /** The process of this session dies and comes back: with its event log, or without anything. */
  | { readonly fault: 'restart'; readonly keeps: 'log' | 'nothing' }
  | { readonly fault: 'end'; readonly how: 'deleted' | 'expired' }
  /** Evicts the oldest events of every stream, so that at most `leave` message events of each are left. */
  | { readonly fault: 'evict'; readonly leave: number }
  /** While on, events are stored and not written to any connection. */
  | { readonly fault: 'hold'; readonly on: boolean }
  /** Whether comments go out on silent connections; `every` in milliseconds. */
  | { readonly fault: 'keep-alive'; readonly on: boolean; readonly every?: number }

/** A request header as the learner wants it sent instead of the kept one: left out, or another value. */
export type HeaderEdit = { readonly kind: 'left-out' } | { readonly kind: 'value'; readonly value: string }

/** Edits of the next resume. Once it has been answered, the kept headers are what they were. */
export type HeaderEdits = {
  readonly sessionId?: HeaderEdit
  readonly protocolVersion?: HeaderEdit
  /** by stream name */
  readonly lastEventIds?: Readonly<Record<string, HeaderEdit>>
}

/**
 * The shapes of a Snapshot: what everyone knew at one moment of a run. Types only; snapshot.ts folds them out of a trace.
 */
import type {
  Bytes,
  CallId,
  ConnectionEnd,
  ConnectionId,
  EpochMs,
  EventId,
  HeaderMap,
  KeptHeaders,
  Milliseconds,
  SessionId,
  StreamName,
  Vantage,
} from '../protocol/observation'
import type { FaultDetail, Reason } from '../protocol/reason'

/**
 * The fate of one event at the playhead.
 * - `underway`: stored, not received, but a connection of its stream is open and it is younger than IN_FLIGHT_MS
 * - `received`: got through on the connection it was first written to
 * - `missing`:  stored and not received
 * - `replayed`: got through because the server sent it again
 * - `duplicated`: received more than once
 * - `lost`: not received, and nothing can bring it back (no event log, evicted, session ended)
 */
export type Fate = 'underway' | 'received' | 'missing' | 'replayed' | 'duplicated' | 'lost'

/** An event, seen from both ends. Without an event log it has no id, and `key` is `<stream>#<n>`. */
export type EventRecord = {
  /** the id, or `<stream>#<n>` where there is none: unique in the run, what a selection names */
  readonly key: string
  readonly id?: EventId
  readonly stream: StreamName
  readonly n: number
  readonly role: 'priming' | 'message'
  readonly data: string
  readonly bytes: Bytes
  /** undefined while only the client has spoken of it */
  readonly storedAt?: EpochMs
  readonly evictedAt?: EpochMs
  readonly receipts: readonly { readonly at: EpochMs; readonly connection: ConnectionId; readonly replayed: boolean }[]
  readonly fate: Fate
  /** what the message is, read from its data */
  readonly message: MessageSummary
}

export type MessageSummary =
  | { readonly kind: 'priming' }
  | { readonly kind: 'progress'; readonly progress: number; readonly total?: number; readonly text?: string }
  | { readonly kind: 'result'; readonly text: string; readonly isError: boolean }
  | { readonly kind: 'error'; readonly code: number; readonly text: string }
  | { readonly kind: 'notification' | 'request'; readonly method: string }
  | { readonly kind: 'unreadable' }

export type ConnectionRecord = {
  readonly id: ConnectionId
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** known once the client or the first event id says so */
  readonly stream?: StreamName
  readonly rpc?: { readonly method: string; readonly id?: string | number; readonly tool?: string }
  readonly lastEventId?: EventId
  readonly requestHeaders: HeaderMap
  /** header names that the learner edited for this request → the kept value it had instead */
  readonly edited?: HeaderMap
  /** the edited request was answered with another stream: the client takes nothing of it for the stream that it asked for */
  readonly stray?: true
  /** asked for behind a pulled plug: the request never left the client */
  readonly unsent?: true
  readonly requestBody?: string
  readonly openedAt: EpochMs
  readonly answer?: { readonly at: EpochMs; readonly status: number; readonly headers: HeaderMap; readonly body?: string }
  readonly failure?: { readonly at: EpochMs; readonly reason: Reason }
  readonly end?: {
    readonly at: EpochMs
    readonly how: ConnectionEnd
    readonly bytes: Bytes
    readonly torn?: string
    readonly tornBytes?: Bytes
    /** why the client gave it up */
    readonly reason?: Reason
    /** what was seen to end it, beside what the bytes say: the plug was out, the page was loaded anew, another tab took the run */
    readonly by?: 'plug' | 'page' | 'tab'
  }
  /** every frame that got through on it, in order */
  readonly frames: readonly Frame[]
}

export type Frame =
  | {
      readonly kind: 'event'
      readonly at: EpochMs
      readonly key?: string
      readonly id?: EventId
      readonly raw: string
      readonly data: string
    }
  | { readonly kind: 'comment'; readonly at: EpochMs; readonly comment: string }

export type StreamRecord = {
  readonly name: StreamName
  /** `call`: the answer to a POST; `standalone`: the GET stream */
  readonly kind: 'call' | 'standalone'
  readonly rpc?: { readonly method: string; readonly id?: string | number; readonly tool?: string }
  readonly openedAt?: EpochMs
  readonly completedAt?: EpochMs
  /** open connection that carries it now, as the client sees it */
  readonly connection?: ConnectionId
  /** all events of the stream, by n */
  readonly events: readonly EventRecord[]
}

export type CallRecord = {
  readonly id: CallId
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly startedAt: EpochMs
  readonly stream?: StreamName
  readonly settled?: { readonly at: EpochMs } & (
    | { readonly outcome: 'result'; readonly text: string }
    | { readonly outcome: 'error' | 'cancelled'; readonly reason: Reason }
  )
}

/** stored − received = missing (+ underway, + lost): counts events that carry a message, of the streams of the run. */
export type Ledger = {
  readonly stored: number
  /** received at least once, replayed ones included */
  readonly received: number
  readonly missing: number
  readonly underway: number
  readonly lost: number
  readonly replayed: number
  readonly duplicated: number
}

/** What became of a fault so far. */
export type FaultRecord = {
  /** a FaultId */
  readonly fault: string
  readonly vantage: Vantage
  readonly state: 'armed' | 'struck' | 'on' | 'off'
  readonly at: EpochMs
  readonly detail?: FaultDetail
  /** when it was on, so far; the last without an end while it still is */
  readonly spans?: readonly { readonly from: EpochMs; readonly until?: EpochMs }[]
}

export type Snapshot = {
  /** the playhead */
  readonly at: EpochMs
  readonly plug: 'in' | 'out'
  /** when the plug was last pulled, while it is out */
  readonly pulledAt?: EpochMs
  readonly session?: {
    readonly id?: SessionId
    readonly state: 'open' | 'ended'
    readonly endReason?: string
    readonly endedAt?: EpochMs
    /** false: the server keeps no event log for it */
    readonly resumable: boolean
    /** which server answers (ServerKind), when it is not ours */
    readonly server?: string
    /** calls are answered with one JSON body */
    readonly answer?: 'json'
    readonly openedAt: EpochMs
  }
  readonly kept: KeptHeaders
  readonly connections: readonly ConnectionRecord[]
  /** every stream, in order of opening */
  readonly streams: readonly StreamRecord[]
  /** the streams on stage: the newest call's and the standalone one (initialize is left to the inspector) */
  readonly stage: { readonly call?: StreamRecord; readonly standalone?: StreamRecord }
  readonly ledger: Ledger
  readonly call?: CallRecord
  /** the client waits before it asks again */
  readonly waiting?: {
    readonly stream?: StreamName
    readonly since: EpochMs
    /** while it is frozen this moves on with the playhead: what is left stays the same */
    readonly until: EpochMs
    readonly attempt: number
    readonly frozen?: boolean
  }
  /** a stream could not be resumed: status and reason */
  readonly refused?: {
    readonly at: EpochMs
    readonly status?: number
    readonly reason: Reason
    readonly stream?: StreamName
    /** edited headers did not resume it: the client still has the kept ones, and waits until it is to ask with them */
    readonly edited?: boolean
  }
  /** when the server's process came back, with its event log or without */
  readonly restarts?: readonly EpochMs[]
  /** the newest word of each side about each fault that was set, in order of first mention */
  readonly faults: readonly FaultRecord[]
  /** time since the newest pull, while out; total outage otherwise */
  readonly outage: Milliseconds
}

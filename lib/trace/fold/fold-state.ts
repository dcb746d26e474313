/**
 * What the fold has gathered after some observations: sets of facts, without any conclusion (fates are drawn in fates.ts).
 * A state grows in place; `forkState` sets a copy aside that later growth does not touch, because entries are replaced, not changed.
 */
import type {
  Bytes,
  CallId,
  ConnectionId,
  EpochMs,
  EventId,
  KeptHeaders,
  Milliseconds,
  Observation,
  SessionId,
  StreamName,
} from '../../protocol/observation'
import type { Reason } from '../../protocol/reason'
import type { CallRecord, ConnectionRecord, EventRecord, FaultRecord, Frame } from '../snapshot-types'

export type Receipt = { readonly at: EpochMs; readonly connection: ConnectionId }

/**
 * All that was said about one event. Every field is always there, in one order: thousands of these are looked at for each frame on
 * screen. `drawn` remembers the record last made of it, so that an unchanged event stays the same object.
 */
export type EventFacts = {
  readonly id: EventId | undefined
  readonly stream: StreamName
  readonly n: number
  readonly data: string
  readonly bytes: Bytes | undefined
  /** the frame, while only the client has spoken of it */
  readonly raw: string | undefined
  readonly storedAt: EpochMs | undefined
  readonly evictedAt: EpochMs | undefined
  readonly receipts: readonly Receipt[]
  drawn: EventRecord | undefined
}

const NO_RECEIPTS: readonly Receipt[] = []

/** New facts about event `n`: what is known, with what has just been said of it. */
export function factsWith(
  known: EventFacts | undefined,
  stream: StreamName,
  n: number,
  said: Partial<Omit<EventFacts, 'stream' | 'n' | 'drawn'>>,
): EventFacts {
  return {
    id: said.id ?? known?.id,
    stream,
    n,
    data: said.data ?? known?.data ?? '',
    bytes: said.bytes ?? known?.bytes,
    raw: said.raw ?? known?.raw,
    storedAt: said.storedAt ?? known?.storedAt,
    evictedAt: said.evictedAt ?? known?.evictedAt,
    receipts: said.receipts ?? known?.receipts ?? NO_RECEIPTS,
    drawn: undefined,
  }
}

/** The server accepted a resume: it replays what comes after the id it was given, up to and including `throughN`. */
export type ReplayFacts = { readonly at: EpochMs; readonly throughN: number }

export type StreamFacts = {
  readonly name: StreamName
  /** the first moment anyone spoke of it */
  readonly seenAt: EpochMs
  rpc?: { readonly method: string; readonly id?: string | number; readonly tool?: string }
  openedAt?: EpochMs
  completedAt?: EpochMs
  /** everything up to and including this n had to go */
  evictedThrough: number
  /** the highest n that got through, 0 before any */
  highestReceived: number
  /** by n */
  events: Map<number, EventFacts>
  /** false once an event came out of order: then they are sorted when drawn */
  inOrder: boolean
  lastN: number
}

/** Frames are shared by all copies of a connection: each copy knows how many of them are its own. */
type FrameList = { readonly frames: Frame[]; readonly sources: Observation[] }

export type ConnectionFacts = {
  readonly record: Omit<ConnectionRecord, 'frames'>
  readonly list: FrameList
  readonly frameCount: number
  /** stream of the first event id that came through, or of the `x-first-event-id` header */
  readonly streamById?: StreamName
  /** frames (or a whole JSON body) that only a look at everything can give a place: those without an id, and those with a strange one */
  readonly unnamed: number
  drawn?: ConnectionRecord
}

export type SessionFacts = {
  readonly opened?: {
    readonly at: EpochMs
    readonly id: SessionId
    readonly resumable: boolean
    readonly server?: string
    readonly answer?: 'json'
  }
  readonly ended?: { readonly at: EpochMs; readonly reason: string }
  /** what the client learned from an answer: the id, and that the session is gone */
  readonly answered?: { readonly at: EpochMs; readonly id: SessionId; readonly resumable: boolean }
  readonly gone?: { readonly at: EpochMs; readonly reason: string }
}

type Waiting = {
  readonly stream?: StreamName
  readonly since: EpochMs
  readonly until: EpochMs
  readonly attempt: number
  /** what is left of it while it stands still */
  readonly frozenWith?: Milliseconds
}
export type Refused = {
  readonly at: EpochMs
  readonly status?: number
  readonly reason: Reason
  readonly stream?: StreamName
  readonly edited?: boolean
}

export type FoldState = {
  /** how many observations have been folded in */
  count: number
  pulledAt: EpochMs | undefined
  /** outages that are over */
  pastOutage: Milliseconds
  session: SessionFacts
  kept: KeptHeaders
  connections: Map<ConnectionId, ConnectionFacts>
  streams: Map<StreamName, StreamFacts>
  /** by the last event ID that was asked for; an id names its stream */
  replays: Map<EventId, readonly ReplayFacts[]>
  /** where a stored event belongs whose id does not say so: servers other than ours give such ids */
  places: Map<EventId, { readonly stream: StreamName; readonly n: number }>
  /** JSON-RPC id of a POSTed request → the stream that answers it */
  streamOfRpc: Map<string, StreamName>
  calls: Map<CallId, Omit<CallRecord, 'stream'> & { readonly adopted: boolean }>
  newestCall: CallId | undefined
  /** by stream name; '' where the client did not name one */
  waiting: Map<StreamName, Waiting>
  /** by stream name; '' where the client did not name one */
  refused: Map<StreamName, Refused>
  /** by vantage and fault: its newest word */
  faults: Map<string, FaultRecord>
  /** a page loaded anew numbers its connections from c1 again: its names → ours */
  renamed: Map<ConnectionId, ConnectionId>
  pages: number
  restarts: readonly EpochMs[]
  /** another tab has the run */
  taken: boolean
}

export function emptyState(): FoldState {
  return {
    count: 0,
    pulledAt: undefined,
    pastOutage: 0,
    session: {},
    kept: { lastEventIds: {} },
    connections: new Map(),
    streams: new Map(),
    replays: new Map(),
    places: new Map(),
    streamOfRpc: new Map(),
    calls: new Map(),
    newestCall: undefined,
    waiting: new Map(),
    refused: new Map(),
    faults: new Map(),
    renamed: new Map(),
    pages: 0,
    restarts: [],
    taken: false,
  }
}

/** A copy that keeps what is known now, whatever is folded into either of the two later. */
export function forkState(state: FoldState): FoldState {
  const streams = new Map<StreamName, StreamFacts>()
  for (const [name, stream] of state.streams) streams.set(name, { ...stream, events: new Map(stream.events) })
  return {
    ...state,
    streams,
    connections: new Map(state.connections),
    replays: new Map(state.replays),
    places: new Map(state.places),
    streamOfRpc: new Map(state.streamOfRpc),
    calls: new Map(state.calls),
    waiting: new Map(state.waiting),
    refused: new Map(state.refused),
    faults: new Map(state.faults),
    renamed: new Map(state.renamed),
  }
}

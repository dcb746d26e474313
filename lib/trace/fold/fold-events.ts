/**
 * Folds what was said about streams and their events, by either side. Only gathers: what an event's fate is, fates.ts decides.
 */
import { parseEventId } from '../../protocol/event-id'
import type { ConnectionId, EpochMs, EventId, Fact, Observation, StreamName } from '../../protocol/observation'
import { type EventFacts, type FoldState, factsWith, type StreamFacts } from './fold-state'

type Seen<K extends Fact['kind']> = Extract<Observation, { readonly kind: K }>

export function foldStreamOpened(state: FoldState, seen: Seen<'stream.opened'>): void {
  const stream = streamIn(state, seen.stream, seen.at)
  stream.openedAt ??= seen.at
  if (!seen.rpc) return
  stream.rpc = seen.rpc
  state.streamOfRpc.set(String(seen.rpc.id), seen.stream)
}

export function foldCompleted(state: FoldState, seen: Seen<'stream.completed'>): void {
  streamIn(state, seen.stream, seen.at).completedAt ??= seen.at
}

export function foldStored(state: FoldState, seen: Seen<'event.stored'>): void {
  const stream = streamIn(state, seen.stream, seen.at)
  const known = stream.events.get(seen.n)
  const { id, n, data, bytes, at } = seen
  const named = parseEventId(id)
  if (named?.n !== n || named.stream !== seen.stream) state.places.set(id, { stream: seen.stream, n })
  put(stream, factsWith(known, seen.stream, n, { id, data, bytes, storedAt: known?.storedAt ?? at }))
}

/** Without an event log: the nearest there is to "stored" is that the server produced it. */
export function foldSent(state: FoldState, seen: Seen<'message.sent'>): void {
  const stream = streamIn(state, seen.stream, seen.at)
  const known = stream.events.get(seen.n)
  put(stream, factsWith(known, seen.stream, seen.n, { data: seen.data, storedAt: known?.storedAt ?? seen.at }))
}

/**
 * An event with an id got through. Empty data primes the connection: it repeats the id the client already has, so it is the
 * receipt of the stream's own priming event at most once, and never a second receipt of anything.
 */
export function foldReceived(state: FoldState, seen: Seen<'event.received'>, connection: ConnectionId): void {
  const place = seen.id === undefined ? undefined : parseEventId(seen.id)
  if (!place || seen.id === undefined) return
  const stream = streamIn(state, place.stream, seen.at)
  const known = stream.events.get(place.n)
  if (seen.data === '' && (place.n !== 0 || known?.receipts.length)) return
  stream.highestReceived = Math.max(stream.highestReceived, place.n)
  const receipt = { at: seen.at, connection }
  const said = known ? {} : { id: seen.id, data: seen.data, raw: seen.raw }
  put(stream, factsWith(known, place.stream, place.n, { ...said, receipts: known ? [...known.receipts, receipt] : [receipt] }))
}

export function foldEvicted(state: FoldState, seen: Seen<'event.evicted'>): void {
  const through = parseEventId(seen.through)?.n
  if (through === undefined) return
  const stream = streamIn(state, seen.stream, seen.at)
  for (const facts of evictedNow(stream, through)) {
    stream.events.set(facts.n, factsWith(facts, facts.stream, facts.n, { evictedAt: seen.at }))
  }
  stream.evictedThrough = Math.max(stream.evictedThrough, through)
}

export function foldReplay(state: FoldState, seen: Seen<'replay.started'>): void {
  const throughN = placeIn(state, seen.through)?.n
  if (throughN === undefined) return
  streamIn(state, seen.stream, seen.at)
  state.replays.set(seen.after, [...(state.replays.get(seen.after) ?? []), { at: seen.at, throughN }])
}

/** The place that an id names, or that the server gave it. */
export function placeIn(state: FoldState, id: EventId): { readonly stream: StreamName; readonly n: number } | undefined {
  return parseEventId(id) ?? state.places.get(id)
}

/** Those that this eviction takes. One by one from the last eviction on, so that a log that evicts with every append stays cheap. */
function evictedNow(stream: StreamFacts, through: number): EventFacts[] {
  const taken: EventFacts[] = []
  if (through - stream.evictedThrough > stream.events.size) {
    for (const facts of stream.events.values()) if (facts.n <= through && facts.evictedAt === undefined) taken.push(facts)
    return taken
  }
  for (let n = stream.evictedThrough + 1; n <= through; n++) {
    const facts = stream.events.get(n)
    if (facts) taken.push(facts)
  }
  return taken
}

function put(stream: StreamFacts, facts: EventFacts): void {
  if (facts.n > stream.lastN) stream.lastN = facts.n
  else if (!stream.events.has(facts.n)) stream.inOrder = false
  stream.events.set(facts.n, facts)
}

function streamIn(state: FoldState, name: StreamName, at: EpochMs): StreamFacts {
  const known = state.streams.get(name)
  if (known) return known
  const stream: StreamFacts = {
    name,
    seenAt: at,
    evictedThrough: -1,
    highestReceived: 0,
    events: new Map(),
    inOrder: true,
    lastN: -1,
  }
  state.streams.set(name, stream)
  return stream
}

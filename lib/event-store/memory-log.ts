/**
 * An event log in memory: one queue of events per stream, and one queue of streams in the order of append, for eviction.
 * Not durable. Looking up an id is O(1); a replay costs what it returns. Rules ES1…ES12 are in event-log.ts.
 */
import { parseLogEventId } from '../protocol/event-id'
import type { EventId, Observe, ServerFact, StreamName } from '../protocol/observation'
import { formatFrame } from '../protocol/sse'
import { encodeText } from '../streams/bytes'
import {
  CursorError,
  type CursorProblem,
  type EventLog,
  EventTooLargeError,
  type LogLimits,
  type LogSnapshot,
  type ReadResult,
  type StoredEvent,
} from './event-log'
import { EvictedStreams } from './evicted-streams'
import { Fifo } from './fifo'

/** What a log itself observes. That an event was stored is observed by whoever appended it. */
type EventEvicted = Extract<ServerFact, { kind: 'event.evicted' }>

/** A follow hands over at most this many events at once. */
const BATCH = 256

type StreamState = {
  readonly name: StreamName
  readonly events: Fifo<StoredEvent>
  /** n of the oldest stored event; equals `next` when none is stored */
  first: number
  /** n the next event will get */
  next: number
  completed: boolean
  /** followers that wait for the next event */
  readonly waiters: Set<() => void>
}

/**
 * Makes an empty log, or one that goes on from a snapshot. `observe` hears of evictions. Limits are of this session alone; both must be at
 * least 1.
 */
export function createMemoryLog(limits: LogLimits, observe?: Observe<EventEvicted>, from?: LogSnapshot): EventLog {
  const log = new MemoryLog(limits, observe)
  if (from) log.fill(from)
  return log
}

/** A priming event is an id with empty data and no type. */
function encodeFrame(id: EventId, data: string): Uint8Array {
  return encodeText(formatFrame(data === '' ? { id, data } : { id, event: 'message', data }))
}

class MemoryLog implements EventLog {
  #streams = new Map<StreamName, StreamState>()
  /** the stream of every stored event, oldest first */
  #order = new Fifo<StreamState>()
  #evictedStreams = new EvictedStreams()
  #events = 0
  #bytes = 0
  #closed = false

  constructor(
    readonly limits: LogLimits,
    readonly observe: Observe<EventEvicted> | undefined,
  ) {}

  async append(name: StreamName, data: string, options?: { readonly last?: boolean }): Promise<StoredEvent> {
    if (this.#closed) throw new Error(`cannot append to stream ${JSON.stringify(name)}: the event log is closed`)
    const known = this.#streams.get(name)
    if (known?.completed || (!known && this.#evictedStreams.has(name))) {
      throw new Error(`cannot append to stream ${JSON.stringify(name)}: it is completed`)
    }
    const n = known?.next ?? 0
    const id = `${name}/${n}`
    const frame = encodeFrame(id, data)
    if (frame.byteLength > this.limits.maxBytes) throw new EventTooLargeError(name, frame.byteLength, this.limits.maxBytes)
    const stream = known ?? this.#begin(name)
    const event: StoredEvent = { id, stream: name, n, role: data === '' ? 'priming' : 'message', data, frame }
    stream.next = n + 1
    if (options?.last) stream.completed = true
    this.#makeRoom(frame.byteLength)
    stream.events.push(event)
    this.#order.push(stream)
    this.#events += 1
    this.#bytes += frame.byteLength
    for (const wake of stream.waiters) wake()
    return event
  }

  async readAfter(id: EventId, limit = Number.POSITIVE_INFINITY): Promise<ReadResult> {
    const place = this.#locate(id)
    if (typeof place === 'string') return { kind: place }
    const { stream, n } = place
    return { kind: 'events', stream: stream.name, events: stream.events.slice(n + 1 - stream.first, limit), completed: stream.completed }
  }

  async latest(name: StreamName): Promise<EventId | undefined> {
    const stream = this.#streams.get(name)
    return stream && `${name}/${stream.next - 1}`
  }

  async *follow(id: EventId, signal: AbortSignal): AsyncGenerator<readonly StoredEvent[]> {
    const place = this.#locate(id)
    if (typeof place === 'string') throw new CursorError(place, id)
    const { stream } = place
    let next = place.n + 1
    let wake = () => {}
    const onWake = () => wake()
    stream.waiters.add(onWake)
    signal.addEventListener('abort', onWake)
    try {
      while (!signal.aborted && !this.#closed) {
        if (next < stream.first) throw new CursorError('evicted', `${stream.name}/${next - 1}`)
        if (next < stream.next) {
          const batch = stream.events.slice(next - stream.first, BATCH)
          next += batch.length
          yield batch
        } else if (stream.completed) return
        else {
          // Looking and waiting are one synchronous step, so no append can fall between them.
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
    } finally {
      stream.waiters.delete(onWake)
      signal.removeEventListener('abort', onWake)
    }
  }

  async evict(leave: number): Promise<void> {
    const taken = new Map<StreamState, number>()
    for (const stream of [...this.#streams.values()]) {
      const count = this.#evictStream(stream, leave)
      if (count > 0) taken.set(stream, count)
    }
    // The queue of streams has one entry a stored event, oldest first: those of the events that went are the first of their stream.
    const order = new Fifo<StreamState>()
    for (const stream of this.#order.slice(0, this.#order.length)) {
      const left = taken.get(stream) ?? 0
      if (left > 0) taken.set(stream, left - 1)
      else order.push(stream)
    }
    this.#order = order
  }

  snapshot(): LogSnapshot {
    const streams = [...this.#streams.values()]
    const places = new Map(streams.map((stream, i) => [stream, { i, read: 0 }]))
    const events = this.#order.slice(0, this.#order.length).map((stream): readonly [number, string] => {
      const place = places.get(stream) ?? { i: -1, read: 0 }
      const [event] = stream.events.slice(place.read++, 1)
      return [place.i, event?.data ?? '']
    })
    return {
      streams: streams.map(({ name, first, next, completed }) => ({ name, first, next, completed })),
      events,
      forgotten: this.#evictedStreams.entries(),
    }
  }

  /** Fills an empty log. */
  fill({ streams, events, forgotten }: LogSnapshot): void {
    this.#evictedStreams = EvictedStreams.from(forgotten)
    const states = streams.map(({ name, ...rest }) => Object.assign(this.#begin(name), rest))
    for (const [i, data] of events) {
      const stream = states[i]
      if (!stream) throw new Error(`the snapshot of the event log names stream ${i}, and has ${states.length}`)
      const n = stream.first + stream.events.length
      const id = `${stream.name}/${n}`
      const frame = encodeFrame(id, data)
      stream.events.push({ id, stream: stream.name, n, role: data === '' ? 'priming' : 'message', data, frame })
      this.#order.push(stream)
      this.#events += 1
      this.#bytes += frame.byteLength
    }
  }

  size() {
    return { events: this.#events, bytes: this.#bytes }
  }

  close(): void {
    this.#closed = true
    for (const stream of this.#streams.values()) for (const wake of stream.waiters) wake()
  }

  #begin(name: StreamName): StreamState {
    const stream: StreamState = { name, events: new Fifo(), first: 0, next: 0, completed: false, waiters: new Set() }
    this.#streams.set(name, stream)
    return stream
  }

  #locate(id: EventId): { readonly stream: StreamState; readonly n: number } | CursorProblem {
    const parsed = parseLogEventId(id)
    if (!parsed) return 'malformed'
    const { stream: name, n } = parsed
    const stream = this.#streams.get(name)
    if (!stream) return this.#evictedStreams.has(name, n) ? 'evicted' : 'unknown'
    if (n >= stream.next) return 'unknown'
    return n + 1 < stream.first ? 'evicted' : { stream, n }
  }

  /** Evicts the oldest events until one more of `bytes` fits. */
  #makeRoom(bytes: number): void {
    let through: { stream: StreamState; id: EventId } | undefined
    while (this.#events + 1 > this.limits.maxEvents || this.#bytes + bytes > this.limits.maxBytes) {
      const stream = this.#order.shift()
      const event = stream?.events.shift()
      if (!stream || !event) break
      stream.first = event.n + 1
      this.#events -= 1
      this.#bytes -= event.frame.byteLength
      if (through && through.stream !== stream) this.#evicted(through.stream, through.id)
      through = { stream, id: event.id }
    }
    if (through) this.#evicted(through.stream, through.id)
  }

  /** Takes the oldest of one stream; returns how many went. */
  #evictStream(stream: StreamState, leave: number): number {
    const stored = stream.events.slice(0, stream.events.length)
    let messages = stored.filter(({ role }) => role === 'message').length
    let last: StoredEvent | undefined
    for (const event of stored) {
      if (messages <= leave) break
      if (event.role === 'message') messages -= 1
      stream.events.shift()
      stream.first = event.n + 1
      this.#events -= 1
      this.#bytes -= event.frame.byteLength
      last = event
    }
    if (!last) return 0
    this.#evicted(stream, last.id)
    return stored.indexOf(last) + 1
  }

  #evicted(stream: StreamState, through: EventId): void {
    if (stream.completed && stream.first === stream.next && this.#evictedStreams.add(stream.name, stream.next - 1)) {
      this.#streams.delete(stream.name)
    }
    this.observe?.({ kind: 'event.evicted', stream: stream.name, through })
  }
}

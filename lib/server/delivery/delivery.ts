/**
 * How the streams of one session get onto connections: as tails of its log (ours, and those broken on purpose), or as bodies that the SDK
 * wrote (no log, or the SDK's own replay). Who delivers is decided once, when the session opens.
 */
import type { EventLog, StoredEvent } from '../../event-store/event-log'
import {
  type EventId,
  type Milliseconds,
  type Observe,
  PROTOCOL_REVISION,
  type ServerFact,
  type SessionId,
  type StreamName,
} from '../../protocol/observation'
import type { BrokenResume, BrokenServer } from '../broken/broken-server'
import { STANDALONE } from '../session/sdk-transport'
import { Connections } from './connections'
import { Gate } from './hold-gate'
import { firstFrame, openTail, planReplay, retryFrame } from './log-delivery'
import { SSE_HEADERS, type SseConnection } from './sse-connection'
import { passOn } from './unlogged-delivery'

type DeliveryOptions = {
  readonly session: SessionId
  /** the revision agreed on */
  readonly version: string
  readonly retry: Milliseconds
  readonly observe: Observe<ServerFact>
  /** a connection is gone */
  readonly ended: () => void
  /** says something on the standalone stream */
  readonly say: (text: string) => Promise<void>
  readonly broken: BrokenServer | undefined
}

export class Delivery {
  readonly connections: Connections
  /** shut: events are stored and not written */
  readonly gate = new Gate()
  /** the newest event of the standalone stream that was written to any connection */
  standaloneWritten: EventId = `${STANDALONE}/0`
  readonly #options: DeliveryOptions

  constructor(options: DeliveryOptions) {
    const { observe, ended, broken, say } = options
    this.#options = options
    this.connections = new Connections(observe, (stream, how) => {
      ended()
      if (how === 'gone' && stream !== STANDALONE) broken?.lost?.(stream, say)
    })
  }

  /** Whether a connection begins with an id and the reconnection time. */
  get primes(): boolean {
    return this.#options.version >= PROTOCOL_REVISION
  }

  /** The answer to a POST: its stream from the first event on. */
  begin(log: EventLog, stream: StreamName, primed: EventId): Response {
    return this.#tail(stream, primed, (signal) => log.follow(primed, signal), this.primes && this.#options.broken?.primes !== false)
  }

  /** The answer to a GET with Last-Event-ID. Refuses an id that cannot be served. */
  async resume(log: EventLog, lastEventId: EventId): Promise<Response> {
    const other = await this.#options.broken?.resume?.(lastEventId)
    const { stream, through, count } = other ?? (await planReplay(log, lastEventId))
    this.#options.observe({ kind: 'replay.started', stream, after: lastEventId, through, count })
    const batches: BrokenResume['batches'] = other?.batches ?? ((signal) => log.follow(lastEventId, signal))
    return this.#tail(stream, lastEventId, batches, this.primes)
  }

  /** The answer to a GET without: the standalone stream, from what was never written. */
  async standalone(log: EventLog): Promise<Response> {
    const after = await this.#standaloneFrom(log)
    return this.#tail(STANDALONE, after, (signal) => log.follow(after, signal), this.primes)
  }

  /** A body that the SDK wrote. `beside`: no older connection of the stream is closed for it. */
  pass(stream: StreamName, response: Response, beside = false): Response {
    const body = response.body ?? new ReadableStream<Uint8Array>()
    return this.#respond(this.connections.attach(stream, (ended) => passOn(body, this.gate, ended), beside))
  }

  /** Closes the connection of a stream (of all without a name), not the stream, after saying when to come back. */
  closePolitely(stream?: StreamName): void {
    const named = stream === undefined ? this.connections.streams() : [stream]
    for (const name of named) this.connections.close(name, retryFrame(this.#options.retry))
  }

  #tail(stream: StreamName, after: EventId, follow: BrokenResume['batches'], primes: boolean): Response {
    const { broken, retry } = this.#options
    const frame = broken?.frame
    const written = (events: readonly StoredEvent[]): void => {
      const last = events[events.length - 1]
      if (last?.stream === STANDALONE && stream === STANDALONE) this.standaloneWritten = last.id
      broken?.written?.(events)
    }
    const first = frame && primes ? frame(primingOf(stream, after)) : firstFrame(after, retry, primes)
    const tail = { follow, first, primes: this.primes, frame, gate: this.gate, written }
    const connection = this.connections.attach(stream, (ended) => openTail({ ...tail, ended }))
    // A client that is cut inside the first frame has its id all the same. A server that is broken there has none to give.
    const unnamed = frame !== undefined || (this.primes && !primes)
    return this.#respond(connection, unnamed ? undefined : { 'x-first-event-id': after })
  }

  #respond(connection: SseConnection, headers?: Readonly<Record<string, string>>): Response {
    return new Response(connection.body, { headers: { ...SSE_HEADERS, 'mcp-session-id': this.#options.session, ...headers } })
  }

  async #standaloneFrom(log: EventLog): Promise<EventId> {
    const read = await log.readAfter(this.standaloneWritten, 0)
    // Some of what was never written is evicted already: begin with what comes next.
    return read.kind === 'events' ? this.standaloneWritten : ((await log.latest(STANDALONE)) ?? this.standaloneWritten)
  }
}

const primingOf = (stream: StreamName, id: EventId): StoredEvent => ({
  id,
  stream,
  n: 0,
  role: 'priming',
  data: '',
  frame: new Uint8Array(),
})

/**
 * One MCP session: its SDK server and transport, its event log, its connections and its feed. MCP 2025-11-25, basic/transports,
 * "Session Management". Session ≠ stream ≠ connection: a session has many streams, and a stream may need many connections.
 */
import type { RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { EventLog } from '../event-store/event-log'
import {
  type EpochMs,
  type EventId,
  type Milliseconds,
  PROTOCOL_REVISION,
  type ServerFact,
  type SessionId,
  type StreamName,
} from '../trace/observation'
import { Connections } from './connections'
import { CODE, noSuchSession, Refusal, refusedBySdk, shown } from './errors'
import { Feed } from './feed'
import { Gate } from './gate'
import type { Incoming, IncomingRequest } from './message'
import { observeLog } from './observed-log'
import { passOn } from './plain'
import { SessionProcess } from './process'
import { openTail, planReplay, retryFrame } from './resume'
import type { EndReason, SessionHost, SessionRecord, SessionSnapshot, SessionTerms } from './session-types'
import { SSE_HEADERS, type SseConnection } from './sse-connection'
import { type Call, STANDALONE } from './transport'

/** A feed keeps the facts of a full event log, and some. */
const SPARE_FACTS = 1024
const MAX_WATCHERS = 64

export class Session {
  readonly id: SessionId
  readonly feed: Feed
  readonly #terms: SessionTerms
  readonly #host: SessionHost
  readonly #log: EventLog | undefined
  readonly #connections: Connections
  readonly #gate = new Gate()
  #process: SessionProcess
  /** while a process follows on another */
  #coming: Promise<void> | undefined
  /** comments go out on silent connections; else the timer that does it in its own time, or nothing */
  #comments: 'as all' | 'off' | 'own time' = 'as all'
  #stopComments = () => {}
  #calls = 0
  #ended = false
  #lastActive: EpochMs
  /** the newest event of the standalone stream that was written to any connection */
  #standaloneWritten: EventId = `${STANDALONE}/0`

  /** With a snapshot, call `revive` next; else `start`. */
  constructor(terms: SessionTerms, host: SessionHost, from?: SessionSnapshot) {
    const { limits, clock, openLog } = host
    this.id = terms.id
    this.#terms = terms
    this.#host = host
    this.#lastActive = clock.now()
    const feedLimits = { maxFacts: limits.maxEvents + SPARE_FACTS, maxBytes: 2 * limits.maxBytes, maxWatchers: MAX_WATCHERS }
    this.feed = new Feed(feedLimits, clock, from?.feed)
    if (!from) this.observe({ kind: 'session.opened', session: terms.id, resumable: terms.resumable, client: terms.client })
    this.#connections = new Connections(this.observe, this.#touch)
    this.#log = terms.resumable
      ? observeLog(openLog(this.observe, terms.id, from?.log), this.observe, (stream) => this.#process.transport.endEarly(stream))
      : undefined
    this.#process = this.#makeProcess()
  }

  /** Connects the SDK's halves and opens the standalone stream. Call once, before anything else. */
  async start(): Promise<void> {
    await this.#process.start()
    this.observe({ kind: 'stream.opened', stream: STANDALONE })
    await this.#log?.append(STANDALONE, '')
  }

  /** What has to be kept for `comeBack`, as it is now. */
  get record(): SessionRecord {
    const running = [...this.#process.transport.calls.values()].filter(({ over }) => !over)
    return {
      terms: this.#terms,
      calls: this.#calls,
      running: running.map(({ stream, id: request, tool }) => (tool === undefined ? { stream, request } : { stream, request, tool })),
      standaloneWritten: this.#standaloneWritten,
    }
  }

  /**
   * Goes on where the process that left `record` was, over the same event log. What was running there will get no response, so each of
   * its streams ends with an error that says so: a resume brings everything that was stored, and then ends at once.
   */
  async comeBack(record: SessionRecord): Promise<void> {
    this.#calls = record.calls
    this.#standaloneWritten = record.standaloneWritten
    this.#process = this.#makeProcess()
    for (const { stream, request, tool } of record.running) {
      const what = tool === undefined ? 'this request was being worked on' : `${shown(tool)} was running`
      const error = { code: CODE.refused, message: `The server restarted while ${what}, and nothing goes on with it. Call again.` }
      // A stream whose response was stored after all takes no more: then there is nothing to say.
      await this.#log?.append(stream, JSON.stringify({ jsonrpc: '2.0', id: request, error }), { last: true }).catch(() => {})
    }
    await this.#process.start(record.terms.initialize)
  }

  /** The session as plain data, for a process that follows on this one; undefined when its log cannot tell, or there is none. */
  snapshot(): SessionSnapshot | undefined {
    const log = this.#log?.snapshot?.()
    if (!log || this.#ended) return undefined
    const { first, facts } = this.feed.snapshot()
    const at = this.#host.clock.now()
    // Whoever comes back finds no connection; nobody is there to note how they ended.
    const gone = this.carried.map((stream) => ({ at, fact: { kind: 'stream.detached', stream, how: 'gone' } as const }))
    return { record: this.record, log, feed: { first, facts: [...facts, ...gone] } }
  }

  /** Comes back as `record` says, once the process before is gone. Requests wait until it has. */
  async revive(record: SessionRecord, leave: () => Promise<void> = async () => {}): Promise<void> {
    this.observe({ kind: 'server.restarted', keeps: 'log' })
    this.#coming = leave()
      .then(() => this.comeBack(record))
      .finally(() => {
        this.#coming = undefined
      })
    await this.#coming
  }

  /** How many tools run now. */
  get running(): number {
    return this.#process.running
  }

  /** No connection, no running call, and no request since `since`. */
  isIdle(since: EpochMs): boolean {
    return this.#connections.size === 0 && this.#process.transport.calls.size === 0 && this.#lastActive < since
  }

  /** A POSTed message: 202 for a notification or response, an event stream for a request. */
  async post(request: Request, incoming: Incoming): Promise<Response> {
    this.#touch()
    if (this.#coming) await this.#coming
    if (incoming.kind === 'request') {
      return this.#call(request, incoming).catch((error: unknown) => {
        // DELETE came while this request was on its way in.
        throw this.#ended ? noSuchSession(this.id) : error
      })
    }
    if (incoming.kind === 'notification' && incoming.method === 'notifications/cancelled') {
      await this.#process.transport.cancel(incoming.params.requestId as RequestId)
    }
    const response = await this.#process.transport.handleRequest(request, { parsedBody: incoming.message })
    if (!response.ok) throw await refusedBySdk(response)
    return response
  }

  /** A GET: resumes a stream after `lastEventId`; with null, carries the standalone stream on from what was never written. */
  async get(request: Request, lastEventId: EventId | null): Promise<Response> {
    this.#touch()
    if (this.#coming) await this.#coming
    if (!this.#log) return this.#getPlain(request, lastEventId)
    if (lastEventId === null) return this.#follow(this.#log, STANDALONE, await this.#standaloneFrom(this.#log))
    const { stream, through, count } = await planReplay(this.#log, lastEventId)
    this.observe({ kind: 'replay.started', stream, after: lastEventId, through, count })
    return this.#follow(this.#log, stream, lastEventId)
  }

  /** Says something on the standalone stream, as a log message. */
  announce(text: string): Promise<void> {
    return this.#process.announce(text)
  }

  /** Ends the session: tools stop, connections end (or break, when its process dies), the feed says so. */
  async end(reason: EndReason): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    this.#stopComments()
    if (reason === 'restarted') this.#connections.tearAll('the server restarted')
    else this.#connections.closeAll()
    this.#log?.close()
    await this.#process.stop()
    this.observe({ kind: 'session.ended', session: this.id, reason })
    this.feed.end()
  }

  /** The process dies and another goes on over the same event log: connections break, tools stop, streams end with what they have. */
  async restart(): Promise<void> {
    await this.revive(this.record, () => {
      this.#connections.tearAll('the server restarted')
      return this.#process.stop()
    })
  }

  /** Closes the connection of a stream (of all without a name), not the stream. The client was told when to come back. */
  closePolitely(stream?: StreamName): void {
    const named = stream === undefined ? this.#connections.streams() : [stream]
    for (const name of named) this.#connections.close(name, retryFrame(this.#host.limits.retryMs))
  }

  /** The streams that a connection carries now. */
  get carried(): readonly StreamName[] {
    return this.#connections.streams()
  }

  /** Evicts the oldest events of every stream. */
  async evict(leave: number): Promise<void> {
    await this.#log?.evict(leave)
  }

  /** While it holds, events are stored and not written to any connection. */
  hold(on: boolean): void {
    this.#gate.set(on)
  }

  /** Whether comments go out on silent connections, and how often; without `every`, as often as everywhere. */
  setComments(on: boolean, every?: Milliseconds): void {
    this.#stopComments()
    this.#stopComments = on && every !== undefined ? this.#host.clock.every(every, () => this.#connections.keepAlive()) : () => {}
    this.#comments = !on ? 'off' : every === undefined ? 'as all' : 'own time'
  }

  get resumable(): boolean {
    return this.#log !== undefined
  }

  /** Whether every connection begins with an id and the reconnection time. */
  get primes(): boolean {
    return this.#log !== undefined && this.#terms.version >= PROTOCOL_REVISION
  }

  keepAlive(): void {
    if (this.#comments === 'as all') this.#connections.keepAlive()
    this.feed.keepAlive()
  }

  readonly observe = (fact: ServerFact): void => {
    this.feed.push(fact)
    this.#host.observe?.(this.id, fact)
  }

  readonly #touch = (): void => {
    this.#lastActive = this.#host.clock.now()
  }

  #makeProcess(): SessionProcess {
    const { sleep, register } = this.#host
    return new SessionProcess({
      session: this.id,
      log: this.#log,
      observe: this.observe,
      over: this.#touch,
      sleep,
      register,
      disconnect: (stream) => this.#connections.close(stream),
    })
  }

  async #call(request: Request, { id, method, message, params }: IncomingRequest): Promise<Response> {
    const { transport } = this.#process
    if (transport.calls.has(id)) {
      throw new Refusal(400, `Request id ${shown(id)} is still being worked on. Give every request of a session an id of its own.`, { id })
    }
    const stream = `call-${++this.#calls}`
    const tool = method === 'tools/call' ? String(params.name) : undefined
    const call: Call = { id, method, stream, tool, abort: new AbortController(), sent: 0 }
    transport.calls.set(id, call)
    this.observe({ kind: 'stream.opened', stream, rpc: tool === undefined ? { method, id } : { method, id, tool } })
    call.primed = (await this.#log?.append(stream, ''))?.id
    const response = await transport.open(call, request, message)
    if (transport !== this.#process.transport) {
      await response.body?.cancel()
      throw new Refusal(503, 'The server restarted while this request came in. Send it again, with another id.', { id })
    }
    if (!response.ok) {
      await this.#log?.append(stream, '', { last: true })
      throw await refusedBySdk(response, id)
    }
    if (!this.#log || !call.primed) return this.#pass(stream, response)
    // The SDK's own body is not wanted: a tail of the log delivers what is stored.
    response.body?.cancel().catch(() => {})
    return this.#follow(this.#log, stream, call.primed)
  }

  #follow(log: EventLog, stream: StreamName, after: EventId): Response {
    const primes = this.#terms.version >= PROTOCOL_REVISION
    const retry = this.#host.limits.retryMs
    const written = (id: EventId): void => {
      if (stream === STANDALONE) this.#standaloneWritten = id
    }
    const gate = this.#gate
    const connection = this.#connections.attach(stream, (ended) => openTail({ log, after, retry, primes, gate, written, ended }))
    return this.#respond(connection, { 'x-first-event-id': after })
  }

  async #getPlain(request: Request, lastEventId: EventId | null): Promise<Response> {
    if (lastEventId !== null) {
      throw new Refusal(400, `Last-Event-ID ${shown(lastEventId)} cannot be served: this session keeps no event log. Make the call again.`)
    }
    const { transport } = this.#process
    // The SDK would refuse a second standalone connection while it believes the first alive.
    transport.closeStandaloneSSEStream()
    const response = await transport.handleRequest(request)
    if (!response.ok) throw await refusedBySdk(response)
    return this.#pass(STANDALONE, response)
  }

  #pass(stream: StreamName, response: Response): Response {
    const body = response.body ?? new ReadableStream<Uint8Array>()
    return this.#respond(this.#connections.attach(stream, (ended) => passOn(body, this.#gate, ended)))
  }

  #respond(connection: SseConnection, headers?: Readonly<Record<string, string>>): Response {
    return new Response(connection.body, { headers: { ...SSE_HEADERS, 'mcp-session-id': this.id, ...headers } })
  }

  async #standaloneFrom(log: EventLog): Promise<EventId> {
    const read = await log.readAfter(this.#standaloneWritten, 0)
    // Some of what was never written is evicted already: begin with what comes next.
    return read.kind === 'events' ? this.#standaloneWritten : ((await log.latest(STANDALONE)) ?? this.#standaloneWritten)
  }
}

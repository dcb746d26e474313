/**
 * One MCP session: its SDK server and transport, its event log, its connections and its feed. MCP 2025-11-25, basic/transports,
 * "Session Management". Session ≠ stream ≠ connection: a session has many streams, and a stream may need many connections.
 */
import type { RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { EventLog } from '../../event-store/event-log'
import type { EpochMs, EventId, Milliseconds, ServerFact, SessionId, StreamName } from '../../protocol/observation'
import { type BrokenServer, brokenOf } from '../broken/broken-servers'
import { Delivery } from '../delivery/delivery'
import { Feed, feedLimitsOf } from '../delivery/feed'
import { observeLog } from '../delivery/observed-log'
import { noSuchSession, Refusal, refusedBySdk, shown } from '../http/errors'
import type { Incoming, IncomingRequest } from '../http/message'
import { openedFact } from '../http/session-params'
import { type Stock, stockExample, stockOverLog } from '../stock-servers'
import { SessionProcess } from './sdk-process'
import { type Call, STANDALONE } from './sdk-transport'
import type { EndReason, SessionHost, SessionRecord, SessionSnapshot, SessionTerms } from './session-types'
import { cutShort, feedLeft } from './snapshot'

export class Session {
  readonly id: SessionId
  readonly feed: Feed
  readonly #terms: SessionTerms
  readonly #host: SessionHost
  readonly #log: EventLog | undefined
  /** the SDK delivers and replays by itself */
  readonly #stock: Stock | undefined
  readonly #broken: BrokenServer | undefined
  readonly #delivery: Delivery
  #process: SessionProcess
  /** while a process follows on another */
  #coming: Promise<void> | undefined
  /** who lets comments out on silent connections: the timer of all sessions, one of its own, or nobody */
  #comments: 'as all' | 'own time' | 'off' = 'as all'
  #stopComments = () => {}
  #calls = 0
  #ended = false
  #lastActive: EpochMs

  /** With a snapshot, call `revive` next; else `start`. */
  constructor(terms: SessionTerms, host: SessionHost, from?: SessionSnapshot) {
    const { limits, clock, openLog } = host
    const { id, resumable, server, version } = terms
    this.id = id
    this.#terms = terms
    this.#host = host
    this.#lastActive = clock.now()
    this.feed = new Feed(feedLimitsOf(limits), clock, from?.feed)
    if (!from) this.observe(openedFact(terms))
    let log =
      resumable && server !== 'sdk-example'
        ? observeLog(openLog(this.observe, id, from?.log), this.observe, (stream) => this.#process.transport.endEarly(stream))
        : undefined
    this.#broken = log && brokenOf(server)?.(log)
    log = this.#broken?.log ?? log
    this.#log = log
    this.#stock =
      server === 'sdk-example' ? stockExample(this.observe) : server === 'sdk' && log ? stockOverLog(log, this.observe) : undefined
    this.#delivery = new Delivery({
      session: id,
      version,
      retry: limits.retryMs,
      observe: this.observe,
      ended: this.#touch,
      say: (text) => this.announce(text),
      broken: this.#broken,
    })
    this.#process = this.#makeProcess()
  }

  /** Connects the SDK's halves and opens the standalone stream. Call once, before anything else. */
  async start(): Promise<void> {
    await this.#process.start()
    this.observe({ kind: 'stream.opened', stream: STANDALONE })
    // The SDK primes no standalone stream.
    if (!this.#stock) await this.#log?.append(STANDALONE, '')
  }

  /** What has to be kept for `comeBack`, as it is now. */
  get record(): SessionRecord {
    const running = [...this.#process.transport.calls.values()].filter(({ over }) => !over)
    return {
      terms: this.#terms,
      calls: this.#calls,
      running: running.map(({ stream, id: request, tool }) => (tool === undefined ? { stream, request } : { stream, request, tool })),
      standaloneWritten: this.#delivery.standaloneWritten,
    }
  }

  /**
   * Goes on where the process that left `record` was, over the same event log. What was running there will get no response, so each of
   * its streams ends with an error that says so: a resume brings everything that was stored, and then ends at once. The SDK alone would
   * leave it waiting for ever, and does so in a session of its own.
   */
  async comeBack(record: SessionRecord): Promise<void> {
    this.#calls = record.calls
    this.#delivery.standaloneWritten = record.standaloneWritten
    this.#process = this.#makeProcess()
    for (const { stream, request, tool } of this.#stock ? [] : record.running) {
      // A stream whose response was stored after all takes no more: then there is nothing to say.
      await this.#log?.append(stream, JSON.stringify(cutShort(request, tool)), { last: true }).catch(() => {})
    }
    await this.#process.start(record.terms.initialize)
  }

  /** The session as plain data, for a process that follows on this one; undefined when its log cannot tell, or there is none. */
  snapshot(): SessionSnapshot | undefined {
    const log = this.#log?.snapshot?.()
    return log && !this.#ended ? { record: this.record, log, feed: feedLeft(this.feed, this.carried, this.#host.clock.now()) } : undefined
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
    return this.#delivery.connections.size === 0 && this.#process.transport.calls.size === 0 && this.#lastActive < since
  }

  /** A POSTed message: 202 for a notification or response, an event stream (or one JSON body) for a request. */
  async post(request: Request, incoming: Incoming): Promise<Response> {
    this.#touch()
    if (this.#coming) await this.#coming
    if (incoming.kind === 'request') {
      return this.#call(request, incoming).catch((error: unknown) => {
        // DELETE came while this request was on its way in.
        throw this.#ended ? noSuchSession(this.id) : error
      })
    }
    const { transport } = this.#process
    if (incoming.kind === 'notification' && incoming.method === 'notifications/cancelled') {
      await transport.cancel(incoming.params.requestId as RequestId)
    }
    const response = await transport.handleRequest(request, { parsedBody: incoming.message })
    if (!response.ok && !this.#stock) throw await refusedBySdk(response)
    return response
  }

  /** A GET: resumes a stream after `lastEventId`; with null, carries the standalone stream on from what was never written. */
  async get(request: Request, lastEventId: EventId | null): Promise<Response> {
    this.#touch()
    if (this.#coming) await this.#coming
    if (this.#stock) return this.#getStock(this.#stock, request, lastEventId)
    if (!this.#log) return this.#getPlain(request, lastEventId)
    return lastEventId === null ? this.#delivery.standalone(this.#log) : this.#delivery.resume(this.#log, lastEventId)
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
    const { connections } = this.#delivery
    if (reason === 'restarted') connections.tearAll('the server restarted')
    else connections.closeAll()
    this.#log?.close()
    await this.#process.stop()
    this.observe({ kind: 'session.ended', session: this.id, reason })
    this.feed.end()
  }

  /** True for a server that only says that the session has ended: broken on purpose. */
  get survivesEnd(): boolean {
    return this.#broken?.survivesEnd ?? false
  }

  /** The process dies and another goes on over the same event log: connections break, tools stop, streams end with what they have. */
  async restart(): Promise<void> {
    await this.revive(this.record, () => {
      this.#delivery.connections.tearAll('the server restarted')
      return this.#process.stop()
    })
  }

  /** Closes the connection of a stream (of all without a name), not the stream. */
  closePolitely(stream?: StreamName): void {
    this.#delivery.closePolitely(stream)
  }

  /** The streams that a connection carries now. */
  get carried(): readonly StreamName[] {
    return this.#delivery.connections.streams()
  }

  /** Evicts the oldest events of every stream. */
  async evict(leave: number): Promise<void> {
    await this.#log?.evict(leave)
  }

  /** While it holds, events are stored and not written to any connection. */
  hold(on: boolean): void {
    this.#delivery.gate.set(on)
  }

  /** Whether comments go out on silent connections, and how often; without `every`, as often as everywhere. */
  setComments(on: boolean, every?: Milliseconds): void {
    this.#stopComments()
    const own = on && every !== undefined
    this.#stopComments = own ? this.#host.clock.every(every, () => this.#delivery.connections.keepAlive()) : () => {}
    this.#comments = own ? 'own time' : on ? 'as all' : 'off'
  }

  /** Whether events are kept in a log of ours. */
  get logged(): boolean {
    return this.#log !== undefined
  }

  /** Whether the client has an id to come back with from the beginning of a call. */
  get primes(): boolean {
    return this.#terms.resumable && this.#delivery.primes
  }

  keepAlive(): void {
    if (this.#comments === 'as all') this.#delivery.connections.keepAlive()
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
    const { sleep, register, limits } = this.#host
    return new SessionProcess({
      session: this.id,
      log: this.#log,
      stock: this.#stock?.store,
      retry: limits.retryMs,
      json: this.#terms.answer === 'json',
      observe: this.observe,
      over: this.#touch,
      sleep,
      register,
      disconnect: (stream) => this.#delivery.connections.close(stream),
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
    const response = await this.#opened(transport.open(call, request, message), call)
    if (transport !== this.#process.transport) {
      await response.body?.cancel()
      throw new Refusal(503, 'The server restarted while this request came in. Send it again, with another id.', { id })
    }
    if (!response.ok) {
      if (this.#stock) return response
      await this.#log?.append(stream, '', { last: true })
      throw await refusedBySdk(response, id)
    }
    if (this.#terms.answer === 'json') return response
    if (!this.#log || !call.primed || this.#stock) return this.#delivery.pass(stream, response, this.#stock !== undefined)
    // The SDK's own body is not wanted: a tail of the log delivers what is stored.
    response.body?.cancel().catch(() => {})
    return this.#delivery.begin(this.#log, stream, call.primed)
  }

  /** With one JSON body as the answer there is no response before the work is done: a call that is stopped must not wait for it. */
  #opened(response: Promise<Response>, { abort, id }: Call): Promise<Response> {
    if (this.#terms.answer !== 'json') return response
    const stopped = new Promise<never>((_, reject) => {
      const why = 'The call was cancelled, so it has no answer.'
      abort.signal.addEventListener('abort', () => reject(new Refusal(409, why, { id })), { once: true })
    })
    return Promise.race([response, stopped])
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
    return this.#delivery.pass(STANDALONE, response)
  }

  /** The SDK's answer as it is, also when it refuses. */
  async #getStock(stock: Stock, request: Request, lastEventId: EventId | null): Promise<Response> {
    const response = await this.#process.transport.handleRequest(request)
    if (response.ok) return this.#delivery.pass(lastEventId === null ? STANDALONE : (stock.streamOf(lastEventId) ?? 'none'), response, true)
    const { message } = await refusedBySdk(response.clone())
    this.observe({ kind: 'request.refused', method: request.method, status: response.status, message })
    return response
  }
}

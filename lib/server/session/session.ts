/**
 * One MCP session: its identity and parameters, its process and its lifetime. How its events are stored and delivered is its delivery's
 * affair. MCP 2025-11-25, basic/transports, "Session Management".
 * Session ≠ stream ≠ connection: a session has many streams, and a stream may need many connections.
 */
import type { RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { EpochMs, EventId, Milliseconds, ServerFact, SessionId } from '../../protocol/observation'
import type { SessionDelivery } from '../delivery/session-delivery'
import { Feed, feedLimitsOf } from '../feed'
import { noSuchSession } from '../http/errors'
import type { Incoming, IncomingRequest } from '../http/read/message'
import { openedFact, type SessionParams } from '../http/session-params'
import { type CallHost, openCall } from './open-call'
import { openDelivery } from './open-delivery'
import { feedLeft } from './saved/snapshot'
import { SdkProcess } from './sdk-process'
import type { EndReason, SessionHost, SessionRecord, SessionSnapshot } from './session-types'

export class Session {
  readonly id: SessionId
  readonly feed: Feed
  readonly delivery: SessionDelivery
  readonly #params: SessionParams
  readonly #host: SessionHost
  readonly #callHost: CallHost
  #process: SdkProcess
  /** while a new process takes over from another; requests wait for it */
  #takeover: Promise<void> | undefined
  #calls = 0
  #ended = false
  #lastActive: EpochMs
  /** whether a tool was ever called */
  #used = false
  /** POSTs whose client still waits for its response */
  #waiting = new Set<Request>()
  /** who it counts for: the client that opened it, or that named it first after a restart */
  client: string | undefined

  /** Call `start` next; with `from`, call `resumeFrom` instead. */
  constructor(params: SessionParams, host: SessionHost, from?: SessionSnapshot) {
    const { limits, clock, openLog } = host
    this.id = params.id
    this.#params = params
    this.#host = host
    this.#lastActive = clock.now()
    this.feed = new Feed(feedLimitsOf(limits), clock, from?.feed)
    if (!from) this.observe(openedFact(params))
    this.delivery = openDelivery(params, {
      openLog,
      from: from?.log,
      retry: limits.retryMs,
      maxUnread: limits.maxBytes,
      observe: this.observe,
      connectionEnded: this.#touch,
      streamCompleted: (stream) => this.#process.transport.endEarly(stream),
      announce: (text) => this.announce(text),
    })
    this.#process = this.#makeProcess()
    this.#callHost = {
      delivery: this.delivery,
      observe: this.observe,
      process: () => this.#process,
      nameStream: () => `call-${++this.#calls}`,
    }
  }

  /** Connects the SDK's server and transport, and opens the standalone stream. Call once, before anything else. */
  async start(): Promise<void> {
    await this.#process.start()
    await this.delivery.start()
  }

  /** What must be kept for `resumeFrom`, as it is now. */
  get record(): SessionRecord {
    return {
      terms: this.#params,
      calls: this.#calls,
      running: this.#process.transport.running(),
      standaloneWritten: this.delivery.standaloneWritten,
    }
  }

  /** The session as plain data, for a later process; undefined when its log cannot be copied, or there is none. */
  snapshot(): SessionSnapshot | undefined {
    const log = this.#ended ? undefined : this.delivery.snapshot()
    return log && { record: this.record, log, feed: feedLeft(this.feed, this.delivery.connections.streams(), this.#host.clock.now()) }
  }

  /**
   * Continues where the process that left `record` was, over the same event log. What was running there gets no response: delivery ends
   * its streams. Requests wait until this is done.
   */
  async resumeFrom(record: SessionRecord): Promise<void> {
    this.observe({ kind: 'server.restarted', keeps: 'log' })
    await this.#takeOver(record, async () => {})
  }

  /** The process dies and another continues over the same event log: connections break, tools stop, streams end with what they have. */
  async restart(): Promise<void> {
    const { record } = this
    this.observe({ kind: 'server.restarted', keeps: 'log' })
    await this.#takeOver(record, () => {
      this.delivery.tear()
      return this.#process.stop()
    })
  }

  /** How many tools run now. */
  get running(): number {
    return this.#process.running
  }

  /** No connection, no running call, and no request since `since`. */
  isIdle(since: EpochMs): boolean {
    return this.delivery.connections.size === 0 && this.#process.transport.calls.size === 0 && this.#lastActive < since
  }

  /** As good as new: no tool was ever called, nobody is connected, and no request came since `since`. It can be begun again without loss. */
  isUnused(since: EpochMs): boolean {
    return !this.#used && this.#isAlone(since)
  }

  /** Stops the tools of a client that is gone: no connection, no watcher, no request that waits, and none came since `since`. */
  async giveUp(since: EpochMs, after: Milliseconds): Promise<void> {
    if (this.running === 0 || !this.#isAlone(since)) return
    await this.#process.transport.giveUp(
      `The tool was stopped, because nobody was connected for ${after} ms (PTP_ABANDONED_MS). Make the call again.`,
    )
  }

  #isAlone(since: EpochMs): boolean {
    return this.delivery.connections.size === 0 && !this.feed.watched && this.#waiting.size === 0 && this.#lastActive < since
  }

  /** A POSTed message: 202 for a notification or response, an event stream (or one JSON body) for a request. Throws a Refusal. */
  async post(request: Request, incoming: Incoming): Promise<Response> {
    this.#touch()
    if (this.#takeover) await this.#takeover
    if (incoming.kind === 'request') return this.#call(request, incoming)
    const { transport } = this.#process
    if (incoming.kind === 'notification' && incoming.method === 'notifications/cancelled') {
      await transport.cancel(incoming.params.requestId as RequestId)
    }
    return this.delivery.accept(await transport.handleRequest(request, { parsedBody: incoming.message }))
  }

  /** A GET: resumes a stream after `lastEventId`; with null, opens the standalone stream from what was never written. Throws a Refusal. */
  async get(request: Request, lastEventId: EventId | null): Promise<Response> {
    this.#touch()
    if (this.#takeover) await this.#takeover
    return this.delivery.get({ request, lastEventId, sdk: this.#process.transport })
  }

  /** Sends a log message on the standalone stream. */
  announce(text: string): Promise<void> {
    return this.#process.announce(text)
  }

  /** Ends the session: tools stop, connections end (or break, when its process dies), the feed says so. */
  async end(reason: EndReason): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    if (reason === 'restarted') this.delivery.tear()
    this.delivery.close()
    await this.#process.stop()
    this.observe({ kind: 'session.ended', session: this.id, reason })
    this.feed.end()
  }

  /** Whether comments are written on silent connections, and how often (milliseconds); without `every`, as often as everywhere. */
  setComments(on: boolean, every?: Milliseconds): void {
    this.delivery.connections.setComments(on, this.#host.clock, every)
  }

  /** Writes comments on silent connections, and to the watchers of the feed. */
  keepAlive(): void {
    this.delivery.connections.keepAlive()
    this.feed.keepAlive()
  }

  readonly observe = (fact: ServerFact): void => {
    this.feed.push(fact)
    this.#host.observe?.(this.id, fact)
  }

  readonly #touch = (): void => {
    this.#lastActive = this.#host.clock.now()
  }

  async #call(request: Request, incoming: IncomingRequest): Promise<Response> {
    this.#used ||= incoming.method === 'tools/call'
    const left = () => this.#waiting.delete(request) && this.#touch()
    this.#waiting.add(request)
    request.signal.addEventListener('abort', left, { once: true })
    try {
      return await openCall(request, incoming, this.#callHost)
    } catch (error) {
      // DELETE came while this request was on its way in.
      throw this.#ended ? noSuchSession(this.id) : error
    } finally {
      left()
    }
  }

  /** Starts a new process from `record`, once `leave` has ended the one before. */
  #takeOver(record: SessionRecord, leave: () => Promise<void>): Promise<void> {
    this.#takeover = leave()
      .then(async () => {
        this.#calls = record.calls
        this.#used ||= record.calls > 1
        this.#process = this.#makeProcess()
        await this.delivery.resumeFrom(record)
        await this.#process.start(record.terms.initialize)
      })
      .finally(() => {
        this.#takeover = undefined
      })
    return this.#takeover
  }

  #makeProcess(): SdkProcess {
    const { sleep, register } = this.#host
    return new SdkProcess({
      session: this.id,
      outgoing: this.delivery.outgoing,
      observe: this.observe,
      over: this.#touch,
      sleep,
      register,
      disconnect: (stream) => this.delivery.connections.close(stream),
    })
  }
}

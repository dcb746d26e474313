/**
 * One MCP session: its SDK server and transport, its event log, its connections and its feed. MCP 2025-11-25, basic/transports,
 * "Session Management". Session ≠ stream ≠ connection: a session has many streams, and a stream may need many connections.
 */
import './zod-setup'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { RequestId } from '@modelcontextprotocol/sdk/types.js'
import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/cfworker-provider.js'
import type { EventLog } from '../event-store/event-log'
import {
  type EpochMs,
  type EventId,
  type Observe,
  PROTOCOL_REVISION,
  type ServerFact,
  type SessionId,
  type StreamName,
} from '../trace/observation'
import type { Clock, Sleep } from './clock'
import type { EndpointLimits } from './config'
import { Connections } from './connections'
import { noSuchSession, Refusal, shown } from './errors'
import { Feed } from './feed'
import type { Incoming, IncomingRequest } from './message'
import { observeLog } from './observed-log'
import { passOn } from './plain'
import { openTail, planReplay } from './resume'
import { SSE_HEADERS, type SseConnection } from './sse-connection'
import type { RegisterTools } from './tools'
import { type Call, SessionTransport, STANDALONE } from './transport'

/** Opens the log of one session; hands it what to call when it evicts. */
export type OpenLog = (observe: Observe<Extract<ServerFact, { kind: 'event.evicted' }>>, session: SessionId) => EventLog

/** What all sessions of an endpoint share. */
export type SessionHost = {
  readonly openLog: OpenLog
  readonly observe?: (session: SessionId, fact: ServerFact) => void
  readonly limits: EndpointLimits
  readonly clock: Clock
  readonly sleep: Sleep
  readonly register: readonly RegisterTools[]
}

/** What initialize says of a session. */
export type SessionTerms = {
  readonly id: SessionId
  readonly resumable: boolean
  /** what the client calls itself */
  readonly client: string
  /** the revision agreed on */
  readonly version: string
}

export type EndReason = Extract<ServerFact, { kind: 'session.ended' }>['reason']

/** A feed keeps the facts of a full event log, and some. */
const SPARE_FACTS = 1024
const MAX_WATCHERS = 64

export class Session {
  readonly id: SessionId
  readonly feed: Feed
  readonly #terms: SessionTerms
  readonly #host: SessionHost
  readonly #log: EventLog | undefined
  readonly #transport: SessionTransport
  readonly #mcp: McpServer
  readonly #connections: Connections
  #calls = 0
  #ended = false
  #lastActive: EpochMs
  /** the newest event of the standalone stream that was written to any connection */
  #standaloneWritten: EventId = `${STANDALONE}/0`

  constructor(terms: SessionTerms, host: SessionHost) {
    const { limits, clock, openLog, sleep } = host
    this.id = terms.id
    this.#terms = terms
    this.#host = host
    this.#lastActive = clock.now()
    this.feed = new Feed({ maxFacts: limits.maxEvents + SPARE_FACTS, maxBytes: 2 * limits.maxBytes, maxWatchers: MAX_WATCHERS }, clock)
    this.observe({ kind: 'session.opened', session: terms.id, resumable: terms.resumable, client: terms.client })
    this.#connections = new Connections(this.observe, this.#touch)
    this.#log = terms.resumable
      ? observeLog(openLog(this.observe, terms.id), this.observe, (stream) => this.#transport.endEarly(stream))
      : undefined
    const { observe } = this
    this.#transport = new SessionTransport({
      session: terms.id,
      log: this.#log,
      keepAliveMs: limits.keepAliveMs,
      observe,
      over: this.#touch,
    })
    this.#mcp = createMcp()
    const signalOf = (request: RequestId) => this.#transport.calls.get(request)?.abort.signal
    const disconnect = (request: RequestId) => this.#connections.close(this.#transport.calls.get(request)?.stream ?? '')
    for (const register of host.register) register(this.#mcp, { sleep, signalOf, disconnect })
  }

  /** Connects the SDK's halves and opens the standalone stream. Call once, before anything else. */
  async start(): Promise<void> {
    await this.#mcp.connect(this.#transport)
    this.observe({ kind: 'stream.opened', stream: STANDALONE })
    await this.#log?.append(STANDALONE, '')
  }

  /** How many tools run now. */
  get running(): number {
    let running = 0
    for (const call of this.#transport.calls.values()) if (call.tool !== undefined) running += 1
    return running
  }

  /** No connection, no running call, and no request since `since`. */
  isIdle(since: EpochMs): boolean {
    return this.#connections.size === 0 && this.#transport.calls.size === 0 && this.#lastActive < since
  }

  /** A POSTed message: 202 for a notification or response, an event stream for a request. */
  async post(request: Request, incoming: Incoming): Promise<Response> {
    this.#touch()
    if (incoming.kind === 'request') {
      return this.#call(request, incoming).catch((error: unknown) => {
        // DELETE came while this request was on its way in.
        throw this.#ended ? noSuchSession(this.id) : error
      })
    }
    if (incoming.kind === 'notification' && incoming.method === 'notifications/cancelled') {
      await this.#transport.cancel(incoming.params.requestId as RequestId)
    }
    const response = await this.#transport.handleRequest(request, { parsedBody: incoming.message })
    if (!response.ok) throw await refusedBySdk(response)
    return response
  }

  /** A GET: resumes a stream after `lastEventId`; with null, carries the standalone stream on from what was never written. */
  async get(request: Request, lastEventId: EventId | null): Promise<Response> {
    this.#touch()
    if (!this.#log) return this.#getPlain(request, lastEventId)
    if (lastEventId === null) return this.#follow(this.#log, STANDALONE, await this.#standaloneFrom(this.#log))
    const { stream, through, count } = await planReplay(this.#log, lastEventId)
    this.observe({ kind: 'replay.started', stream, after: lastEventId, through, count })
    return this.#follow(this.#log, stream, lastEventId)
  }

  /** Says something on the standalone stream, as a log message. */
  async announce(text: string): Promise<void> {
    await this.#mcp.server.sendLoggingMessage({ level: 'info', logger: 'server', data: text })
  }

  /** Ends the session: tools stop, connections end, the feed says so. */
  async end(reason: EndReason): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    for (const call of this.#transport.calls.values()) call.abort.abort()
    this.#transport.calls.clear()
    this.#connections.closeAll()
    this.#log?.close()
    await this.#mcp.close()
    this.observe({ kind: 'session.ended', session: this.id, reason })
    this.feed.end()
  }

  keepAlive(): void {
    this.#connections.keepAlive()
    this.feed.keepAlive()
  }

  readonly observe = (fact: ServerFact): void => {
    this.feed.push(fact)
    this.#host.observe?.(this.id, fact)
  }

  readonly #touch = (): void => {
    this.#lastActive = this.#host.clock.now()
  }

  async #call(request: Request, { id, method, message, params }: IncomingRequest): Promise<Response> {
    if (this.#transport.calls.has(id)) {
      throw new Refusal(400, `Request id ${shown(id)} is still being worked on. Give every request of a session an id of its own.`, { id })
    }
    const stream = `call-${++this.#calls}`
    const tool = method === 'tools/call' ? String(params.name) : undefined
    const call: Call = { id, method, stream, tool, abort: new AbortController(), sent: 0 }
    this.#transport.calls.set(id, call)
    this.observe({ kind: 'stream.opened', stream, rpc: tool === undefined ? { method, id } : { method, id, tool } })
    call.primed = (await this.#log?.append(stream, ''))?.id
    const response = await this.#transport.open(call, request, message)
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
    const connection = this.#connections.attach(stream, (ended) => openTail({ log, after, retry, primes, written, ended }))
    return this.#respond(connection, { 'x-first-event-id': after })
  }

  async #getPlain(request: Request, lastEventId: EventId | null): Promise<Response> {
    if (lastEventId !== null) {
      throw new Refusal(400, `Last-Event-ID ${shown(lastEventId)} cannot be served: this session keeps no event log. Make the call again.`)
    }
    // The SDK would refuse a second standalone connection while it believes the first alive.
    this.#transport.closeStandaloneSSEStream()
    const response = await this.#transport.handleRequest(request)
    if (!response.ok) throw await refusedBySdk(response)
    return this.#pass(STANDALONE, response)
  }

  #pass(stream: StreamName, response: Response): Response {
    const body = response.body ?? new ReadableStream<Uint8Array>()
    return this.#respond(this.#connections.attach(stream, (ended) => passOn(body, ended)))
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

function createMcp(): McpServer {
  const info = { name: 'pull-the-plug', title: 'Pull the Plug', version: '0.1.0' }
  // Ajv compiles with `new Function`, which a page's Content-Security-Policy may forbid; this validator interprets.
  return new McpServer(info, { capabilities: { logging: {} }, jsonSchemaValidator: new CfWorkerJsonSchemaValidator() })
}

/** The SDK said no to something our own checks let through: pass its reason on. */
async function refusedBySdk(response: Response, id?: RequestId): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined)
  const error = typeof body === 'object' && body && 'error' in body ? (body.error as { message?: unknown; code?: unknown }) : {}
  const reason = typeof error.message === 'string' ? error.message : `status ${response.status}`
  const code = typeof error.code === 'number' ? error.code : undefined
  return new Refusal(
    response.status,
    `The message was not accepted (${shown(reason)}). Compare it with the MCP schema and send it again.`,
    { id, code },
  )
}

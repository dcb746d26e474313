/**
 * The client of one session: the SDK's own Client and transport over the chain of fetches (pipeline.ts), with what it keeps. Knows no screen.
 * After a reload it goes on with the kept session instead of opening one. Spec: MCP 2025-11-25, basic/transports, "Session Management".
 *
 * CC1 Every call settles: with its answer, or with the reason why none will come. No clock ends it: resumption outlives any outage.
 * CC2 A reloaded page uses the kept session, repeats no request id of it, and can adopt the call that was running.
 * CC3 A kept session that the server no longer has is `SessionGoneError`, and is no longer kept.
 * CC4 `close` leaves everything for the next life of the page; `end` leaves nothing.
 */
import type { ServerKind } from '../model/run-options'
import './zod-no-eval'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport, StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/cfworker-provider.js'
import { APP_VERSION } from '../model/app-version'
import { STANDALONE } from '../protocol/event-id'
import type { EventId, Observe, SessionId } from '../protocol/observation'
import { ReasonError } from '../protocol/reason-text'
import { createDeferred } from '../streams/deferred'
import { createWake, type Wake } from '../streams/wake'
import { createKept, type Kept, type StorageLike } from './kept-session'
import { createPlug, type Plug } from './network/plug'
import { type ClientFaults, createPipeline, type TransportOptions } from './pipeline'
import { createRequestIds, type RequestIdTransport } from './request-ids'
import { ResumeRefusedError } from './resume/refusal'
import { type Answer, type CallOptions, createCaller, type ToolCall } from './tool-calls'

/** What the session is to be, and where a reload finds it. A kept session stays what it was. */
type SessionOptions = {
  /** Where to keep what a reload needs. */
  readonly storage?: StorageLike
  /** false: a kept session is forgotten, and a new one opened. */
  readonly resume?: boolean
  /** Which server answers a new session, and how it answers calls. */
  readonly server?: ServerKind
  readonly answer?: 'stream' | 'json'
  /** false: asks for a session without an event log. */
  readonly resumability?: boolean
}

export type ConnectOptions = {
  readonly observe: Observe
  readonly transport: TransportOptions
  readonly faults?: ClientFaults
  readonly session?: SessionOptions
  /** Hears the notifications that are no progress of a call, log messages for one. */
  readonly onNotification?: (notification: { readonly method: string; readonly params?: Record<string, unknown> | undefined }) => void
}

export type ConnectedClient = {
  readonly plug: Plug
  readonly kept: Kept
  readonly sessionId: SessionId | undefined
  /** Calls a tool. Rejects with the reason when no answer will come, or when `signal` aborts (the server is told to stop). */
  callTool(call: ToolCall): Promise<Answer>
  /** Picks up the call that an earlier life of the page left running; undefined when there is none. */
  adopt(options?: CallOptions): Promise<Answer> | undefined
  /** Streams that wait, for the reconnection time or after refused edits, ask now. */
  askNow(): void
  /** Ends the session (DELETE) and forgets it. Never rejects: a server out of reach lets the session expire. */
  end(): Promise<void>
  /** Leaves: closes every connection, keeps the session and the running call for the next life of the page. */
  close(): void
}

/** The server no longer has the kept session (404): start a new one. */
export class SessionGoneError extends ReasonError {
  constructor(readonly sessionId: SessionId) {
    super({ code: 'kept-session-gone' })
    this.name = 'SessionGoneError'
  }
}

/**
 * Opens a session, or goes on with the kept one. Rejects with the reason when the server is out of reach or refuses, and with
 * SessionGoneError when the kept session is gone.
 */
export async function connectClient(options: ConnectOptions): Promise<ConnectedClient> {
  const connection = assemble(options)
  const { client, inner, kept, plug, requestIds, resumes, awake } = connection
  try {
    await client.connect(requestIds)
    if (resumes === undefined) kept.versionAgreed(inner.protocolVersion ?? '')
    else await reopen(connection, resumes)
  } catch (error) {
    kept.clear()
    await leave(connection, 'left')
    throw error
  }
  return {
    plug,
    kept,
    get sessionId() {
      return inner.sessionId
    },
    askNow: awake.wake,
    ...createCaller({ client, kept, wire: requestIds, observe: options.observe, state: () => connection.state }),
    end: () => leave(connection, 'ended'),
    close: () => void leave(connection, 'left'),
  }
}

/** All parts of one client. */
type Connection = {
  readonly plug: Plug
  readonly kept: Kept
  /** the kept session that it goes on with */
  readonly resumes: SessionId | undefined
  /** wakes the streams that wait */
  readonly awake: Wake
  readonly pipeline: ReturnType<typeof createPipeline>
  readonly inner: StreamableHTTPClientTransport
  readonly requestIds: RequestIdTransport
  readonly client: Client
  /** resolves when a stream waits for the first time */
  readonly firstWait: Promise<void>
  /** `left`: the session goes on; `ended`: it does not */
  state: 'open' | 'left' | 'ended'
}

/** Puts the parts together; nothing is sent yet. */
function assemble({ observe, transport, faults = {}, session = {}, onNotification }: ConnectOptions): Connection {
  const plug = transport.plug ?? createPlug({ observe })
  const endpoint = new URL(transport.endpoint)
  const kept = createKept({ storage: session.storage, observe, endpoint, restore: session.resume ?? true })
  const { sessionId: resumes } = kept.headers
  if (resumes === undefined) askForTerms(endpoint, session)
  const wanted = session.server === 'ours' ? undefined : session.server
  const server = resumes === undefined ? wanted : kept.server
  const awake = createWake()
  const { promise: firstWait, resolve: waits } = createDeferred<void>()
  const requestOf = (id: EventId) => (kept.running?.lastEventId === id ? kept.running.requestId : undefined)
  const observeWaits: Observe = (fact) => {
    observe(fact)
    if (fact.kind === 'resume.waiting') waits()
  }
  const onWake = eitherOf(plug.onPush, awake.onWake)
  const pipeline = createPipeline({ transport, plug, faults, observe: observeWaits, kept, server, onWake, requestOf })
  const inner = new StreamableHTTPClientTransport(endpoint, {
    fetch: pipeline.fetch,
    // Resumption lives in our fetch: the SDK only ever sees bodies that end when they should.
    reconnectionOptions: { maxRetries: 0, initialReconnectionDelay: 0, maxReconnectionDelay: 0, reconnectionDelayGrowFactor: 1 },
    sessionId: resumes,
  })
  const requestIds = createRequestIds(inner, {
    firstId: kept.highestRequestId + 1,
    onRequest: kept.requestSent,
    onCancelled: pipeline.forget,
    onPush: plug.onPush,
    requestOf,
  })
  const client = new Client({ name: 'pull-the-plug', version: APP_VERSION }, { jsonSchemaValidator: new CfWorkerJsonSchemaValidator() })
  client.fallbackNotificationHandler = async (notification) => onNotification?.(notification)
  return { plug, kept, resumes, awake, pipeline, inner, requestIds, client, firstWait, state: 'open' }
}

async function leave(connection: Connection, how: 'left' | 'ended'): Promise<void> {
  const { pipeline, inner, kept, client } = connection
  if (connection.state !== 'open') return
  connection.state = how
  pipeline.forgetAll()
  if (how === 'ended') {
    await inner.terminateSession().catch(() => {})
    kept.clear()
  }
  await client.close().catch(() => {})
}

/** The query of initialize says what the session is to be. */
function askForTerms(endpoint: URL, { resumability, server = 'ours', answer }: SessionOptions): void {
  if (resumability === false) endpoint.searchParams.set('resumability', 'off')
  if (server !== 'ours') endpoint.searchParams.set('server', server)
  if (answer === 'json') endpoint.searchParams.set('answer', 'json')
}

type Subscribe = (listener: () => void) => () => void

/** Waiting streams are woken by the plug, or by hand. */
function eitherOf(first: Subscribe, second: Subscribe): Subscribe {
  return (listener) => {
    const offs = [first(listener), second(listener)]
    return () => {
      for (const off of offs) off()
    }
  }
}

/** Opens the standalone stream of a kept session; returns when the server has answered, or when the first attempt has failed. */
async function reopen({ inner, kept, firstWait }: Connection, sessionId: SessionId): Promise<void> {
  inner.setProtocolVersion(kept.headers.protocolVersion ?? '')
  // An empty token opens it anew: the SDK then sends no Last-Event-ID.
  const opening = inner.resumeStream(kept.headers.lastEventIds[STANDALONE] ?? '')
  opening.catch(() => {})
  try {
    await Promise.race([opening, firstWait])
  } catch (error) {
    const status = error instanceof ResumeRefusedError ? error.status : error instanceof StreamableHTTPError ? error.code : undefined
    if (status === 404) throw new SessionGoneError(sessionId)
    // A server may have no standalone stream (405); the calls do without.
    if (status !== 405) throw error
  }
}

/**
 * The client of one session: the SDK's own Client and transport over `resuming(keepingSession(tap(patience(plug(fetch)))))`, where the fetch
 * that is passed in already has the network's faults (network.ts). With what it keeps. Knows no screen.
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
import type { HeaderEdits } from '../faults/commands'
import { APP_VERSION } from '../model/app-version'
import { STANDALONE } from '../protocol/event-id'
import type { EventId, Observe, SessionId } from '../protocol/observation'
import { ReasonError } from '../protocol/reason-text'
import type { Sleep } from '../streams/sleep'
import { createKept, type Kept, type StorageLike } from './kept-session'
import type { IdleTimeout } from './network/idle-timeout'
import type { PausableSleep } from './network/pausable-sleep'
import { createPlug, type Plug } from './network/plug'
import { createRequestIds } from './request-ids'
import type { StallLimits } from './resume/reconnect'
import { ResumeRefusedError } from './resume/refusal'
import { createResumable } from './resume/resumable-fetch'
import { createTap } from './tap'
import { type Answer, type CallOptions, createCaller, type ToolCall } from './tool-calls'

export type ConnectOptions = {
  readonly endpoint: URL
  readonly fetch: typeof globalThis.fetch
  readonly observe: Observe
  /** Where to keep what a reload needs. */
  readonly storage?: StorageLike | undefined
  readonly plug?: Plug
  readonly sleep?: Sleep
  /** Gives up exchanges that carry nothing for too long; without it, the client waits for ever. */
  readonly patience?: IdleTimeout
  /** What the learner wants the next resume to send instead of what is kept. */
  readonly edits?: () => HeaderEdits | undefined
  /** true: the client ignores the reconnection time. */
  readonly impatient?: () => boolean
  /** How long a resumed call may bring nothing new from a server other than ours; without it, for ever. Ours loses nothing. */
  readonly stallLimits?: StallLimits | undefined
  /** Sleeps through reconnection waits, and can be frozen. */
  readonly waiting?: PausableSleep
  /** false: a message that comes again is passed on again. */
  readonly dropsDuplicates?: boolean
  /** Which server answers a new session, and how it answers calls; a kept session stays what it was. */
  readonly server?: ServerKind
  readonly answer?: 'stream' | 'json'
  /** false: asks for a session without an event log. A kept session stays what it was. */
  readonly resumability?: boolean
  /** false: a kept session is forgotten, and a new one opened. */
  readonly resume?: boolean
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
  const { fetch, storage, observe, sleep } = options
  const plug = options.plug ?? createPlug({ observe })
  const endpoint = new URL(options.endpoint)
  const kept = createKept({ storage, observe, endpoint, restore: options.resume ?? true })
  const { sessionId } = kept.headers
  if (sessionId === undefined) askForTerms(endpoint, options)
  const server = sessionId === undefined ? otherServer(options.server) : kept.server

  let waits = () => {}
  const firstWait = new Promise<void>((resolve) => {
    waits = resolve
  })
  const tap = createTap({ observe, nextConnectionId: () => `c${kept.nextConnection()}` })
  const requestOf = (id: EventId) => (kept.running?.lastEventId === id ? kept.running.requestId : undefined)
  const plugged = plug.wrap(fetch)
  const waking = createWaking(plug)
  const resuming = createResumable(keepingSession(tap(options.patience?.wrap(plugged) ?? plugged), kept, server), {
    observe(fact) {
      observe(fact)
      if (fact.kind === 'resume.waiting') waits()
    },
    onPush: waking.onWake,
    ...(sleep && { sleep }),
    ...(options.edits && { edits: options.edits }),
    ...(options.stallLimits && server !== undefined && { stallLimits: options.stallLimits }),
    ...(options.waiting && { waiting: options.waiting }),
    ...(options.impatient && { impatient: options.impatient }),
    ...(options.dropsDuplicates !== undefined && { dropsDuplicates: options.dropsDuplicates }),
    onEvent: kept.received,
    requestOf,
  })
  const inner = new StreamableHTTPClientTransport(endpoint, {
    fetch: resuming.fetch,
    // Resumption lives in our fetch: the SDK only ever sees bodies that end when they should.
    reconnectionOptions: { maxRetries: 0, initialReconnectionDelay: 0, maxReconnectionDelay: 0, reconnectionDelayGrowFactor: 1 },
    ...(sessionId !== undefined && { sessionId }),
  })
  const wire = createRequestIds(inner, {
    firstId: kept.highestRequestId + 1,
    onRequest: kept.requestSent,
    onCancelled: resuming.forget,
    onPush: plug.onPush,
    requestOf,
  })
  const client = new Client({ name: 'pull-the-plug', version: APP_VERSION }, { jsonSchemaValidator: new CfWorkerJsonSchemaValidator() })
  client.fallbackNotificationHandler = async (notification) => options.onNotification?.(notification)
  let state: 'open' | 'left' | 'ended' = 'open'
  const leave = async (how: 'left' | 'ended') => {
    if (state !== 'open') return
    state = how
    resuming.forgetAll()
    if (how === 'ended') {
      await inner.terminateSession().catch(() => {})
      kept.clear()
    }
    await client.close().catch(() => {})
  }

  try {
    await client.connect(wire)
    if (sessionId === undefined) kept.versionAgreed(inner.protocolVersion ?? '')
    else await reopen(inner, kept, sessionId, firstWait)
  } catch (error) {
    kept.clear()
    await leave('left')
    throw error
  }
  return {
    plug,
    kept,
    get sessionId() {
      return inner.sessionId
    },
    askNow: waking.wake,
    ...createCaller({ client, kept, wire, observe, state: () => state }),
    end: () => leave('ended'),
    close: () => void leave('left'),
  }
}

function otherServer(server: ServerKind | undefined): ServerKind | undefined {
  return server === 'ours' ? undefined : server
}

/** The query of initialize says what the session is to be. */
function askForTerms(endpoint: URL, { resumability, server = 'ours', answer }: ConnectOptions): void {
  if (resumability === false) endpoint.searchParams.set('resumability', 'off')
  if (server !== 'ours') endpoint.searchParams.set('server', server)
  if (answer === 'json') endpoint.searchParams.set('answer', 'json')
}

/** Who waits can be woken by the plug, or by hand. */
function createWaking(plug: Plug): { onWake(listener: () => void): () => void; wake(): void } {
  const listeners = new Set<() => void>()
  return {
    wake() {
      for (const listener of [...listeners]) listener()
    },
    onWake(listener) {
      const off = plug.onPush(listener)
      listeners.add(listener)
      return () => {
        off()
        listeners.delete(listener)
      }
    },
  }
}

/** Keeps the session id as soon as the headers of the answer to initialize are there. */
function keepingSession(fetch: typeof globalThis.fetch, kept: Kept, server: string | undefined): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const id = response.ok ? response.headers.get('mcp-session-id') : null
    if (id !== null) kept.sessionOpened(id, server)
    return response
  }
}

/** Opens the standalone stream of a kept session; returns when the server has answered, or when the first attempt has failed. */
async function reopen(transport: StreamableHTTPClientTransport, kept: Kept, sessionId: SessionId, firstWait: Promise<void>): Promise<void> {
  transport.setProtocolVersion(kept.headers.protocolVersion ?? '')
  // An empty token opens it anew: the SDK then sends no Last-Event-ID.
  const opening = transport.resumeStream(kept.headers.lastEventIds[STANDALONE] ?? '')
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

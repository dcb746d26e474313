/**
 * The MCP endpoint as a function from Request to Response, with web standards only: it runs in a route handler and in a page.
 * MCP 2025-11-25, basic/transports, "Streamable HTTP". Which event log it uses is chosen by whoever creates it.
 */
import './zod-no-eval'
import { isInitializeRequest, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js'
import type { Milliseconds, SessionId } from '../protocol/observation'
import { type Clock, systemClock } from '../streams/clock'
import { sleep as realSleep, type Sleep } from '../streams/sleep'
import { serveControl } from './faults/control'
import { type Access, DEFAULT_LIMITS, type EndpointLimits } from './http/config'
import { asRefusal, CODE, Refusal, refusalResponse, shown, withRequestId } from './http/errors'
import { addCors, checkAccept, checkContentType, checkSource, preflight, wrongMethod } from './http/guard'
import { METHODS } from './http/methods'
import { readBody } from './http/read/body'
import { forSdk, headerOf } from './http/read/headers'
import { type Incoming, type IncomingRequest, parseIncoming } from './http/read/message'
import { readSessionParams } from './http/session-params'
import { type EndpointSnapshot, SNAPSHOT_VERSION } from './session/saved/snapshot'
import type { OpenLog, SessionHost } from './session/session-types'
import { Sessions } from './session/sessions'
import { type RegisterTools, registerTools } from './tools'

export type EndpointOptions = {
  /** Opens the event log of a new session. Pass its `observe` on to the log, else evictions go unobserved. */
  readonly openLog: OpenLog
  /** Called with every fact of every session, beside the feed. */
  readonly observe?: SessionHost['observe']
  readonly limits?: Partial<EndpointLimits>
  readonly access?: Partial<Access>
  /** Skips the checks of Host and Origin: for a server inside a page, whose requests have neither. */
  readonly trustAllHosts?: boolean
  /** Names who a request comes from, such as by address: each has its share of sessions and tools. Undefined: without a share. */
  readonly clientOf?: SessionHost['clientOf']
  /** false: POST /faults is refused. */
  readonly faults?: boolean
  /** Tools beside the demo tools. */
  readonly register?: RegisterTools
  readonly clock?: Clock
  readonly sleep?: Sleep
  /** The state of an earlier endpoint: its sessions continue here. */
  readonly restore?: EndpointSnapshot | undefined
  /** Makes session ids; must be unguessable. */
  readonly randomId?: () => SessionId
  /** Called with errors of the server itself; the errors of clients are in their responses. */
  readonly onError?: (error: Error) => void
}

export type Endpoint = {
  /** Serves /mcp. Never rejects. */
  handle(request: Request): Promise<Response>
  /** Serves /observations, the out-of-band feed of one session. Never rejects. */
  feed(request: Request): Promise<Response>
  /** Serves /faults, where a client asks the server to misbehave in its own session. Never rejects. */
  control(request: Request): Promise<Response>
  /** Sends `text` as a log message on the standalone stream of a session. False when there is no such session. */
  announce(session: SessionId, text: string): Promise<boolean>
  /** The ids of the live sessions. */
  sessions(): readonly SessionId[]
  /** The state that another endpoint needs to continue these sessions, as it is now. */
  snapshot(): EndpointSnapshot
  /** Refuses new sessions and calls, lets running tools end (for at most `timeout` milliseconds), then closes every connection politely. Sessions stay. */
  drain(timeout: Milliseconds): Promise<void>
  /** Ends every session and all timers. */
  close(): Promise<void>
}

/** Idle sessions are looked for at least this often. */
const MAX_SWEEP: Milliseconds = 30_000

/** What every request is served with. */
type Context = {
  readonly sessions: Sessions
  readonly limits: EndpointLimits
  readonly access: Access
  readonly faults: boolean
  readonly trustAllHosts: boolean
  readonly randomId: () => SessionId
  readonly onError: (error: Error) => void
}

/** Makes an endpoint. Everything but `openLog` has a default. */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const context = contextOf(options)
  const { sessions, onError } = context
  for (const snapshot of options.restore?.sessions ?? []) void sessions.resumeFrom(snapshot).catch(onError)
  const stopTimers = startTimers(context)
  return {
    handle: (request) => guarded(request, context, () => serveMcp(request, context)),
    feed: (request) => guarded(request, context, async () => serveFeed(request, context)),
    control: (request) => guarded(request, context, () => serveControl(request, context)),
    async announce(id, text) {
      const session = sessions.get(id)
      await session?.announce(text)
      return session !== undefined
    },
    sessions: () => sessions.ids(),
    snapshot: () => ({ version: SNAPSHOT_VERSION, sessions: sessions.snapshots(onError) }),
    drain: (timeout) => sessions.drain(timeout),
    async close() {
      stopTimers()
      await sessions.endAll()
    },
  }
}

function contextOf(options: EndpointOptions): Context {
  const { openLog, observe, clientOf, clock = systemClock, sleep = realSleep } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const register = options.register ? [registerTools, options.register] : [registerTools]
  return {
    sessions: new Sessions({ openLog, observe, clientOf, limits, clock, sleep, register }),
    limits,
    access: { allowedHosts: [], allowedOrigins: [], ...options.access },
    faults: options.faults ?? true,
    trustAllHosts: options.trustAllHosts ?? false,
    randomId: options.randomId ?? (() => crypto.randomUUID()),
    onError: options.onError ?? (() => {}),
  }
}

/** Starts the timers of comments and of idle sessions. Returns what stops them. */
function startTimers({ sessions, limits, onError }: Context): () => void {
  const { clock } = sessions.host
  const stops = [
    clock.every(limits.keepAliveMs, () => sessions.keepAlive()),
    clock.every(Math.min(limits.idleMs, limits.abandonedMs, MAX_SWEEP), () => void sessions.sweep().catch(onError)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Turns refusals into HTTP errors, and observes them in the session that the request names. Never rejects. */
async function guarded(request: Request, context: Context, serve: () => Promise<Response>): Promise<Response> {
  const { sessions, access, onError } = context
  try {
    if (!context.trustAllHosts) checkSource(request, access)
    return addCors(request, await serve(), access)
  } catch (error) {
    const refusal = asRefusal(error)
    const { status, message, cause } = refusal
    if (cause !== undefined) onError(cause instanceof Error ? cause : new Error(String(cause)))
    if (status === 403) return refusalResponse(refusal)
    const session = sessions.get(headerOf(request, 'mcp-session-id') ?? '')
    session?.observe({ kind: 'request.refused', method: request.method, status, message })
    return addCors(request, refusalResponse(refusal), access)
  }
}

async function serveMcp(request: Request, context: Context): Promise<Response> {
  const { sessions, access } = context
  switch (request.method) {
    case 'POST':
      return servePost(request, context)
    case 'GET':
      checkAccept(request, ['text/event-stream'])
      checkVersion(request)
      return sessions.named(request).get(forSdk(request), headerOf(request, 'last-event-id'))
    case 'DELETE':
      checkVersion(request)
      await sessions.end(sessions.named(request), 'deleted')
      return new Response(null, { status: 200 })
    case 'OPTIONS':
      return preflight(request, METHODS['/mcp'], access)
    default:
      throw wrongMethod(request.method, METHODS['/mcp'])
  }
}

async function servePost(request: Request, context: Context): Promise<Response> {
  checkAccept(request, ['application/json', 'text/event-stream'])
  checkContentType(request)
  const incoming = parseIncoming(await readBody(request, context.limits.maxBody))
  try {
    return await serveMessage(forSdk(request), incoming, context)
  } catch (error) {
    // The client knows its request by its id, so every refusal carries it.
    throw incoming.kind === 'request' ? withRequestId(asRefusal(error), incoming.id) : error
  }
}

async function serveMessage(request: Request, incoming: Incoming, context: Context): Promise<Response> {
  if (incoming.kind === 'request' && incoming.method === 'initialize') return initialize(request, incoming, context)
  checkVersion(request)
  const session = context.sessions.named(request)
  if (incoming.kind === 'request' && incoming.method === 'tools/call') context.sessions.checkRunning(session)
  return session.post(request, incoming)
}

async function initialize(request: Request, incoming: IncomingRequest, { sessions, randomId }: Context): Promise<Response> {
  if (headerOf(request, 'mcp-session-id') !== null) {
    const { id } = sessions.named(request)
    throw new Refusal(
      400,
      `Session ${shown(id)} is initialized already. Send initialize without Mcp-Session-Id to start another session.`,
      {
        code: CODE.invalidRequest,
      },
    )
  }
  const { message } = incoming
  if (!isInitializeRequest(message)) throw badInitialize(incoming)
  const session = await sessions.open(request, readSessionParams(request, randomId(), message))
  try {
    return await session.post(request, incoming)
  } catch (error) {
    await sessions.end(session, 'shutdown')
    throw error
  }
}

function badInitialize({ params }: IncomingRequest): Refusal {
  const { protocolVersion, capabilities, clientInfo } = params
  return new Refusal(
    400,
    `initialize needs "protocolVersion" (a string, is ${shown(protocolVersion)}), "capabilities" (an object, is ${shown(capabilities)}) and "clientInfo" with "name" and "version" (is ${shown(clientInfo)}).`,
    { code: CODE.invalidParams },
  )
}

function checkVersion(request: Request): void {
  const version = headerOf(request, 'mcp-protocol-version')
  if (version === null || SUPPORTED_PROTOCOL_VERSIONS.includes(version)) return
  throw new Refusal(400, `MCP-Protocol-Version ${shown(version)} is not spoken here. Use one of ${SUPPORTED_PROTOCOL_VERSIONS.join(', ')}.`)
}

function serveFeed(request: Request, { sessions, access }: Context): Response {
  if (request.method === 'OPTIONS') return preflight(request, METHODS['/observations'], access)
  if (request.method !== 'GET') throw wrongMethod(request.method, METHODS['/observations'])
  checkAccept(request, ['text/event-stream'])
  const id = headerOf(request, 'mcp-session-id')
  if (id === null) throw new Refusal(400, 'There is no Mcp-Session-Id header. Send the id of the session to watch.')
  const feed = sessions.feed(id)
  if (!feed) throw new Refusal(404, `Session ${shown(id)} does not exist, so there is nothing to watch.`, { code: CODE.unknownSession })
  return feed.watch(headerOf(request, 'last-event-id'))
}

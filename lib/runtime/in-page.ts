/**
 * The runtime inside the page: the same server as over HTTP, with its own memory log, reached without a network. The one file where
 * client side meets server side.
 *
 * IP1 Everything crosses as a real Request, Response and stream of bytes; the client side cannot tell which home it talks to.
 * IP2 An aborted exchange rejects as fetch does, and its response body is cancelled: the server finds its connection gone.
 * IP3 Each runtime has a server of its own. Any number of them on a page share nothing.
 * IP4 Nothing goes out on the network, so no connection is held.
 */
import { createMemoryLog } from '../event-store/memory'
import { IN_PAGE_BASE } from '../home'
import { DEFAULT_LIMITS, type EndpointLimits } from '../server/config'
import { createEndpoint, type Endpoint, type EndpointOptions } from '../server/endpoint'
import { ensureRandomUuid, randomUuid } from './random-uuid'
import { createRemoteRuntime } from './remote'
import type { Runtime } from './runtime'

/** A page has one reader: what is generous for a server would only hide a leak here. */
const LIMITS: EndpointLimits = { ...DEFAULT_LIMITS, maxSessions: 8 }

export type InPageRuntime = Runtime & {
  readonly home: 'in-page'
  /** Ends the server: its sessions, its timers. */
  close(): Promise<void>
}

/** Starts a server in this page. `options` are for tests. */
export function createInPageRuntime(options: Partial<EndpointOptions> = {}): InPageRuntime {
  ensureRandomUuid()
  const endpoint = createEndpoint({
    openLog: (observe) => createMemoryLog(LIMITS, observe),
    limits: LIMITS,
    trustAllHosts: true,
    randomId: randomUuid,
    onError: (error) => console.error('[in-page server]', error.message),
    ...options,
  })
  const remote = createRemoteRuntime(new URL(IN_PAGE_BASE), { fetch: fetchFrom(endpoint) })
  return { ...remote, home: 'in-page', close: () => endpoint.close() }
}

/** What app/mcp, app/observations and app/faults are over HTTP. */
function serve(endpoint: Endpoint, request: Request): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case '/mcp':
      return endpoint.handle(request)
    case '/observations':
      return endpoint.feed(request)
    case '/faults':
      return endpoint.control(request)
    default:
      return Promise.resolve(new Response(null, { status: 404 }))
  }
}

/** A fetch that ends in `endpoint` instead of the network. */
export function fetchFrom(endpoint: Endpoint): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { signal } = request
    signal.throwIfAborted()
    const answer = serve(endpoint, request)
    // Whoever aborted meanwhile will not read the body: let it go, or the server believes in it.
    const response = await Promise.race([answer, aborted(signal)]).catch((error: unknown) => {
      answer.then((late) => late.body?.cancel(error)).catch(() => {})
      throw error
    })
    if (!response.body) return response
    const body = relay(response.body, signal)
    return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers })
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
}

/** The same bytes, as they are asked for, until `signal` aborts. */
function relay(body: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const abort = () => {
          controller.error(signal.reason)
          reader.cancel(signal.reason).catch(() => {})
        }
        if (signal.aborted) abort()
        else signal.addEventListener('abort', abort, { once: true })
      },
      async pull(controller) {
        const { done, value } = await reader.read()
        if (signal.aborted) return
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

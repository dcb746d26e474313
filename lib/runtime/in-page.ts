/**
 * The runtime inside the page: the same server as over HTTP, with its own memory log, reached without a network. The one file where
 * client side meets server side.
 *
 * IP1 Everything crosses as a real Request, Response and stream of bytes; the client side cannot tell which home it talks to.
 * IP2 An aborted exchange rejects as fetch does, and its response body is cancelled: the server finds its connection gone.
 * IP3 Each runtime has a server of its own. Any number of them on a page share nothing.
 * IP4 Nothing goes out on the network, so no connection is held.
 * IP5 `keep` leaves in the storage what a restarted server would still know, its logs and sessions; the next runtime over that storage
 *     takes it, once. Tools do not survive: a call that was running ends with an error that says so.
 */

import { createMemoryLog } from '../event-store/memory-log'
import { SERVER_KEY } from '../model/storage-keys'
import { createEndpoint, type Endpoint, type EndpointOptions } from '../server/endpoint'
import { DEFAULT_LIMITS, type EndpointLimits } from '../server/http/config'
import { type EndpointSnapshot, readSnapshot, snapshotText } from '../server/session/saved/snapshot'
import { createRelay, sourceOf, withBody } from '../streams/relay'
import { IN_PAGE_BASE } from './home'
import { ensureRandomUuid, randomUuid } from './random-uuid'
import { createRemoteRuntime } from './remote'
import type { Runtime } from './runtime'

/** A page has one reader: what is generous for a server would only hide a leak here. */
const LIMITS: EndpointLimits = { ...DEFAULT_LIMITS, maxSessions: 8 }

export type InPageRuntime = Runtime & {
  readonly home: 'in-page'
  /** For a page that goes: a reload finds its sessions again (IP5). Without storage it does nothing. */
  keep(): void
  /** Ends the server: its sessions, its timers. */
  close(): Promise<void>
}

type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Starts a server in this page, with the sessions that an earlier life of the page left in `storage`. `options` are for tests. */
export function createInPageRuntime(storage?: StorageLike, options: Partial<EndpointOptions> = {}): InPageRuntime {
  ensureRandomUuid()
  const endpoint = createEndpoint({
    openLog: (observe, _, from) => createMemoryLog(LIMITS, observe, from),
    restore: takeKept(storage),
    limits: LIMITS,
    trustAllHosts: true,
    randomId: randomUuid,
    onError: report,
    ...options,
  })
  const remote = createRemoteRuntime(new URL(IN_PAGE_BASE), { fetch: fetchFrom(endpoint) })
  return { ...remote, home: 'in-page', keep: () => keep(storage, endpoint), close: () => endpoint.close() }
}

const report = (error: Error): void => console.error('[in-page server]', error.message)

function keep(storage: StorageLike | undefined, endpoint: Endpoint): void {
  try {
    storage?.setItem(SERVER_KEY, snapshotText(endpoint.snapshot(), report))
  } catch {
    // Full or forbidden: then the server is gone with the page, and a reload is told so (404).
  }
}

function takeKept(storage: StorageLike | undefined): EndpointSnapshot | undefined {
  try {
    const text = storage?.getItem(SERVER_KEY)
    storage?.removeItem(SERVER_KEY)
    return text ? readSnapshot(text).snapshot : undefined
  } catch {
    return undefined
  }
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
    const { body, fail } = createRelay(sourceOf(response.body))
    const onAbort = () => fail(signal.reason)
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
    return withBody(response, body)
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
}

/**
 * The runtime over HTTP: the endpoint and the feed are route handlers of the server that served the page. The feed never goes through
 * the plug. Server time is mapped onto the page's clock by the `clock` event that opens each feed connection.
 */
import type { FaultCommand } from '../faults/commands'
import type { EpochMs, Milliseconds, ServerFact, SessionId } from '../protocol/observation'
import { isReason, ReasonError } from '../protocol/reason-text'
import { createFrameSplitter, type StreamFrame } from '../protocol/sse'
import { sleep as realSleep, type Sleep } from '../streams/sleep'
import type { Runtime, Watched } from './runtime'

type RemoteRuntimeOptions = {
  readonly fetch?: typeof globalThis.fetch
  /** the page's clock */
  readonly now?: () => EpochMs
  readonly sleep?: Sleep
}

/** How long to wait before a dropped feed is asked for again. */
const FEED_WAIT: Milliseconds = 500

/** `base` is the address of the app, by default the root of the page's origin. Needs a page only when `base` is not given. */
export function createRemoteRuntime(base: URL = new URL('/', location.href), options: RemoteRuntimeOptions = {}): Runtime {
  const { fetch = globalThis.fetch, now = pageClock, sleep = realSleep } = options
  const uncached: typeof globalThis.fetch = (input, init) => fetch(input, { cache: 'no-store', ...init })
  const feed = new URL('observations', base)
  const faults = new URL('faults', base)
  return {
    home: 'http',
    endpoint: new URL('mcp', base),
    fetch: uncached,
    async watch(session, onFact, signal) {
      const watch: Watch = { session, onFact, now, offset: 0, lastEventId: undefined, ended: false }
      while (!watch.ended && !signal.aborted) {
        await readFeed(uncached, feed, watch, signal)
        if (!watch.ended && !signal.aborted) await sleep(FEED_WAIT, signal).catch(() => {})
      }
    },
    control: (session, command) => control(uncached, faults, session, command),
  }
}

async function control(fetch: typeof globalThis.fetch, faults: URL, session: SessionId, command: FaultCommand): Promise<void> {
  const headers = { 'content-type': 'application/json', 'mcp-session-id': session }
  const response = await fetch(faults, { method: 'POST', headers, body: JSON.stringify(command) })
  if (response.ok) return void (await response.body?.cancel())
  const { error } = (await response.json().catch(() => ({}))) as { error?: { message?: string; data?: { reason?: unknown } } }
  const reason = error?.data?.reason
  if (isReason(reason)) throw new ReasonError(reason)
  const { message } = error ?? {}
  throw new ReasonError(
    message === undefined ? { code: 'fault-refused', status: response.status, fault: command.fault } : { code: 'quoted', quoted: message },
  )
}

/** One watch over all its connections. */
type Watch = {
  readonly session: SessionId
  readonly onFact: (watched: Watched) => void
  readonly now: () => EpochMs
  /** server clock minus page clock */
  offset: Milliseconds
  lastEventId: string | undefined
  ended: boolean
}

/** Reads one feed connection to its end. Returns when it dropped; throws when the server refuses. */
async function readFeed(fetch: typeof globalThis.fetch, feed: URL, watch: Watch, signal: AbortSignal): Promise<void> {
  const askedAt = watch.now()
  const headers = new Headers({ accept: 'text/event-stream', 'mcp-session-id': watch.session })
  if (watch.lastEventId !== undefined) headers.set('last-event-id', watch.lastEventId)
  const response = await fetch(feed, { headers, signal }).catch(() => undefined)
  if (!response || response.status >= 500) return
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    const { status } = response
    throw new ReasonError({ code: status === 404 ? 'feed-knows-no-session' : 'feed-refused', status })
  }
  const splitter = createFrameSplitter()
  const reader = response.body.getReader()
  try {
    while (!watch.ended) {
      const { done, value } = await reader.read()
      if (done) return
      for (const frame of splitter.push(value)) take(frame, watch, askedAt)
    }
    await reader.cancel()
  } catch {
    // Dropped: the caller asks again, after the last event.
  }
}

function take({ id, event, data }: StreamFrame, watch: Watch, askedAt: EpochMs): void {
  if (data === undefined) return
  const now = watch.now()
  if (event === 'clock') {
    const { now: serverNow } = JSON.parse(data) as { now: EpochMs }
    watch.offset = offsetOf(serverNow, askedAt, now)
    return
  }
  // Other kinds of events (a gap in the backlog) carry no fact.
  if (event !== undefined || (id !== undefined && id === watch.lastEventId)) return
  const { at, fact } = JSON.parse(data) as { at: EpochMs; fact: ServerFact }
  watch.lastEventId = id ?? watch.lastEventId
  // Nothing is heard of before it happens: what the mapping puts later than now happened now.
  watch.onFact({ fact, at: Math.min(at - watch.offset, now) })
  if (fact.kind === 'session.ended') watch.ended = true
}

/**
 * Server clock minus page clock, from one request that the server saw at `serverNow`. All that is known is that this lies between the
 * request and its answer. Clocks that may agree are taken to agree: on one computer they do, and a slow answer would say otherwise.
 */
function offsetOf(serverNow: EpochMs, askedAt: EpochMs, heardAt: EpochMs): Milliseconds {
  if (askedAt <= serverNow && serverNow <= heardAt) return 0
  return serverNow - (askedAt + heardAt) / 2
}

function pageClock(): EpochMs {
  return performance.timeOrigin + performance.now()
}

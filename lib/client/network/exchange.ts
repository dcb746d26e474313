/**
 * One exchange over a bad network, from the request to the last byte of its body: rules NW1 to NW5 of network.ts. Its phases:
 *
 *          silence            caller aborts
 *   open ───────────▶ dead ────────────────▶ forgotten       dead and forgotten carry nothing; what still comes is read and thrown away
 *     │ ended, cut, aborted
 *     └───────────▶ over
 */
import type { Milliseconds } from '../../protocol/observation'
import { createDeferred } from '../../streams/deferred'
import { type ByteSource, createRelay, hasBody, type Relay, sourceOf, withBody } from '../../streams/relay'
import type { Sleep } from '../../streams/sleep'

/** What the network is like now, for all its exchanges. */
export type Conditions = {
  silent: boolean
  /** bytes a second; undefined: as fast as they come */
  rate: number | undefined
  /** how long an exchange may be idle; undefined: for ever */
  idle: Milliseconds | undefined
  /** what servers have to be told once the network carries again */
  readonly untold: Set<() => void>
}

export type ExchangeOptions = {
  readonly asked: RequestInit
  readonly conditions: Conditions
  readonly sleep: Sleep
  readonly onIdleCut: ((asked: RequestInit) => void) | undefined
  /** It has ended. `livedThroughSilence`: and carried nothing since one. */
  readonly onOver: (exchange: Exchange, livedThroughSilence: boolean) => void
}

export type Exchange = ExchangeOptions & {
  phase: 'open' | 'dead' | 'over' | 'forgotten'
  readonly request: AbortController
  /** ends the idle timer that runs */
  idleTimer: AbortController
  /** never resolves; rejects when it ends before there is a body */
  readonly failed: Promise<never>
  readonly reject: (error: unknown) => void
  readonly onAbort: () => void
  /** once the headers have come */
  body?: { readonly source: ByteSource; readonly relay: Relay; reading: boolean; waiting: Uint8Array }
}

/** Slow bytes come in portions of a tenth of a second. */
const PORTION: Milliseconds = 100

export function createExchange(options: ExchangeOptions): Exchange {
  const { promise: failed, reject } = createDeferred<never>()
  const exchange: Exchange = {
    ...options,
    phase: 'open',
    request: new AbortController(),
    idleTimer: new AbortController(),
    failed,
    reject,
    onAbort: () => endExchange(exchange, options.asked.signal?.reason),
  }
  return exchange
}

/** Sends the request. Rejects when the exchange is cut, or the caller aborts, before the headers come. */
export async function sendExchange(exchange: Exchange, send: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
  const { asked, conditions, failed } = exchange
  asked.signal?.throwIfAborted()
  asked.signal?.addEventListener('abort', exchange.onAbort)
  if (conditions.silent) {
    exchange.phase = 'dead'
    return failed
  }
  restartIdleTimer(exchange)
  const answer = send(exchange.request.signal)
  answer.then(
    (response) => discardLate(exchange, response),
    () => {},
  )
  const alive = answer.then((response) => (isDead(exchange) ? failed : response))
  const response = await Promise.race([alive, failed]).catch((error: unknown) => {
    if (exchange.phase === 'dead') return failed
    finish(exchange)
    throw error
  })
  // It ended in the very moment of its answer: its body would be open for ever, and silent.
  if (isOver(exchange)) {
    response.body?.cancel().catch(() => {})
    return failed
  }
  if (!hasBody(response)) {
    finish(exchange)
    return response
  }
  restartIdleTimer(exchange)
  return withBody(response, carry(exchange, response.body))
}

/** From now on it carries nothing, and nobody is told. */
export function silenceExchange(exchange: Exchange): void {
  if (exchange.phase === 'open') exchange.phase = 'dead'
  exchange.idleTimer.abort()
  const { body } = exchange
  if (body && !body.reading) void drain(body.source)
}

/** Ends it for the caller at once; the server is told as soon as the network carries that. */
export function endExchange(exchange: Exchange, error: unknown): void {
  if (isOver(exchange)) return
  finish(exchange)
  if (exchange.body) exchange.body.relay.fail(error)
  else {
    exchange.reject(error)
    tellServer(exchange, error)
  }
}

/** Counts the idle time anew; at the limit the exchange is cut, at both ends. */
export function restartIdleTimer(exchange: Exchange): void {
  const { conditions, sleep, onIdleCut, asked } = exchange
  exchange.idleTimer.abort()
  if (isOver(exchange) || conditions.idle === undefined) return
  exchange.idleTimer = new AbortController()
  sleep(conditions.idle, exchange.idleTimer.signal).then(
    () => {
      if (exchange.phase !== 'open') return
      onIdleCut?.(asked)
      cutExchange(exchange)
    },
    () => {},
  )
}

export function cutExchange(exchange: Exchange): void {
  endExchange(exchange, new TypeError('network error'))
}

export const isDead = ({ phase }: Exchange): boolean => phase === 'dead' || phase === 'forgotten'

const isOver = ({ phase }: Exchange): boolean => phase === 'over' || phase === 'forgotten'

function finish(exchange: Exchange): void {
  if (isOver(exchange)) return
  exchange.phase = exchange.phase === 'dead' ? 'forgotten' : 'over'
  exchange.idleTimer.abort()
  exchange.asked.signal?.removeEventListener('abort', exchange.onAbort)
  exchange.onOver(exchange, exchange.phase === 'forgotten')
}

function tellServer({ conditions, request, body }: Exchange, reason: unknown): void {
  const tell = () => {
    request.abort(reason)
    Promise.resolve(body?.source.cancel(reason)).catch(() => {})
  }
  if (conditions.silent) conditions.untold.add(tell)
  else tell()
}

/** What comes for an exchange that has ended is let go; what comes for a dead one is taken in and thrown away. */
function discardLate(exchange: Exchange, response: Response): void {
  if (exchange.phase === 'over') response.body?.cancel().catch(() => {})
  else if (isDead(exchange) && response.body) void drain(sourceOf(response.body))
}

/** The same bytes, as the network carries them. */
function carry(exchange: Exchange, stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const source = sourceOf(stream)
  const relay = createRelay(
    { next: () => nextPortion(exchange), cancel: (reason) => tellServer(exchange, reason) },
    { onEnd: () => finish(exchange) },
  )
  exchange.body = { source, relay, reading: false, waiting: new Uint8Array(0) }
  return relay.body
}

async function nextPortion(exchange: Exchange): Promise<Uint8Array | undefined> {
  const { body, conditions, sleep, request } = exchange
  if (!body) return undefined
  if (body.waiting.length === 0) {
    body.reading = true
    const chunk = await body.source.next().catch((error: unknown) => ({ error }))
    body.reading = false
    if (isDead(exchange)) return drainForEver(body.source)
    if (chunk === undefined) return undefined
    if ('error' in chunk) throw chunk.error
    body.waiting = chunk
    restartIdleTimer(exchange)
  }
  const { rate } = conditions
  const most = body.waiting.length
  const size = rate === undefined ? most : Math.min(most, Math.max(1, Math.round((rate * PORTION) / 1000)))
  if (rate !== undefined) await sleep((size / rate) * 1000, request.signal).catch(() => {})
  if (isDead(exchange)) return drainForEver(body.source)
  const portion = body.waiting.subarray(0, size)
  body.waiting = body.waiting.subarray(size)
  return portion
}

/** Reads and throws away; never hands anything over. */
function drainForEver(source: ByteSource): Promise<never> {
  void drain(source)
  return new Promise(() => {})
}

async function drain(source: ByteSource): Promise<void> {
  while ((await source.next().catch(() => undefined)) !== undefined);
}

/**
 * A fetch that can be severed. Pulling the plug ends every open connection at the byte it had reached and makes new ones fail, as if the
 * network went: nobody closed anything, the server only finds its connection gone. Not a simulation of traffic: the bytes are real.
 *
 * PL1 While out, a fetch rejects at once and sends nothing; one whose headers have not come rejects with `Failed to fetch`.
 * PL2 A body that is severed errors with `network error` after exactly the bytes that got through; none is held back or thrown away.
 * PL3 The other end notices: the request is aborted and its body cancelled.
 * PL4 An abort by the caller stays what it is, an AbortError, and is never a severed connection.
 */
import type { Bytes, Observe } from '../../protocol/observation'
import { createDeferred } from '../../streams/deferred'
import { createRelay, hasBody, type Relay, type RelayHooks, sourceOf, withBody } from '../../streams/relay'
import { createWake } from '../../streams/wake'

export type Plug = {
  readonly state: 'in' | 'out'
  pull(): void
  push(): void
  /** The same fetch, through this plug. Several may be wrapped; one pull severs them all. */
  wrap(fetch: typeof globalThis.fetch): typeof globalThis.fetch
  /** Calls `listener` each time the plug is pushed in, until the returned function is called. */
  onPush(listener: () => void): () => void
}

/** What is about to get through: bytes of the answer to a request. */
export type Passing = { readonly chunk: Uint8Array; readonly asked: RequestInit }

/**
 * The seam for precise cuts. Asked before `length` more bytes of the `connection`-th fetch (from 0) get through: a number lets that many
 * of them pass, then pulls the plug; undefined lets them all pass.
 */
export type CutHook = (connection: number, length: Bytes, passing: Passing) => Bytes | undefined

export type PlugOptions = { readonly observe: Observe; readonly cutHook?: CutHook }

export function createPlug({ observe, cutHook }: PlugOptions): Plug {
  const connections = new Set<Connection>()
  const pushed = createWake()
  let state: 'in' | 'out' = 'in'
  let opened = 0

  function pull(): void {
    if (state === 'out') return
    state = 'out'
    observe({ kind: 'plug.pulled' })
    for (const connection of [...connections]) sever(connection)
  }

  return {
    get state() {
      return state
    },
    pull,
    push() {
      if (state === 'in') return
      state = 'in'
      observe({ kind: 'plug.pushed' })
      pushed.wake()
    },
    wrap: (fetch) => async (input, init) => {
      if (state === 'out') throw new TypeError('Failed to fetch')
      const caller = init?.signal ?? (input instanceof Request ? input.signal : undefined)
      caller?.throwIfAborted()
      const index = opened++
      const connection = createConnection(caller, () => connections.delete(connection))
      connections.add(connection)
      const response = await ask(connection, (signal) => fetch(input, { ...init, signal }))
      if (!hasBody(response)) {
        finish(connection)
        return response
      }
      const body = carry(connection, response.body, (chunk, pass) => {
        const allowed = cutHook?.(index, chunk.length, { chunk, asked: init ?? {} })
        pass(allowed === undefined ? chunk : chunk.subarray(0, allowed))
        if (allowed !== undefined) pull()
      })
      return withBody(response, body)
    },
    onPush: pushed.onWake,
  }
}

/** One exchange, from the request to the last byte of its body. */
type Connection = {
  phase: 'asking' | 'carrying' | 'over'
  readonly request: AbortController
  readonly caller: AbortSignal | undefined
  /** never resolves; rejects when it ends before the headers come */
  readonly refused: Promise<never>
  readonly reject: (error: unknown) => void
  readonly onCallerAbort: () => void
  readonly onOver: () => void
  relay?: Relay
  /** what ended it from outside */
  reason?: unknown
}

function createConnection(caller: AbortSignal | undefined, onOver: () => void): Connection {
  const { promise: refused, reject } = createDeferred<never>()
  const onCallerAbort = () => end(connection, caller?.reason)
  const connection: Connection = { phase: 'asking', request: new AbortController(), caller, refused, reject, onCallerAbort, onOver }
  caller?.addEventListener('abort', onCallerAbort)
  return connection
}

/** Sends the request; rejects when the connection is severed or the caller aborts before the headers come. */
async function ask(connection: Connection, send: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
  const answer = send(connection.request.signal)
  // A fetch that ignores its signal may still answer later: that body must be let go, or the server believes in it.
  answer.then(
    (late) => {
      if (connection.phase === 'over') late.body?.cancel().catch(() => {})
    },
    () => {},
  )
  try {
    return await Promise.race([answer, connection.refused])
  } catch (error) {
    finish(connection)
    throw error
  }
}

/** The same bytes, until the connection is severed. */
function carry(connection: Connection, body: ReadableStream<Uint8Array>, onChunk: RelayHooks['onChunk']): ReadableStream<Uint8Array> {
  const relay = createRelay(sourceOf(body), { onChunk, onEnd: () => finish(connection) })
  // Severed in the very moment of the answer, when there was no body yet to tell.
  if (connection.phase === 'over') relay.fail(connection.reason)
  else connection.phase = 'carrying'
  connection.relay = relay
  return relay.body
}

function sever(connection: Connection): void {
  end(connection, new TypeError(connection.phase === 'asking' ? 'Failed to fetch' : 'network error'))
}

/** Ends it from outside: the caller's side by an error, the server's by an abort. */
function end(connection: Connection, error: unknown): void {
  if (connection.phase === 'over') return
  finish(connection)
  connection.reason = error
  if (connection.relay) connection.relay.fail(error)
  else connection.reject(error)
  connection.request.abort(error)
}

/** Nothing is left to sever. */
function finish(connection: Connection): void {
  connection.phase = 'over'
  connection.caller?.removeEventListener('abort', connection.onCallerAbort)
  connection.onOver()
}

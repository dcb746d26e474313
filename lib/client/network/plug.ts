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
export type Gate = (connection: number, length: Bytes, passing: Passing) => Bytes | undefined

export type PlugOptions = { readonly observe: Observe; readonly gate?: Gate }

export function createPlug({ observe, gate }: PlugOptions): Plug {
  const connections = new Set<Connection>()
  const listeners = new Set<() => void>()
  let state: 'in' | 'out' = 'in'
  let opened = 0

  function pull(): void {
    if (state === 'out') return
    state = 'out'
    observe({ kind: 'plug.pulled' })
    for (const connection of [...connections]) connection.sever()
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
      for (const listener of [...listeners]) listener()
    },
    wrap: (fetch) => async (input, init) => {
      if (state === 'out') throw new TypeError('Failed to fetch')
      const caller = init?.signal ?? (input instanceof Request ? input.signal : undefined)
      caller?.throwIfAborted()
      const index = opened++
      const connection = createConnection(caller, () => connections.delete(connection))
      connections.add(connection)
      const response = await connection.ask((signal) => fetch(input, { ...init, signal }))
      // A response of status 0 (an opaque redirect) cannot be rebuilt, and has no body to sever.
      if (!response.body || response.status === 0) {
        connection.finish()
        return response
      }
      const body = relay(response.body, connection, (chunk) => {
        const allowed = gate?.(index, chunk.length, { chunk, asked: init ?? {} })
        return allowed === undefined ? undefined : { allowed, pull }
      })
      return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers })
    },
    onPush(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** One exchange, from the request to the last byte of its body. */
type Connection = {
  readonly over: boolean
  /** Sends the request; rejects when the connection is severed or the caller aborts before the headers come. */
  ask(send: (signal: AbortSignal) => Promise<Response>): Promise<Response>
  /** From now on there is a body: a cut errors it, by `fail`. */
  carryBody(fail: (error: unknown) => void): void
  sever(): void
  /** It ended by itself: nothing is left to sever. */
  finish(): void
}

function createConnection(caller: AbortSignal | undefined, onOver: () => void): Connection {
  const request = new AbortController()
  let over = false
  let cutError = 'Failed to fetch'
  let reason: unknown
  let fail: (error: unknown) => void = () => {}
  const refused = new Promise<never>((_, reject) => {
    fail = reject
  })

  const finish = () => {
    over = true
    caller?.removeEventListener('abort', abandon)
    onOver()
  }
  const end = (error: unknown) => {
    if (over) return
    finish()
    reason = error
    fail(error)
    request.abort(error)
  }
  const abandon = () => end(caller?.reason)
  caller?.addEventListener('abort', abandon)

  return {
    get over() {
      return over
    },
    async ask(send) {
      const answer = send(request.signal)
      // A fetch that ignores its signal may still answer later: that body must be let go, or the server believes in it.
      const letGo = (response: Response) => {
        if (over) response.body?.cancel().catch(() => {})
      }
      answer.then(letGo, () => {})
      try {
        return await Promise.race([answer, refused])
      } catch (error) {
        finish()
        throw error
      }
    },
    carryBody(onCut) {
      fail = onCut
      cutError = 'network error'
      // Severed in the very moment of the answer, when there was no body yet to tell.
      if (over) onCut(reason)
    },
    sever: () => end(new TypeError(cutError)),
    finish,
  }
}

/** The same bytes, until the connection is severed. Handed over only when asked for: a queue would be thrown away by the cut. */
function relay(
  body: ReadableStream<Uint8Array>,
  connection: Connection,
  cut: (chunk: Uint8Array) => { readonly allowed: Bytes; readonly pull: () => void } | undefined,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        connection.carryBody((error) => {
          controller.error(error)
          reader.cancel(error).catch(() => {})
        })
      },
      async pull(controller) {
        const chunk = await reader.read().catch((error: unknown) => ({ error }))
        if (connection.over) return
        if ('error' in chunk) {
          connection.finish()
          controller.error(chunk.error)
        } else if (chunk.done) {
          connection.finish()
          controller.close()
        } else {
          const limit = cut(chunk.value)
          const passed = limit ? chunk.value.subarray(0, limit.allowed) : chunk.value
          if (passed.length > 0) controller.enqueue(passed)
          limit?.pull()
        }
      },
      cancel(reason) {
        connection.finish()
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

/**
 * A body that passes another one on, chunk by chunk, only when it is asked for more: a queue of its own would be thrown away by a cut.
 * It never changes bytes; who watches, counts or cuts them does so in `onChunk`.
 */

/** Where a relay takes its bytes from. */
export type ByteSource = {
  /** The next chunk; undefined at the end; rejects when the source is broken. */
  next(): Promise<Uint8Array | undefined>
  cancel(reason: unknown): void | Promise<void>
}

/** How a relay ended by itself: its source ended or broke, or its reader cancelled it. */
export type RelayEnd =
  | { readonly how: 'complete' }
  | { readonly how: 'failed'; readonly error: unknown }
  | { readonly how: 'cancelled'; readonly reason: unknown }

export type RelayHooks = {
  /** Hands on, by `pass`, what may get through of a chunk; without it, all of it. */
  readonly onChunk?: (chunk: Uint8Array, pass: (bytes: Uint8Array) => void) => void
  /** Called once, before the reader hears of the end. Not after `fail`. */
  readonly onEnd?: (end: RelayEnd) => void
}

export type Relay = {
  readonly body: ReadableStream<Uint8Array>
  /** Ends the body with an error, after exactly what was passed on, and cancels the source. Does nothing after the end. */
  fail(error: unknown): void
}

type State = {
  readonly source: ByteSource
  readonly hooks: RelayHooks
  controller: ReadableStreamDefaultController<Uint8Array> | undefined
  over: boolean
}

export function createRelay(source: ByteSource, hooks: RelayHooks = {}): Relay {
  const state: State = { source, hooks, controller: undefined, over: false }
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        state.controller = controller
      },
      pull: () => pull(state),
      cancel(reason) {
        end(state, { how: 'cancelled', reason })
        return source.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  return { body, fail: (error) => fail(state, error) }
}

/** The chunks of a stream, read on demand. */
export function sourceOf(stream: ReadableStream<Uint8Array>): ByteSource {
  const reader = stream.getReader()
  return { next: async () => (await reader.read()).value, cancel: (reason) => reader.cancel(reason) }
}

/** Whether a response can be rebuilt around another body. One of status 0 (an opaque redirect) cannot. */
export function hasBody(response: Response): response is Response & { readonly body: ReadableStream<Uint8Array> } {
  return response.body !== null && response.status !== 0
}

/** The same status and headers, with another body. */
export function withBody({ status, statusText, headers }: Response, body: ReadableStream<Uint8Array>): Response {
  return new Response(body, { status, statusText, headers })
}

async function pull(state: State): Promise<void> {
  const { source, hooks, controller } = state
  let passed = false
  const pass = (bytes: Uint8Array) => {
    if (bytes.length === 0 || state.over) return
    passed = true
    controller?.enqueue(bytes)
  }
  // A stream is not asked again after a pull that brought nothing.
  while (!passed && !state.over) {
    let chunk: Uint8Array | undefined
    try {
      chunk = await source.next()
    } catch (error) {
      end(state, { how: 'failed', error }, () => controller?.error(error))
      return
    }
    if (state.over) return
    if (chunk === undefined) end(state, { how: 'complete' }, () => controller?.close())
    else if (hooks.onChunk) hooks.onChunk(chunk, pass)
    else pass(chunk)
  }
}

/** Ends it once: whoever watches hears first, then the reader. */
function end(state: State, how: RelayEnd, tellReader: () => void = () => {}): void {
  if (state.over) return
  state.over = true
  state.hooks.onEnd?.(how)
  tellReader()
}

function fail(state: State, error: unknown): void {
  if (state.over) return
  state.over = true
  state.controller?.error(error)
  Promise.resolve(state.source.cancel(error)).catch(() => {})
}

/**
 * A fetch that gives one unbroken event stream, however many connections that takes: when a connection ends before the answer, it asks
 * again with `Last-Event-ID` and goes on where the last whole frame ended. Not a retry of calls: a POST is sent once, ever.
 * Spec: MCP 2025-11-25, basic/transports, "Resumability and Redelivery".
 *
 * RS1  The last event ID survives every resume, also one that brought nothing, and an id of another stream. Before the first frame it is
 *      `x-first-event-id`.
 * RS2  Only whole frames are passed on; a torn one is dropped, and comes again from the server.
 * RS3  An event id is passed on once, unless repetitions are wanted. A repetition never moves the last event ID back.
 * RS4  A stream is over when the response to its request has come, result or error; the standalone stream never is.
 * RS5  A body that ends properly before that is resumed like one that was cut (the server polls).
 * RS6  It waits the reconnection time, longer after attempts that failed (backoff.ts), and asks at once when the network returns.
 * RS7  While the network is out it never gives up.
 * RS8  A 4xx answer to a resume is final: the call fails at once, by a JSON-RPC error in place of its answer, and `resume.refused`.
 *      5xx, 408, 409, 425 and 429 say "not now": they are asked again, and are final the fifth time in a row.
 * RS9  A cut without any id to resume after is final too, and says which it was: no id yet, or a server that sends none.
 * RS10 The standalone stream has no answer to lose: without an id, or with one the server no longer has (400), it begins anew.
 * RS11 Abort, `forget`, or cancelling the body ends everything at once; no timer and no listener stays behind.
 * RS12 The learner's edited headers: rules ED1 to ED4 of header-edits.ts.
 * RS13 A connection of a call that brings nothing new for too long is left, and asked for again; after several in a row, or many that the
 *      server ended empty, the call fails with the reason. Only where the client is told how long that is: a tool may well be silent.
 */

import { type RequestId, requestIn } from '../../protocol/json-rpc'
import type { EventId } from '../../protocol/observation'
import type { Reason } from '../../protocol/reason'
import { reasonOf, reasonText } from '../../protocol/reason-text'
import { createRelay, withBody } from '../../streams/relay'
import { sleep as realSleep, type Sleep } from '../../streams/sleep'
import type { KeptEvent } from '../kept-session'
import type { PausableSleep } from '../network/pausable-sleep'
import { connectionOf } from '../tap'
import { createRetryScope } from './backoff'
import { type ClientStream, createStream, isEventStream, nameOf } from './client-stream'
import { forwardFrames } from './frame-filter'
import { createReconnect, observeRefusal, type Reconnect, type ReconnectOptions } from './reconnect'
import { errorFrame, type Refusal, ResumeRefusedError, refusalOf, withoutId } from './refusal'

export type ResumableOptions = ReconnectOptions & {
  /** Calls `wake` when the network returns; the result takes the call back. */
  readonly onPush?: (wake: () => void) => () => void
  readonly sleep?: Sleep
  /** Sleeps through the reconnection waits; `sleep` when there is no other. */
  readonly retrySleep?: PausableSleep
  /** false: a repeated message is passed on again */
  readonly dropsDuplicates?: boolean
  /** Each event that is passed on, before it is. */
  readonly onEvent?: (event: KeptEvent) => void
  /** For a GET that resumes a call of an earlier life: the request id its response will carry. */
  readonly requestOf?: (lastEventId: EventId) => RequestId | undefined
}

type Resumable = {
  /** The same fetch; requests that open no event stream pass through untouched. */
  wrap(fetch: typeof globalThis.fetch): typeof globalThis.fetch
  /** No answer to this request is awaited any more (it was cancelled): its stream ends, and is not resumed. */
  forget(requestId: RequestId): void
  /** The same for every stream. */
  forgetAll(): void
}

/** A request had no answer, and must not be sent again. A TypeError, as for any other failure of the network. */
class NoAnswerError extends TypeError {
  readonly reason: Reason
  constructor(method: string, error: TypeError) {
    const reason = { code: 'no-answer', method, cause: reasonOf(error) } as const
    super(reasonText(reason))
    this.reason = reason
  }
}

/** What all streams of one client share. */
type State = {
  readonly options: ResumableOptions
  readonly sleep: Sleep
  readonly streams: Set<ClientStream>
}

/** A wrapped fetch, and how it asks for a stream again. */
type Wrapped = State & { readonly fetch: typeof globalThis.fetch; readonly reconnect: Reconnect }

export function createResumable(options: ResumableOptions): Resumable {
  const state: State = { options, sleep: options.sleep ?? realSleep, streams: new Set() }
  return {
    wrap(fetch) {
      const wrapped: Wrapped = { ...state, fetch, reconnect: createReconnect(fetch, options) }
      return async (input, init = {}) => {
        const method = (init.method ?? 'GET').toUpperCase()
        if (method === 'GET') return get(wrapped, input, init)
        const request = method === 'POST' ? requestIn(init.body) : undefined
        return request ? post(wrapped, input, init, request) : fetch(input, init)
      }
    },
    forget(requestId) {
      for (const stream of state.streams) if (stream.requestId === requestId) forget(stream)
    },
    forgetAll: () => state.streams.forEach(forget),
  }
}

function begin({ options, sleep, streams }: State, url: RequestInfo | URL, init: RequestInit, posted?: RequestId): ClientStream {
  const scope = createRetryScope(init.signal, options.onPush ?? (() => () => {}), options.retrySleep ?? sleep)
  const stream = createStream({ url, init, scope, posted, requestOf: options.requestOf })
  streams.add(stream)
  return stream
}

function finish({ streams }: State, stream: ClientStream): void {
  streams.delete(stream)
  stream.scope.release()
}

function forget(stream: ClientStream): void {
  stream.scope.end(new DOMException('No answer is awaited any more.', 'AbortError'))
}

async function post(
  state: Wrapped,
  url: RequestInfo | URL,
  init: RequestInit,
  request: { id: RequestId; method: string },
): Promise<Response> {
  const stream = begin(state, url, init, request.id)
  try {
    const response = await state.fetch(url, { ...init, signal: stream.scope.signal })
    if (!isEventStream(response)) {
      finish(state, stream)
      return response
    }
    const session = response.headers.get('mcp-session-id')
    if (session !== null) stream.headers.set('mcp-session-id', session)
    return unbroken(state, response, stream)
  } catch (error) {
    finish(state, stream)
    stream.scope.signal.throwIfAborted()
    if (!(error instanceof TypeError)) throw error
    throw new NoAnswerError(request.method, error)
  }
}

async function get(state: Wrapped, url: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const stream = begin(state, url, init)
  const resumes = stream.lastEventId !== undefined
  try {
    const answer = await state.reconnect.first(stream)
    if (answer.kind === 'stream') return unbroken(state, answer.response, stream)
    // Whoever asks for a stream that was never theirs can read the refusal themselves.
    if (!resumes && answer.response) {
      finish(state, stream)
      return answer.response
    }
    const refusal = answer.response ? await refusalOf(answer.response) : withoutId(false)
    observeRefusal(stream, refusal, state.options.observe)
    throw new ResumeRefusedError(refusal.status, nameOf(stream), refusal.reason)
  } catch (error) {
    finish(state, stream)
    throw error
  }
}

/** The response with a body that goes on after a cut. */
function unbroken(state: Wrapped, response: Response, stream: ClientStream): Response {
  const frames = follow(state, response, stream)
  const { body } = createRelay({
    next: async () => (await frames.next()).value ?? undefined,
    cancel() {
      stream.scope.end()
      finish(state, stream)
      // A body that nobody has begun to read is let go here; else `forwardFrames` does it, on the abort.
      response.body?.cancel().catch(() => {})
    },
  })
  return withBody(response, body)
}

/** Whole frames of one connection after another, until the response has come or the stream is refused. */
async function* follow(state: Wrapped, first: Response, stream: ClientStream): AsyncGenerator<Uint8Array> {
  const { options, sleep, reconnect } = state
  const onRepeated = (response: Response, id: EventId) => noteRepeated(options, response, id)
  try {
    for (let response = first; ; ) {
      const forward = { sleep, onEvent: options.onEvent, onRepeated, stallLimits: options.stallLimits }
      if (yield* forwardFrames(response, stream, forward)) return
      const answer = await reconnect.again(stream)
      if (answer.kind === 'refused') {
        const refusal = answer.response ? await refusalOf(answer.response) : refusalFor(answer.reason, stream)
        observeRefusal(stream, refusal, options.observe)
        if (stream.requestId !== undefined) yield errorFrame(stream.requestId, refusal)
        return
      }
      response = answer.response
    }
  } finally {
    finish(state, stream)
  }
}

function refusalFor(reason: Reason | undefined, stream: ClientStream): Refusal {
  return reason === undefined ? withoutId(stream.sawMessages) : { reason }
}

/** Whether a message that came before is dropped. */
function noteRepeated({ dropsDuplicates = true, observe }: ResumableOptions, response: Response, id: EventId): boolean {
  const connection = connectionOf(response)
  if (dropsDuplicates && connection !== undefined) observe({ kind: 'event.dropped', connection, id })
  return dropsDuplicates
}

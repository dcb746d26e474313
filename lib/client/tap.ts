/**
 * Sees what got through: wraps a fetch and observes every exchange, with the frames of its event stream exactly as they came. It sits on
 * the learner's side of the plug, so it records only what arrived. It changes, delays and holds back nothing.
 *
 * TP1 Each exchange is opened once, then answered or failed once; an answered one ends once, with the bytes that got through.
 * TP2 The raw texts of its frames, and the torn rest, are the whole of its event stream, in order.
 * TP3 A body that is not an event stream is observed whole, as soon as its reader has it.
 * TP4 Of the headers only `authorization` is hidden.
 */
import { STANDALONE, streamOf } from '../protocol/event-id'
import { readRpc } from '../protocol/json-rpc'
import type { Bytes, ConnectionEnd, ConnectionId, HeaderMap, Observe } from '../protocol/observation'
import type { Reason } from '../protocol/reason'
import { reasonOf } from '../protocol/reason-text'
import { createFrameSplitter, type StreamFrame } from '../protocol/sse'
import { decodeText, joinBytes } from '../streams/bytes'
import { createRelay, hasBody, type RelayEnd, sourceOf, withBody } from '../streams/relay'
import { GivenUpError } from './network/idle-timeout'
import type { EditedInit } from './resume/header-edits'

type TapOptions = { readonly observe: Observe; readonly nextConnectionId: () => ConnectionId }

const connections = new WeakMap<Response, ConnectionId>()

/** The connection that a response of a tapped fetch came on. */
export function connectionOf(response: Response): ConnectionId | undefined {
  return connections.get(response)
}

/** Makes the wrapper; the same observations and numbering for every fetch it wraps. */
export function createTap({ observe, nextConnectionId }: TapOptions): (fetch: typeof globalThis.fetch) => typeof globalThis.fetch {
  return (fetch) => async (input, init) => {
    const connection = nextConnectionId()
    const asked = input instanceof Request ? new Request(input, init) : undefined
    observe(describeRequest(connection, asked ?? input, init))
    let response: Response
    try {
      response = await fetch(input, init)
    } catch (error) {
      observe({ kind: 'connection.failed', connection, reason: reasonOf(error) })
      throw error
    }
    const answer = { kind: 'connection.answered', connection, status: response.status, headers: headerMap(response.headers) } as const
    if (!hasBody(response)) {
      observe(answer)
      observe({ kind: 'connection.ended', connection, how: 'complete', bytes: 0 })
      return response
    }
    const isEventStream = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')
    if (isEventStream) observe(answer)
    const watcher = isEventStream
      ? watchFrames(connection, observe)
      : watchWhole((body) => observe({ ...answer, ...(body !== '' && { body }) }), connection, observe)
    const closedByCaller = () => (init?.signal ?? asked?.signal)?.aborted ?? false
    const body = watched(response.body, watcher, closedByCaller)
    const tapped = withBody(response, body)
    connections.set(tapped, connection)
    return tapped
  }
}

type Watcher = { chunk(bytes: Uint8Array): void; end(how: ConnectionEnd, reason?: Reason): void }

function watchFrames(connection: ConnectionId, observe: Observe): Watcher {
  const splitter = createFrameSplitter()
  let bytes: Bytes = 0
  return {
    chunk(chunk) {
      bytes += chunk.length
      for (const frame of splitter.push(chunk)) observeFrame(connection, frame, observe)
    },
    end(how, reason) {
      const rest = splitter.rest()
      const torn = rest.length > 0 && { torn: decodeText(rest), tornBytes: rest.length }
      observe({ kind: 'connection.ended', connection, how, bytes, ...torn, ...(reason !== undefined && { reason }) })
    },
  }
}

function observeFrame(connection: ConnectionId, frame: StreamFrame, observe: Observe): void {
  for (const comment of frame.comments) observe({ kind: 'comment.received', connection, comment })
  if (frame.data === undefined && frame.id === undefined && frame.retry === undefined) return
  observe({
    kind: 'event.received',
    connection,
    ...(frame.id !== undefined && { id: frame.id }),
    ...(frame.event !== undefined && { event: frame.event }),
    data: frame.data ?? '',
    ...(frame.retry !== undefined && { retry: frame.retry }),
    raw: frame.text,
  })
}

function watchWhole(answered: (body: string) => void, connection: ConnectionId, observe: Observe): Watcher {
  const chunks: Uint8Array[] = []
  return {
    chunk: (chunk) => void chunks.push(chunk),
    end(how, reason) {
      const body = joinBytes(chunks)
      answered(decodeText(body))
      observe({ kind: 'connection.ended', connection, how, bytes: body.length, ...(reason !== undefined && { reason }) })
    },
  }
}

/** The same bytes, seen as they are handed over. */
function watched(body: ReadableStream<Uint8Array>, watcher: Watcher, closedByCaller: () => boolean): ReadableStream<Uint8Array> {
  const onEnd = (end: RelayEnd) => {
    if (end.how === 'complete') watcher.end('complete')
    else if (end.how === 'failed' && end.error instanceof GivenUpError) watcher.end('closed', end.error.reason)
    else watcher.end(end.how === 'cancelled' || closedByCaller() ? 'closed' : 'severed')
  }
  const onChunk = (chunk: Uint8Array, pass: (bytes: Uint8Array) => void) => {
    watcher.chunk(chunk)
    pass(chunk)
  }
  return createRelay(sourceOf(body), { onChunk, onEnd }).body
}

function describeRequest(connection: ConnectionId, input: RequestInfo | URL, init: RequestInit | undefined) {
  const request = input instanceof Request ? input : undefined
  const { edited } = (init ?? {}) as EditedInit
  const url = new URL(request ? request.url : String(input))
  const headers = headerMap(request ? request.headers : new Headers(init?.headers))
  const method = methodOf(request?.method ?? init?.method)
  const body = typeof init?.body === 'string' ? init.body : undefined
  const rpc = body === undefined ? undefined : readRpc(body)
  const lastEventId = headers['last-event-id']
  const stream = method === 'GET' ? (lastEventId === undefined ? STANDALONE : streamOf(lastEventId)) : undefined
  return {
    kind: 'connection.opened',
    connection,
    method,
    path: url.pathname + url.search,
    headers,
    ...(body !== undefined && { body }),
    ...(rpc && { rpc }),
    ...(lastEventId !== undefined && { lastEventId }),
    ...(stream !== undefined && { stream }),
    ...(edited && { edited }),
  } as const
}

function methodOf(method: string | undefined): 'GET' | 'POST' | 'DELETE' {
  const upper = (method ?? 'GET').toUpperCase()
  return upper === 'POST' || upper === 'DELETE' ? upper : 'GET'
}

function headerMap(headers: Headers): HeaderMap {
  const map: Record<string, string> = {}
  headers.forEach((value, name) => {
    map[name] = name === 'authorization' ? '(hidden)' : value
  })
  return map
}

/**
 * What a client knows of one stream while it lasts, over all the connections it takes. Changed only by resumable-fetch.ts, reconnect.ts, frame-filter.ts.
 */
import type { HeaderEdits } from '../../faults/commands'
import { callStream, STANDALONE, streamOf } from '../../protocol/event-id'
import type { RequestId } from '../../protocol/json-rpc'
import type { EventId, Milliseconds, StreamName } from '../../protocol/observation'
import { DEFAULT_RECONNECTION_TIME, type RetryScope } from './backoff'

export type ClientStream = {
  readonly url: RequestInfo | URL
  /** how the stream was asked for; a resume keeps everything but method, body and headers */
  readonly init: RequestInit
  readonly scope: RetryScope
  /** the request whose response ends it */
  readonly requestId: RequestId | undefined
  readonly standalone: boolean
  /** what it is called when its ids do not say */
  readonly fallbackName: StreamName
  /** what a resume sends, but for Last-Event-ID */
  readonly headers: Headers
  readonly seen: Set<EventId>
  lastEventId: EventId | undefined
  reconnectionTime: Milliseconds
  /** attempts in a row that the network failed */
  failedAttempts: number
  /** answers in a row that said "not now" */
  refusedInARow: number
  sawMessages: boolean
  /** the edits that have had their answer: they are not used again */
  usedEdits: HeaderEdits | undefined
  /** connections in a row that brought nothing new for too long (RS13) */
  stalledInARow: number
  /** connections in a row that the server ended properly and that brought nothing new (RS13) */
  emptyInARow: number
  /** the newest connection answers an edited request with another stream (ED3) */
  unrelated: boolean
}

type StreamRequest = {
  readonly url: RequestInfo | URL
  readonly init: RequestInit
  readonly scope: RetryScope
  /** of the POSTed request; undefined for a GET */
  readonly posted: RequestId | undefined
  /** of a call that an earlier life POSTed, by the id its stream is resumed after */
  readonly requestOf: ((lastEventId: EventId) => RequestId | undefined) | undefined
}

export function createStream({ url, init, scope, posted, requestOf }: StreamRequest): ClientStream {
  const headers = new Headers(init.headers)
  const lastEventId = headers.get('last-event-id') ?? undefined
  headers.delete('content-type')
  headers.set('accept', 'text/event-stream')
  const standalone = posted === undefined && (lastEventId === undefined || streamOf(lastEventId) === STANDALONE)
  const requestId = posted ?? (lastEventId === undefined ? undefined : requestOf?.(lastEventId))
  return {
    url,
    init,
    scope,
    requestId,
    standalone,
    fallbackName: standalone ? STANDALONE : callStream(String(requestId)),
    headers,
    seen: new Set(lastEventId === undefined ? [] : [lastEventId]),
    lastEventId,
    reconnectionTime: DEFAULT_RECONNECTION_TIME,
    failedAttempts: 0,
    refusedInARow: 0,
    sawMessages: false,
    stalledInARow: 0,
    emptyInARow: 0,
    usedEdits: undefined,
    unrelated: false,
  }
}

export function nameOf(stream: ClientStream): StreamName {
  return streamOf(stream.lastEventId) ?? stream.fallbackName
}

export function isEventStream(response: Response): boolean {
  return response.ok && response.body !== null && /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')
}

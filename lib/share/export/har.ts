/**
 * A run as HAR 1.2 (HTTP Archive), which browsers and proxies read. Fields of our own begin with an underscore, as the format asks.
 * What only the server saw has no place in it.
 */
import { APP_VERSION } from '../../model/app-version'
import { requestUrl } from '../../protocol/http/address'
import { isMediaType } from '../../protocol/http/grammar'
import { reasonText } from '../../protocol/reason-text'
import { CREDENTIALS, redactedJson } from '../../trace/recording/redact'
import type { ConnectionRecord, Snapshot } from '../../trace/snapshot-types'
import { bodyOf } from './raw-sse'

type NameValue = { readonly name: string; readonly value: string }

type HarEntry = {
  readonly startedDateTime: string
  /** milliseconds, the sum of the timings */
  readonly time: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly httpVersion: string
    readonly cookies: readonly []
    readonly headers: readonly NameValue[]
    readonly queryString: readonly NameValue[]
    readonly postData?: { readonly mimeType: string; readonly text: string }
    readonly headersSize: -1
    readonly bodySize: number
  }
  readonly response: {
    /** 0 when no answer came */
    readonly status: number
    readonly statusText: string
    readonly httpVersion: string
    readonly cookies: readonly []
    readonly headers: readonly NameValue[]
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string }
    readonly redirectURL: string
    readonly headersSize: -1
    readonly bodySize: number
  }
  readonly cache: Record<string, never>
  /** milliseconds; -1 where it does not apply */
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number }
  readonly comment?: string
  readonly _connection: string
  readonly _stream?: string
  readonly _lastEventId?: string
  readonly _end?: string
}

export type Har = {
  readonly log: {
    readonly version: '1.2'
    readonly creator: { readonly name: string; readonly version: string }
    readonly entries: readonly HarEntry[]
    readonly comment: string
  }
}

/** Words of the format, and what is computed. */
const FIXED: ReadonlySet<string> = new Set(['startedDateTime', 'httpVersion', 'mimeType'])

/** The exchanges up to the snapshot's moment, as HAR text. `origin` is where the server is; `sessionIds` are replaced by stand-ins. */
export function harTextOf(snapshot: Snapshot, origin: string, sessionIds: ReadonlySet<string>): string {
  const har: Har = {
    log: {
      version: '1.2',
      creator: { name: 'Pull the Plug', version: APP_VERSION },
      entries: snapshot.connections.map((connection) => entryOf(connection, origin, snapshot.at)),
      comment: 'What the client sent and got. Session ids are stand-ins.',
    },
  }
  return `${redactedJson(har, sessionIds, FIXED, 2)}\n`
}

function entryOf(connection: ConnectionRecord, origin: string, now: number): HarEntry {
  const { id, method, path, requestHeaders, requestBody, openedAt, answer, failure, end, stream, lastEventId } = connection
  const url = requestUrl(path, origin)
  const over = end?.at ?? failure?.at ?? now
  const wait = (answer?.at ?? over) - openedAt
  const receive = answer ? over - answer.at : 0
  const text = answer?.body ?? bodyOf(connection)
  const reason = failure ? reasonText(failure.reason) : end && end.how !== 'complete' ? `the connection was ${end.how}` : undefined
  return {
    startedDateTime: new Date(openedAt).toISOString(),
    time: wait + receive,
    request: {
      method,
      url: url.href,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: listed(requestHeaders),
      queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
      ...(requestBody === undefined
        ? {}
        : { postData: { mimeType: mediaTypeIn(requestHeaders) ?? 'application/json', text: requestBody } }),
      headersSize: -1,
      bodySize: requestBody === undefined ? 0 : bytesOf(requestBody),
    },
    response: {
      status: answer?.status ?? 0,
      statusText: '',
      httpVersion: answer ? 'HTTP/1.1' : 'unknown',
      cookies: [],
      headers: listed(answer?.headers ?? {}),
      content: { size: bytesOf(text), mimeType: mediaTypeIn(answer?.headers) ?? 'x-unknown', text },
      redirectURL: '',
      headersSize: -1,
      bodySize: end?.bytes ?? -1,
    },
    cache: {},
    timings: { send: 0, wait, receive },
    ...(reason === undefined ? {} : { comment: reason }),
    _connection: id,
    ...(stream === undefined ? {} : { _stream: stream }),
    ...(lastEventId === undefined ? {} : { _lastEventId: lastEventId }),
    ...(end ? { _end: end.how } : {}),
  }
}

const listed = (headers: Readonly<Record<string, string>>): readonly NameValue[] =>
  Object.entries(headers).flatMap(([name, value]) => (CREDENTIALS.has(name.toLowerCase()) ? [] : [{ name, value }]))

const mediaTypeIn = (headers: Readonly<Record<string, string>> | undefined): string | undefined => {
  const type = headers?.['content-type']
  return type !== undefined && isMediaType(type) ? type : undefined
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

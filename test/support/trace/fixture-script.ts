/**
 * A script in which made-up runs are written: facts with the moment they happen, for fixtures and tests only.
 */
import type {
  ClientFact,
  ConnectionId,
  EpochMs,
  EventId,
  Milliseconds,
  Observation,
  ServerFact,
  StreamName,
} from '../../../lib/protocol/observation'
import { PROTOCOL_REVISION } from '../../../lib/protocol/observation'
import { utf8Length } from '../../../lib/trace/text'
import { appendToTrace, EMPTY_TRACE, type Trace } from '../../../lib/trace/trace'

/** When every made-up run begins. */
export const ORIGIN: EpochMs = Date.UTC(2026, 10, 23, 9)
export const SESSION = '7f3a90c4-5b1e-4d27-9a36-0c8f52d4e1c2'

export type Script = {
  /** The client saw it, `at` milliseconds into the run. */
  client(at: Milliseconds, fact: ClientFact): void
  server(at: Milliseconds, fact: ServerFact): void
  /** The facts so far, in order of time. */
  trace(): Trace
}

export function createScript(): Script {
  const written: Observation[] = []
  const write = (at: Milliseconds, vantage: Observation['vantage'], fact: ClientFact | ServerFact) => {
    written.push({ ...fact, seq: written.length, at: ORIGIN + at, vantage })
  }
  return {
    client: (at, fact) => write(at, 'client', fact),
    server: (at, fact) => write(at, 'server', fact),
    trace: () => appendToTrace(EMPTY_TRACE, written),
  }
}

export function requestHeaders(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    accept: 'application/json, text/event-stream',
    'mcp-session-id': SESSION,
    'mcp-protocol-version': PROTOCOL_REVISION,
    ...more,
  }
}

export function answerHeaders(first?: EventId): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'mcp-session-id': SESSION,
    ...(first === undefined ? {} : { 'x-first-event-id': first }),
  }
}

/** The event `n` of a stream enters the log; empty data makes it a priming event. */
export function store(script: Script, at: Milliseconds, stream: StreamName, n: number, data: string): void {
  const id = `${stream}/${n}`
  const role = data === '' ? 'priming' : 'message'
  script.server(at, { kind: 'event.stored', stream, id, n, role, data, bytes: utf8Length(frame(id, data)) })
}

/** A frame with that data got through; without an id where the server keeps no log. */
export function receive(script: Script, at: Milliseconds, connection: ConnectionId, id: EventId | undefined, data: string): void {
  const event = data === '' ? {} : { event: 'message' }
  const primed = id !== undefined && data === '' ? { retry: RETRY } : {}
  script.client(at, {
    kind: 'event.received',
    connection,
    ...(id === undefined ? {} : { id }),
    ...event,
    data,
    ...primed,
    raw: frame(id, data),
  })
}

/** The reconnection time these servers ask for. */
export const RETRY: Milliseconds = 480

function frame(id: EventId | undefined, data: string): string {
  const name = id === undefined ? '' : `id: ${id}\n`
  return data === '' ? `${name}retry: ${RETRY}\ndata: \n\n` : `${name}event: message\ndata: ${data}\n\n`
}

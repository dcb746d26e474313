/**
 * Delivery of one session's events to its connections: how they are stored, written and replayed. There are four ways, each in a file of
 * its own (log, unlogged, JSON, stock); session/open-delivery.ts chooses one when the session opens, and nobody asks again which it is.
 * MCP 2025-11-25, basic/transports, "Sending Messages to the Server" and "Resumability and Redelivery".
 */
import type { EventStore } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { EventLog, LogSnapshot } from '../../event-store/event-log'
import type { Placement } from '../../event-store/sdk-event-store'
import { STANDALONE } from '../../protocol/event-id'
import type { Bytes, EventId, Milliseconds, Observe, ServerFact, SessionId, StreamName } from '../../protocol/observation'
import { refusedBySdk } from '../http/errors'
import { SSE_HEADERS, type SseConnection } from './body/sse-connection'
import { Connections } from './connections'
import { HoldGate } from './hold-gate'
import { retryFrame } from './log-tail'

/** What a delivery is given by its session. */
export type DeliveryContext = {
  readonly session: SessionId
  /** the protocol revision that was agreed on */
  readonly version: string
  /** the reconnection time told to clients, the `retry` field */
  readonly retry: Milliseconds
  /** how much of a body that the SDK writes may wait for its reader */
  readonly maxUnread: Bytes
  readonly observe: Observe<ServerFact>
  /** called when a connection has ended, however it did */
  readonly connectionEnded: () => void
  /** sends a log message on the standalone stream */
  readonly announce: (text: string) => Promise<void>
}

/** What the SDK's transport does with a message that the server sends. */
export type Outgoing =
  /** stores it; a tail of the event log writes it */
  | { readonly kind: 'stored'; readonly eventStore: (place: Placement) => EventStore }
  /** writes it to the open connection, or into one JSON body, and keeps it nowhere */
  | { readonly kind: 'written'; readonly json: boolean }
  /** whatever the SDK does by itself: it stores, writes and replays */
  | { readonly kind: 'stock'; readonly eventStore: (place: Placement) => EventStore; readonly retry: Milliseconds }

/** A call as far as delivery is concerned. */
export type CallStream = {
  /** the JSON-RPC id */
  readonly id: RequestId
  readonly stream: StreamName
  /** the id of the priming event of its stream, where one is stored */
  readonly primed?: EventId
  /** aborted when the call is cancelled, or its session or process ends */
  readonly abort: AbortController
}

/** A GET: with null, for the standalone stream. */
export type GetRequest = { readonly request: Request; readonly lastEventId: EventId | null; readonly sdk: SdkResponder }

/** The part of the SDK's transport that answers a GET. */
export type SdkResponder = { handleRequest(request: Request): Promise<Response>; closeStandaloneSSEStream(): void }

/** What a delivery has to know of an earlier process. */
export type DeliveryRecord = {
  /** the newest event of the standalone stream that was written to any connection */
  readonly standaloneWritten: EventId
  /** the requests without their response, by stream */
  readonly running: readonly { readonly stream: StreamName; readonly request: RequestId; readonly tool?: string }[]
}

export abstract class SessionDelivery {
  readonly connections: Connections
  /** the newest event of the standalone stream that was written to any connection */
  standaloneWritten: EventId = `${STANDALONE}/0`
  abstract readonly outgoing: Outgoing
  /** whether the client is sent an event id at the beginning of every call, so that it can resume whenever it is cut */
  abstract readonly sendsIds: boolean
  /** true for a server that goes on answering after DELETE: broken on purpose */
  readonly survivesEnd: boolean = false
  protected readonly gate = new HoldGate()

  /** `log`: our event log, where the session has one. */
  constructor(
    protected readonly context: DeliveryContext,
    protected readonly log: EventLog | undefined,
  ) {
    this.connections = new Connections(context.observe, (stream, how) => {
      context.connectionEnded()
      if (how === 'gone') this.connectionLost(stream)
    })
  }

  /** The response to a request that was POSTed: `response` is the SDK's. Throws a Refusal when the SDK refused. */
  abstract open(call: CallStream, response: Response): Promise<Response>

  /** The response to a GET. Throws a Refusal when it cannot be served. */
  abstract get(get: GetRequest): Promise<Response>

  /** Opens the standalone stream of a new session. */
  async start(): Promise<void> {
    this.context.observe({ kind: 'stream.opened', stream: STANDALONE })
  }

  /** Stores the priming event of a new stream and returns its id; undefined where no log is kept. */
  async prime(stream: StreamName): Promise<EventId | undefined> {
    return (await this.log?.append(stream, ''))?.id
  }

  /** Waits for the SDK's response to a call. Throws a Refusal when the call ends before there can be one. */
  awaitSdk(response: Promise<Response>, _call: CallStream): Promise<Response> {
    return response
  }

  /** The SDK's response to a notification or a response. Throws a Refusal when the SDK refused. */
  async accept(response: Response, id?: RequestId): Promise<Response> {
    if (!response.ok) throw await refusedBySdk(response, id)
    return response
  }

  /** Continues where an earlier process was, over the same event log. */
  async resumeFrom(record: DeliveryRecord): Promise<void> {
    this.standaloneWritten = record.standaloneWritten
  }

  /** Whether there is an event log that outlives the session's process. */
  get keepsLog(): boolean {
    return this.log !== undefined
  }

  /** The event log as plain data; undefined where there is none, or it cannot be copied. */
  snapshot(): LogSnapshot | undefined {
    return this.log?.snapshot?.()
  }

  /** Evicts the oldest events of every stream, down to `leave` messages each. */
  async evict(leave: number): Promise<void> {
    await this.log?.evict(leave)
  }

  /** While on, events are stored and not written to any connection. */
  hold(on: boolean): void {
    this.gate.set(on)
  }

  /** Closes the connection of a stream (of all without a name), not the stream, after telling the client when to reconnect. */
  closePolitely(stream?: StreamName): void {
    const named = stream === undefined ? this.connections.streams() : [stream]
    for (const name of named) this.connections.close(name, retryFrame(this.context.retry))
  }

  /** Closes every connection, and the log. */
  close(): void {
    this.connections.closeAll()
    this.log?.close()
  }

  /** Breaks every connection off, as when the process dies; the log stays open. */
  tear(): void {
    this.connections.tearAll('the server restarted')
  }

  /** Called when a connection is gone that nobody closed. */
  protected connectionLost(_stream: StreamName): void {}

  /** The HTTP response of an event stream. */
  protected respond(connection: SseConnection, headers?: Readonly<Record<string, string>>): Response {
    return new Response(connection.body, { headers: { ...SSE_HEADERS, 'mcp-session-id': this.context.session, ...headers } })
  }
}

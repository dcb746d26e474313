/**
 * The SDK's transport for one session, with a table of its calls: which request a message belongs to, which stream that is, how to
 * cancel it. The session's delivery decides what happens to a message that is sent (`Outgoing`).
 */
import { type EventStore, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { TransportSendOptions } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { Place } from '../../event-store/sdk-event-store'
import { STANDALONE } from '../../protocol/event-id'
import { isResponse } from '../../protocol/json-rpc'
import type { EventId, Observe, ServerFact, SessionId, StreamName } from '../../protocol/observation'
import type { CallStream, DeliveryRecord, Outgoing } from '../delivery/session-delivery'
import { CODE } from '../http/errors'

/** One request from its POST until its response is stored. */
export type Call = CallStream & {
  readonly method: string
  /** the name of the tool, for tools/call */
  readonly tool?: string
  /** the id of the priming event of its stream, once it is stored */
  primed?: EventId
  /** set when the stream takes no more messages of it; `synthetic`: it never had one */
  over?: 'answered' | 'cancelled' | 'too-large' | 'synthetic'
  /** messages sent so far, counted where no log does */
  sent: number
}

export type SessionTransportOptions = {
  readonly session: SessionId
  /** what happens to the messages it sends */
  readonly outgoing: Outgoing
  readonly observe: Observe<ServerFact>
  /** called when a call is over, however it ended */
  readonly over: (call: Call) => void
}

export class SessionTransport extends WebStandardStreamableHTTPServerTransport {
  readonly calls: Map<RequestId, Call>
  readonly #notes: Notes
  readonly #observe: Observe<ServerFact>
  readonly #over: (call: Call) => void
  readonly #kind: Outgoing['kind']
  /** where messages are stored that tails of the log deliver */
  readonly #store: EventStore | undefined
  readonly #session: SessionId
  #sentStandalone = 0
  #stopped = false

  constructor({ session, outgoing, observe, over }: SessionTransportOptions) {
    const notes: Notes = {}
    const eventStore = outgoing.kind === 'written' ? undefined : outgoing.eventStore((_, message) => placeOf(notes, message))
    super({
      sessionIdGenerator: () => session,
      eventStore,
      enableJsonResponse: outgoing.kind === 'written' && outgoing.json,
      ...(outgoing.kind === 'stock' && { retryInterval: outgoing.retry }),
      // connections.ts writes the comments: 0 turns those of the SDK off.
      keepAliveMs: 0,
    })
    this.#kind = outgoing.kind
    this.#store = outgoing.kind === 'stored' ? eventStore : undefined
    this.#session = session
    this.calls = new Map()
    this.#notes = notes
    this.#observe = observe
    this.#over = over
  }

  /** The requests that have no response yet. */
  running(): DeliveryRecord['running'] {
    return [...this.calls.values()]
      .filter(({ over }) => !over)
      .map(({ stream, id: request, tool }) => (tool === undefined ? { stream, request } : { stream, request, tool }))
  }

  /** Hands a request to the SDK. The call has to be in `calls`; it is taken out when it is over. */
  async open(call: Call, request: Request, message: JSONRPCMessage): Promise<Response> {
    this.#notes.posting = call
    const response = await this.handleRequest(request, { parsedBody: message })
    if (!response.ok) this.#forget(call)
    return response
  }

  /**
   * Repeats the handshake of an earlier process: sends the SDK that `initialize` again, and `notifications/initialized`.
   * What it answers is neither stored nor sent. It uses the public API; the SDK offers no other way (typescript-sdk#1658).
   */
  async rehydrate(initialize: JSONRPCMessage): Promise<void> {
    const call: Call = {
      id: 'synthetic',
      method: 'initialize',
      stream: STANDALONE,
      abort: new AbortController(),
      primed: `${STANDALONE}/0`,
      over: 'synthetic',
      sent: 0,
    }
    this.calls.set(call.id, call)
    const answer = await this.open(call, this.#syntheticRequest(), { ...initialize, id: call.id } as JSONRPCMessage)
    // The SDK ends the body after its answer.
    await answer.text()
    this.#forget(call)
    const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' } as const
    await this.handleRequest(this.#syntheticRequest(), { parsedBody: initialized })
  }

  override close(): Promise<void> {
    this.#stopped = true
    return super.close()
  }

  override send(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
    // A tool that was stopped may still send one message.
    if (this.#stopped) return Promise.resolve()
    const response = isResponse(message)
    const id = response && 'id' in message ? message.id : options?.relatedRequestId
    if (id === undefined) return this.#sendStandalone(message, options)
    const call = this.calls.get(id)
    // Cancelled meanwhile: nothing may follow. Or its stream has ended early, and only the SDK still needs the response.
    if (!call || call.over === 'cancelled' || (call.over && !response)) return Promise.resolve()
    if (this.#kind === 'written') this.#observeSent(call.stream, ++call.sent, message)
    this.#notes.sending = call
    if (!response) return this.#store ? store(this.#store, call.stream, message) : super.send(message, options)
    call.over ??= 'answered'
    return super.send(message, options).finally(() => this.#forget(call))
  }

  /** Ends a call without a response, on `notifications/cancelled`. Its stream ends with an id that carries no message. */
  async cancel(id: RequestId): Promise<void> {
    const call = this.calls.get(id)
    if (!call || call.over || call.method === 'initialize') return
    call.over = 'cancelled'
    call.abort.abort()
    if (this.#kind === 'stock') return this.#forget(call)
    this.closeSSEStream(id)
    this.#notes.sending = call
    // The SDK forgets a request only when it is answered, and answers no cancelled one. This answer is not stored (see placeOf).
    const answer: JSONRPCMessage = { jsonrpc: '2.0', id, error: { code: -32000, message: 'cancelled' } }
    await super.send(answer).catch(() => {})
    if (this.#kind === 'written') this.#observe({ kind: 'stream.completed', stream: call.stream })
    this.#forget(call)
  }

  /** Ends every running call with an error that says why, and stops its work. */
  async giveUp(message: string): Promise<void> {
    for (const call of [...this.calls.values()]) {
      if (call.over) continue
      await this.send({ jsonrpc: '2.0', id: call.id, error: { code: CODE.refused, message } }).catch(() => {})
      call.abort.abort()
    }
  }

  /** The stream of a running call got its last event early (a message was too large to store): stop its work. */
  endEarly(stream: StreamName): void {
    for (const call of this.calls.values()) {
      if (call.stream !== stream || call.over) continue
      call.over = 'too-large'
      call.abort.abort()
    }
  }

  #syntheticRequest(): Request {
    const headers = {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'mcp-session-id': this.#session,
    }
    return new Request('http://localhost/mcp', { method: 'POST', headers })
  }

  #sendStandalone(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
    this.#notes.sending = undefined
    if (this.#store) return store(this.#store, STANDALONE, message)
    if (this.#kind === 'written') this.#observeSent(STANDALONE, ++this.#sentStandalone, message)
    return super.send(message, options)
  }

  #observeSent(stream: StreamName, n: number, message: JSONRPCMessage): void {
    this.#observe({ kind: 'message.sent', stream, n, data: JSON.stringify(message) })
    if (isResponse(message)) this.#observe({ kind: 'stream.completed', stream })
  }

  #forget(call: Call): void {
    if (this.calls.get(call.id) !== call) return
    this.calls.delete(call.id)
    this.#over(call)
  }
}

/**
 * What the SDK's own `send` does with a message that is no response, when nobody reads its streams: store it. But it parses the
 * message four times first, which is most of the cost of an event.
 */
async function store(eventStore: EventStore, stream: StreamName, message: JSONRPCMessage): Promise<void> {
  await eventStore.storeEvent(stream, message)
}

/**
 * The SDK tells its event store a random stream id and nothing else. But it asks for an id synchronously inside `handleRequest` and
 * `send`, so these notes of what is being handled tell which call it is for.
 */
type Notes = { posting?: Call; sending?: Call }

function placeOf(notes: Notes, message: JSONRPCMessage): Place {
  if (!('jsonrpc' in message)) return { stream: notes.posting?.stream ?? STANDALONE, primed: notes.posting?.primed }
  const call = notes.sending
  if (!call) return { stream: STANDALONE }
  const { stream, id: request, over } = call
  if (over === 'cancelled') return { stream, request, instead: 'end' }
  return over === 'too-large' || over === 'synthetic' ? { stream, request, instead: 'nothing' } : { stream, request }
}

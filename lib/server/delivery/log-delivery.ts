/**
 * Delivery from the session's event log: every connection is a tail of it, for the response to a POST and for a resume alike.
 * A server that is broken on purpose is the same delivery over another LogServing. MCP 2025-11-25, basic/transports,
 * "Resumability and Redelivery".
 */

import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { StoredEvent } from '../../event-store/event-log'
import { createSdkEventStore } from '../../event-store/sdk-event-store'
import { STANDALONE } from '../../protocol/event-id'
import { type EventId, PROTOCOL_REVISION, type StreamName } from '../../protocol/observation'
import { CODE, shown } from '../http/errors'
import type { Batches, LogServing } from './log-serving'
import { OPEN_COMMENT, openTail } from './log-tail'
import {
  type CallStream,
  type DeliveryContext,
  type DeliveryRecord,
  type GetRequest,
  type Outgoing,
  SessionDelivery,
} from './session-delivery'

export class LogDelivery extends SessionDelivery {
  readonly outgoing: Outgoing
  override readonly survivesEnd: boolean
  /** false for a client older than 2025-11-25, which cannot read an event with empty data */
  readonly sendsIds: boolean
  readonly #serving: LogServing

  constructor(context: DeliveryContext, serving: LogServing) {
    super(context, serving.log)
    this.#serving = serving
    this.outgoing = { kind: 'stored', eventStore: (place) => createSdkEventStore(serving.log, place) }
    this.survivesEnd = serving.survivesEnd
    this.sendsIds = context.version >= PROTOCOL_REVISION
  }

  /** The SDK primes no standalone stream. */
  override async start(): Promise<void> {
    await super.start()
    await this.prime(STANDALONE)
  }

  /** The stream of the call from its first event on. */
  async open({ id, stream, primed }: CallStream, response: Response): Promise<Response> {
    const { log, primesPost } = this.#serving
    if (!response.ok) await log.append(stream, '', { last: true })
    await this.accept(response, id)
    // The SDK's own body is not needed: the tail writes what is stored.
    response.body?.cancel().catch(() => {})
    const after = primed ?? `${stream}/0`
    return this.#tail(stream, after, (signal) => log.follow(after, signal), this.sendsIds && primesPost)
  }

  async get({ lastEventId }: GetRequest): Promise<Response> {
    return lastEventId === null ? this.#standalone() : this.#resume(lastEventId)
  }

  /**
   * Ends each stream whose call was running with an error that says so: a resume replays what was stored, and then ends. The SDK alone
   * would leave the client waiting for ever.
   */
  override async resumeFrom(record: DeliveryRecord): Promise<void> {
    await super.resumeFrom(record)
    for (const { stream, request, tool } of record.running) {
      // A stream whose response was stored after all takes no more events: then there is nothing to say.
      await this.#serving.log.append(stream, JSON.stringify(interruptedResponse(request, tool)), { last: true }).catch(() => {})
    }
  }

  protected override connectionLost(stream: StreamName): void {
    if (stream !== STANDALONE) this.#serving.lost(stream, this.context.announce)
  }

  /** The response to a GET with Last-Event-ID. Throws a Refusal for an id that cannot be served. */
  async #resume(lastEventId: EventId): Promise<Response> {
    const { stream, through, count, batches } = await this.#serving.resume(lastEventId)
    this.context.observe({ kind: 'replay.started', stream, after: lastEventId, through, count })
    return this.#tail(stream, lastEventId, batches, this.sendsIds)
  }

  /** The standalone stream, from the first event that was never written. */
  async #standalone(): Promise<Response> {
    const { log } = this.#serving
    const read = await log.readAfter(this.standaloneWritten, 0)
    // Some of what was never written is evicted already: begin with what comes next.
    const after = read.kind === 'events' ? this.standaloneWritten : ((await log.latest(STANDALONE)) ?? this.standaloneWritten)
    return this.#tail(STANDALONE, after, (signal) => log.follow(after, signal), this.sendsIds)
  }

  /** `primes`: whether the first frame carries the id `after`. */
  #tail(stream: StreamName, after: EventId, follow: Batches, primes: boolean): Response {
    const serving = this.#serving
    const written = (events: readonly StoredEvent[]): void => {
      const last = events[events.length - 1]
      if (last?.stream === STANDALONE && stream === STANDALONE) this.standaloneWritten = last.id
      serving.written(events)
    }
    const tail = {
      follow,
      first: primes ? serving.firstFrame(stream, after, this.context.retry) : OPEN_COMMENT,
      skipsEmpty: !this.sendsIds,
      frame: serving.frame,
      gate: this.gate,
      written,
    }
    const connection = this.connections.attach(stream, (ended) => openTail({ ...tail, ended }))
    // A client that is cut inside the first frame has its id all the same. A server that is broken there has none to give.
    const named = serving.writesStoredIds && (primes || !this.sendsIds)
    return this.respond(connection, named ? { 'x-first-event-id': after } : undefined)
  }
}

/** The last message of a stream whose request no process works on any more. */
function interruptedResponse(request: RequestId, tool: string | undefined): JSONRPCMessage {
  const what = tool === undefined ? 'this request was being worked on' : `${shown(tool)} was running`
  const message = `The server restarted while ${what}, and nothing goes on with it. Call again.`
  return { jsonrpc: '2.0', id: request, error: { code: CODE.refused, message } }
}

/**
 * Delivery left to the SDK: it stores, writes and replays by itself, and refuses by itself. Its responses are passed on unchanged.
 */

import type { EventLog } from '../../event-store/event-log'
import { STANDALONE } from '../../protocol/event-id'
import { PROTOCOL_REVISION, type StreamName } from '../../protocol/observation'
import { refusedBySdk } from '../http/errors'
import type { StockServer } from '../stock-servers'
import { relayBody } from './body/relay-body'
import { type CallStream, type DeliveryContext, type GetRequest, type Outgoing, SessionDelivery } from './session-delivery'

export class StockDelivery extends SessionDelivery {
  readonly outgoing: Outgoing
  readonly sendsIds: boolean
  readonly #stock: StockServer

  /** `log`: the event log that `stock` stores in, where it is ours. */
  constructor(context: DeliveryContext, stock: StockServer, log?: EventLog) {
    super(context, log)
    this.#stock = stock
    this.outgoing = { kind: 'stock', eventStore: stock.store, retry: context.retry }
    this.sendsIds = context.version >= PROTOCOL_REVISION
  }

  /** The SDK's response as it is, also when it refuses. */
  override async accept(response: Response): Promise<Response> {
    return response
  }

  async open({ stream }: CallStream, response: Response): Promise<Response> {
    return response.ok ? this.#relay(stream, response) : response
  }

  async get({ request, lastEventId, sdk }: GetRequest): Promise<Response> {
    const response = await sdk.handleRequest(request)
    if (response.ok) return this.#relay(lastEventId === null ? STANDALONE : (this.#stock.streamOf(lastEventId) ?? 'none'), response)
    const { message } = await refusedBySdk(response.clone())
    this.context.observe({ kind: 'request.refused', method: request.method, status: response.status, message })
    return response
  }

  /** No older connection of the stream is closed: the SDK decides which of them gets what. */
  #relay(stream: StreamName, response: Response): Response {
    const beside = true
    return this.respond(
      this.connections.attach(
        stream,
        (ended) => relayBody(response, { gate: this.gate, maxUnread: this.context.maxUnread, ended }),
        beside,
      ),
    )
  }
}

/**
 * Delivery of a session without resumability: the SDK's own response body, passed on as it is. No event ids, no replay; what is
 * written while nobody reads is lost. Only a first comment is added, so that the headers are sent at once.
 */
import { STANDALONE } from '../../protocol/event-id'
import type { StreamName } from '../../protocol/observation'
import { Refusal, shown } from '../http/errors'
import { relayBody } from './body/relay-body'
import { type CallStream, type DeliveryContext, type GetRequest, type Outgoing, SessionDelivery } from './session-delivery'

export class UnloggedDelivery extends SessionDelivery {
  readonly outgoing: Outgoing = { kind: 'written', json: false }
  readonly sendsIds = false

  constructor(context: DeliveryContext) {
    super(context, undefined)
  }

  async open({ id, stream }: CallStream, response: Response): Promise<Response> {
    return this.#relay(stream, await this.accept(response, id))
  }

  async get({ request, lastEventId, sdk }: GetRequest): Promise<Response> {
    if (lastEventId !== null) {
      throw new Refusal(400, `Last-Event-ID ${shown(lastEventId)} cannot be served: this session keeps no event log. Make the call again.`)
    }
    // The SDK would refuse a second standalone connection while it believes the first alive.
    sdk.closeStandaloneSSEStream()
    return this.#relay(STANDALONE, await this.accept(await sdk.handleRequest(request)))
  }

  #relay(stream: StreamName, response: Response): Response {
    return this.respond(
      this.connections.attach(stream, (ended) => relayBody(response, { gate: this.gate, maxUnread: this.context.maxUnread, ended })),
    )
  }
}

/** Delivery of calls as one JSON body each, which the SDK sends when the work is done. The standalone stream is unlogged. */
export class JsonDelivery extends UnloggedDelivery {
  override readonly outgoing: Outgoing = { kind: 'written', json: true }

  /** There is no response before the work is done: a call that is stopped must not wait for it. */
  override awaitSdk(response: Promise<Response>, { id, abort }: CallStream): Promise<Response> {
    const stopped = new Promise<never>((_, reject) => {
      const why = 'The call was cancelled, so it has no answer.'
      abort.signal.addEventListener('abort', () => reject(new Refusal(409, why, { id })), { once: true })
    })
    return Promise.race([response, stopped])
  }

  override async open({ id }: CallStream, response: Response): Promise<Response> {
    return this.accept(response, id)
  }
}

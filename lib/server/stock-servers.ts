/**
 * The event stores of the SDK's own delivery, observed: its own body and replay over our log (`sdk`), or over the store of its examples (`sdk-example`).
 * They behave as the SDK does, with its defects; only what is stored and replayed is observed.
 */
import { InMemoryEventStore } from '@modelcontextprotocol/sdk/examples/shared/inMemoryEventStore.js'
import type { EventStore } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { EventLog } from '../event-store/event-log'
import { createSdkEventStore, type Placement } from '../event-store/sdk-event-store'
import { streamOf } from '../protocol/event-id'
import { isResponse } from '../protocol/json-rpc'
import type { EventId, Observe, ServerFact, StreamName } from '../protocol/observation'
import { encodeText } from '../streams/bytes'

export type StockServer = {
  /** The store for a transport that says where its messages belong. */
  store(place: Placement): EventStore
  /** The stream of an event ID; undefined where the store has none. */
  streamOf(id: EventId): StreamName | undefined
}

/** The SDK's replay over our log, which is correct. */
export function stockOverLog(log: EventLog, observe: Observe<ServerFact>): StockServer {
  const store = (place: Placement) => observeReplay(createSdkEventStore(log, place, true), streamOf, observe)
  return { store, streamOf }
}

/** The SDK's replay over its example store, which never evicts and orders events by the text of their ids. */
export function stockExample(observe: Observe<ServerFact>): StockServer {
  const places = new Map<EventId, StreamName>()
  const counts = new Map<StreamName, number>()
  const streamOf = (id: EventId) => places.get(id)
  const store = (place: Placement): EventStore => {
    const inner = new InMemoryEventStore()
    const observed: EventStore = {
      async storeEvent(sdkStream, message) {
        // The place must be asked for synchronously, before the first await.
        const placed = place(sdkStream, message)
        const id = await inner.storeEvent(sdkStream, message)
        const { stream } = await placed
        const isPriming = !('jsonrpc' in message)
        const n = isPriming ? 0 : (counts.get(stream) ?? 0) + 1
        counts.set(stream, n)
        places.set(id, stream)
        const data = isPriming ? '' : JSON.stringify(message)
        const { byteLength } = encodeText(isPriming ? `id: ${id}\ndata: \n\n` : `event: message\nid: ${id}\ndata: ${data}\n\n`)
        observe({ kind: 'event.stored', stream, id, n, role: isPriming ? 'priming' : 'message', data, bytes: byteLength })
        if (isResponse(message)) observe({ kind: 'stream.completed', stream })
        return id
      },
      replayEventsAfter: (lastEventId, options) => inner.replayEventsAfter(lastEventId, options),
    }
    return observeReplay(observed, streamOf, observe)
  }
  return { store, streamOf }
}

/** Observes what a replay brought, once it is written. */
function observeReplay(store: EventStore, streamOf: StockServer['streamOf'], observe: Observe<ServerFact>): EventStore {
  return {
    storeEvent: (sdkStream, message) => store.storeEvent(sdkStream, message),
    async replayEventsAfter(lastEventId, { send }) {
      let through = lastEventId
      let count = 0
      const sdkStream = await store.replayEventsAfter(lastEventId, {
        send: (id, message) => {
          through = id
          count += 1
          return send(id, message)
        },
      })
      const stream = streamOf(lastEventId)
      if (stream !== undefined) observe({ kind: 'replay.started', stream, after: lastEventId, through, count })
      return sdkStream
    },
  }
}

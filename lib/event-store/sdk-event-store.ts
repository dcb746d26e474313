/**
 * The SDK's `EventStore` over an EventLog: maps each of the SDK's random stream ids to a readable name, and appends.
 * Not the log itself, and not the way this app replays (lib/server tails the log); `replayEventsAfter` serves the stock SDK transport.
 */
import type { EventStore } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js'
import { callStream, STANDALONE } from '../protocol/event-id'
import { isResponse } from '../protocol/json-rpc'
import type { EventId, StreamName } from '../protocol/observation'
import { CursorError, type EventLog, EventTooLargeError } from './event-log'

/** The SDK's constant name of the standalone stream. */
const SDK_STANDALONE = '_GET_stream'

/** Where a message of the SDK belongs. */
export type Place = {
  readonly stream: StreamName
  /** the request this stream answers, if it is known: an oversized message becomes an error answer to it */
  readonly request?: RequestId
  /** the priming event, when it is stored already */
  readonly primed?: EventId
  /** what to store in place of the message: `end` only ends the stream, `nothing` drops it */
  readonly instead?: 'end' | 'nothing'
}

/** Says where a message goes. Called once a message, synchronously inside the transport's `send`. */
export type Placement = (sdkStream: string, message: JSONRPCMessage) => Place | Promise<Place>

// The SDK primes a stream with an empty object, which is no JSON-RPC message.
const isPriming = (message: JSONRPCMessage): boolean => !('jsonrpc' in message)

/** What stands in the place of a message that is larger than the whole log. */
function tooLargeAnswer(request: RequestId, error: EventTooLargeError): JSONRPCMessage {
  const message = `The answer was too large to keep: ${error.message}. Ask for less, or raise PTP_MAX_BYTES on the server.`
  return { jsonrpc: '2.0', id: request, error: { code: -32603, message } }
}

/**
 * Makes an SDK event store that appends to `log`. Without `place`, streams are named `get` and `call-1`, `call-2`, … in order of appearance.
 * `getStreamIdForEventId` is absent on purpose: with it the stock transport answers 409 to a client that resumes while its dead
 * connection is still believed alive; without it the newer connection takes over.
 * `replays`: true when the SDK replays from it, and so needs its own names of the running streams.
 */
export function createSdkEventStore(log: EventLog, place?: Placement, replays = false): EventStore {
  const names = new Map<string, StreamName>()
  const placement = place ?? placeByAppearance(log, names)
  return {
    async storeEvent(sdkStream, message) {
      const { stream, request, primed, instead } = await placement(sdkStream, message)
      if (replays) names.set(sdkStream, stream)
      if (isPriming(message)) return primed ?? (await log.append(stream, '')).id
      if (instead === 'nothing') return (await log.latest(stream)) ?? `${stream}/0`
      const last = isResponse(message)
      if (last) names.delete(sdkStream)
      if (instead === 'end') return (await log.append(stream, '', { last: true })).id
      try {
        return (await log.append(stream, JSON.stringify(message), { last })).id
      } catch (error) {
        if (!(error instanceof EventTooLargeError) || request === undefined) throw error
        return (await log.append(stream, JSON.stringify(tooLargeAnswer(request, error)), { last: true })).id
      }
    },

    async replayEventsAfter(lastEventId, { send }) {
      let after = lastEventId
      // Read again until nothing is new: what is appended during a `send` must not fall between replay and live.
      for (;;) {
        const read = await log.readAfter(after)
        if (read.kind !== 'events') throw new CursorError(read.kind, after)
        for (const event of read.events) {
          if (event.role === 'message') await send(event.id, JSON.parse(event.data))
          after = event.id
        }
        if (read.events.length === 0) return sdkNameOf(names, read.stream)
      }
    },
  }
}

/** The transport looks a running stream up by the name it gave it; a finished one may have any. */
function sdkNameOf(names: ReadonlyMap<string, StreamName>, stream: StreamName): string {
  for (const [sdkStream, name] of names) if (name === stream) return sdkStream
  return stream
}

/** Names streams as they appear, and primes each. Keeps only running streams: a response ends one. */
function placeByAppearance(log: EventLog, names: Map<string, StreamName>): Placement {
  let calls = 0
  return (sdkStream, message) => {
    const known = names.get(sdkStream)
    if (known) return { stream: known }
    const stream = sdkStream === SDK_STANDALONE ? STANDALONE : callStream(++calls)
    names.set(sdkStream, stream)
    const priming = log.append(stream, '')
    return priming.then(({ id }) => (isPriming(message) ? { stream, primed: id } : { stream }))
  }
}

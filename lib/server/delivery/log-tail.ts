/**
 * A connection as a tail of the event log: it replays what was missed, then follows live, then ends after the stream's response.
 * Frames, and the reader that joins them. MCP 2025-11-25, basic/transports, "Resumability and Redelivery".
 */
import { CursorError, type StoredEvent } from '../../event-store/event-log'
import type { EventId, Milliseconds } from '../../protocol/observation'
import { formatComment, formatFrame } from '../../protocol/sse'
import { encodeText, joinBytes } from '../../streams/bytes'
import { type BodyEnd, SseConnection } from './body/sse-connection'
import type { HoldGate } from './hold-gate'

type TailOptions = {
  /** the events it carries, replayed and then live; called once, when the body is first read */
  readonly follow: (signal: AbortSignal) => AsyncIterable<readonly StoredEvent[]>
  /** written at once */
  readonly first: Uint8Array
  /** true: leaves events with empty data out */
  readonly skipsEmpty: boolean
  /** an event as it is written */
  readonly frame: (event: StoredEvent) => Uint8Array
  /** while shut, events wait in the log, unwritten */
  readonly gate: HoldGate
  /** called each time events are written */
  readonly written: (events: readonly StoredEvent[]) => void
  readonly ended: (how: BodyEnd) => void
}

/** The first frame of a connection that may not carry an id: the headers are sent with the first byte. */
export const OPEN_COMMENT: Uint8Array = encodeText(formatComment('open'))

/**
 * The first frame repeats the id the client may resume after, and the reconnection time in milliseconds. So a connection that is cut
 * before anything new came still leaves the client with its last event ID.
 */
export const firstFrame = (after: EventId, retry: Milliseconds): Uint8Array => encodeText(formatFrame({ id: after, retry, data: '' }))

/** The reconnection time alone, as the last frame before a server closes a connection and not the stream. */
export const retryFrame = (retry: Milliseconds): Uint8Array => encodeText(formatFrame({ retry }))

/** Opens a tail. Events are in the log already, so nothing can fall between replay and live. */
export function openTail({ follow, first, skipsEmpty, frame, gate, written, ended }: TailOptions): SseConnection {
  let batches: AsyncIterator<readonly StoredEvent[]> | undefined
  const next = async (signal: AbortSignal): Promise<Uint8Array | undefined> => {
    batches ??= follow(signal)[Symbol.asyncIterator]()
    try {
      for (;;) {
        const { done, value } = await batches.next()
        if (done) return undefined
        if (gate.shut) await gate.opened(signal)
        if (signal.aborted) return undefined
        const events = skipsEmpty ? value.filter(({ role }) => role === 'message') : value
        written(value)
        if (events.length > 0) return joinBytes(events.map(frame))
      }
    } catch (error) {
      // This reader was so slow that its place was evicted. Its next GET is refused with 400, which says so.
      if (error instanceof CursorError) return undefined
      throw error
    }
  }
  return new SseConnection({ first, next, ended })
}

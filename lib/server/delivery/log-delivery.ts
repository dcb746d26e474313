/**
 * A connection as a tail of the event log: replay what was missed, then follow live, then end after the stream's response.
 * The answer to a POST is the same thing, begun after the priming event. MCP 2025-11-25, basic/transports, "Resumability and Redelivery".
 */
import { CursorError, type CursorProblem, type EventLog, type StoredEvent } from '../../event-store/event-log'
import type { EventId, Milliseconds } from '../../protocol/observation'
import { joinBytes } from '../http/body'
import { CODE, Refusal, shown } from '../http/errors'
import type { Gate } from './hold-gate'
import { type BodyEnd, SseConnection } from './sse-connection'

type TailOptions = {
  /** the events it carries, replayed and then live; called once, when it is first read */
  readonly follow: (signal: AbortSignal) => AsyncIterable<readonly StoredEvent[]>
  /** written at once */
  readonly first: Uint8Array
  /** false for a client older than 2025-11-25, which cannot read an event with empty data */
  readonly primes: boolean
  /** the frame of an event, where it is not the stored one */
  readonly frame?: ((event: StoredEvent) => Uint8Array) | undefined
  /** shut: events wait in the log, unwritten */
  readonly gate: Gate
  /** called each time events are written */
  readonly written: (events: readonly StoredEvent[]) => void
  readonly ended: (how: BodyEnd) => void
}

const encoder = new TextEncoder()

/** The longest `Last-Event-ID` that is looked at. */
const MAX_ID = 96

/**
 * The first frame repeats the id the client may resume after, and the reconnection time. So a connection that is cut before
 * anything new came still leaves the client with its last event ID.
 */
export function firstFrame(after: EventId, retry: Milliseconds, primes: boolean): Uint8Array {
  return encoder.encode(primes ? `id: ${after}\nretry: ${retry}\ndata: \n\n` : ': open\n\n')
}

/** The reconnection time alone, as the last frame before a server closes a connection and not the stream. */
export const retryFrame = (retry: Milliseconds): Uint8Array => encoder.encode(`retry: ${retry}\n\n`)

/** Opens a tail. Events are in the log already, so nothing can fall between replay and live. */
export function openTail({ follow, first, primes, frame, gate, written, ended }: TailOptions): SseConnection {
  let batches: AsyncIterator<readonly StoredEvent[]> | undefined
  const next = async (signal: AbortSignal): Promise<Uint8Array | undefined> => {
    batches ??= follow(signal)[Symbol.asyncIterator]()
    try {
      for (;;) {
        const { done, value } = await batches.next()
        if (done) return undefined
        if (gate.shut) await gate.opened(signal)
        if (signal.aborted) return undefined
        const frames = framesOf(value, primes, frame)
        written(value)
        if (frames.length > 0)
          return joinBytes(
            frames,
            frames.reduce((sum, frame) => sum + frame.byteLength, 0),
          )
      }
    } catch (error) {
      // This reader was so slow that its place was evicted. Its next GET is told so with a 400.
      if (error instanceof CursorError) return undefined
      throw error
    }
  }
  return new SseConnection({ first, next, ended })
}

function framesOf(events: readonly StoredEvent[], primes: boolean, frame: TailOptions['frame']): Uint8Array[] {
  const frames: Uint8Array[] = []
  for (const event of events) if (primes || event.role === 'message') frames.push(frame ? frame(event) : event.frame)
  return frames
}

/** What a GET with `Last-Event-ID` will get. */
type ReplayPlan = { readonly stream: string; readonly through: EventId; readonly count: number }

/** Looks a last event ID up. Refuses with 400 when it cannot be served, saying why and what to do. */
export async function planReplay(log: EventLog, lastEventId: EventId): Promise<ReplayPlan> {
  if (lastEventId.length > MAX_ID) throw badCursor('malformed', lastEventId)
  const read = await log.readAfter(lastEventId, 0)
  if (read.kind !== 'events') throw badCursor(read.kind, lastEventId)
  const through = (await log.latest(read.stream)) ?? lastEventId
  return { stream: read.stream, through, count: numberOf(through) - numberOf(lastEventId) }
}

const numberOf = (id: EventId): number => Number(id.slice(id.lastIndexOf('/') + 1))

function badCursor(problem: CursorProblem, id: EventId): Refusal {
  const value = `Last-Event-ID ${shown(id)}`
  const message = {
    malformed: `${value} is not an event ID of this server, such as "call-2/9". Send the id field of the last event you received, as it came.`,
    unknown: `${value} was never handed out in this session. Send the last event ID of a stream of this very session.`,
    evicted: `${value} is too old: events after it were evicted to make room. They cannot be replayed; make the call again.`,
  }[problem]
  return new Refusal(400, message, { code: CODE.refused })
}

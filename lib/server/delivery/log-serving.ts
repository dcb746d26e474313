/**
 * What log delivery writes and replays: here the correct way. Each server of the gallery replaces some members of it (broken/).
 */
import type { CursorProblem, EventLog, StoredEvent } from '../../event-store/event-log'
import { parseEventId } from '../../protocol/event-id'
import type { EventId, Milliseconds, StreamName } from '../../protocol/observation'
import { CODE, Refusal, shown } from '../http/errors'
import { firstFrame } from './log-tail'

/** What a connection carries: batches of stored events, until they end or the signal aborts. */
export type Batches = (signal: AbortSignal) => AsyncIterable<readonly StoredEvent[]>

/** The response to a GET with Last-Event-ID. */
export type Resumed = {
  /** the stream that the id is taken for */
  readonly stream: StreamName
  /** the newest event that is replayed; what comes later is live */
  readonly through: EventId
  /** how many events are replayed */
  readonly count: number
  readonly batches: Batches
}

export type LogServing = {
  readonly log: EventLog
  /** Looks a last event ID up. Throws a Refusal (400) that says why it cannot be served, and what to do. */
  readonly resume: (lastEventId: EventId) => Promise<Resumed>
  /** whether the response to a POST begins with the id of its priming event */
  readonly primesPost: boolean
  /** the first frame of a connection that resumes after `after`; `retry` in milliseconds */
  readonly firstFrame: (stream: StreamName, after: EventId, retry: Milliseconds) => Uint8Array
  /** an event as it is written */
  readonly frame: (event: StoredEvent) => Uint8Array
  /** whether the ids in these frames are those of the log */
  readonly writesStoredIds: boolean
  /** called each time events were written to a connection */
  readonly written: (events: readonly StoredEvent[]) => void
  /** called when the connection of a call's stream is gone; `announce` sends a log message on the standalone stream */
  readonly lost: (stream: StreamName, announce: (text: string) => Promise<void>) => void
  /** whether the session goes on answering after DELETE */
  readonly survivesEnd: boolean
}

/** The correct server: replay and live are one read of the log, so nothing can fall between them. */
export function serveFromLog(log: EventLog): LogServing {
  return {
    log,
    resume: (lastEventId) => resumeFromLog(log, lastEventId),
    primesPost: true,
    firstFrame: (_, after, retry) => firstFrame(after, retry),
    frame: ({ frame }) => frame,
    writesStoredIds: true,
    written: () => {},
    lost: () => {},
    survivesEnd: false,
  }
}

/** The longest `Last-Event-ID` that is looked up, in characters. */
const MAX_ID = 96

async function resumeFromLog(log: EventLog, lastEventId: EventId): Promise<Resumed> {
  if (lastEventId.length > MAX_ID) throw badCursor('malformed', lastEventId)
  const read = await log.readAfter(lastEventId, 0)
  if (read.kind !== 'events') throw badCursor(read.kind, lastEventId)
  const through = (await log.latest(read.stream)) ?? lastEventId
  const count = numberOf(through) - numberOf(lastEventId)
  return { stream: read.stream, through, count, batches: (signal) => log.follow(lastEventId, signal) }
}

const numberOf = (id: EventId): number => parseEventId(id)?.n ?? Number.NaN

function badCursor(problem: CursorProblem, id: EventId): Refusal {
  const value = `Last-Event-ID ${shown(id)}`
  const message = {
    malformed: `${value} is not an event ID of this server, such as "call-2/9". Send the id field of the last event you received, as it came.`,
    unknown: `${value} was never handed out in this session. Send the last event ID of a stream of this very session.`,
    evicted: `${value} is too old: events after it were evicted to make room. They cannot be replayed; make the call again.`,
  }[problem]
  return new Refusal(400, message, { code: CODE.refused })
}

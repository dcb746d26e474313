/**
 * What a server that is broken on purpose does differently from the correct one; whatever it leaves out is correct. Each bug of the
 * gallery is one file in a folder beside this one, and each has a public reference in lib/faults/gallery.ts.
 */
import type { EventLog, StoredEvent } from '../../event-store/event-log'
import { type ParsedEventId, parseEventId } from '../../protocol/event-id'
import type { EventId, StreamName } from '../../protocol/observation'
import { type LogServing, type Resumed, serveFromLog } from '../delivery/log-serving'

export type BrokenServer = Partial<Pick<LogServing, 'log' | 'primesPost' | 'frame' | 'written' | 'lost' | 'survivesEnd'>> & {
  /** Replaces the correct resume. Throws a Refusal to refuse; undefined: the correct one serves this id. */
  readonly resume?: (lastEventId: EventId) => Promise<Resumed | undefined>
}

/** Makes the broken server of one session over its log. */
export type MakeBroken = (log: EventLog) => BrokenServer

/** Log delivery as `make` breaks it. */
export function serveBroken(log: EventLog, make: MakeBroken): LogServing {
  const { resume, frame, ...others } = make(log)
  const correct = serveFromLog(others.log ?? log)
  return {
    ...correct,
    ...others,
    resume: async (lastEventId) => (await resume?.(lastEventId)) ?? correct.resume(lastEventId),
    ...(frame && { frame, firstFrame: (stream, after) => frame(primingEvent(stream, after)), writesStoredIds: false }),
  }
}

const primingEvent = (stream: StreamName, id: EventId): StoredEvent => ({
  id,
  stream,
  n: 0,
  role: 'priming',
  data: '',
  frame: new Uint8Array(),
})

/** `call-2/9` → stream and number; the ids of our log always are. */
export function placeOf(id: EventId): ParsedEventId {
  return parseEventId(id) ?? { stream: '', n: Number.NaN }
}

/** How many events of its stream come after `id`, and the newest of them; as the correct replay would report. */
export async function reachOf(log: EventLog, id: EventId): Promise<{ readonly through: EventId; readonly count: number }> {
  const through = (await log.latest(placeOf(id).stream)) ?? id
  return { through, count: Math.max(0, placeOf(through).n - placeOf(id).n) }
}

/** The id before the oldest event that is still stored, from `id` on: the first that can be served. */
export async function firstServed(log: EventLog, id: EventId): Promise<EventId> {
  const { stream, n } = placeOf(id)
  const newest = placeOf((await log.latest(stream)) ?? id).n
  for (let k = n; k < newest; k++) if ((await log.readAfter(`${stream}/${k}`, 0)).kind === 'events') return `${stream}/${k}`
  return `${stream}/${newest}`
}

/** Yields nothing until the signal aborts. */
export async function* silence(signal: AbortSignal): AsyncGenerator<readonly StoredEvent[]> {
  if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

/**
 * What a server that is broken on purpose does otherwise than ours; everything it leaves out is as ours. Each bug of the gallery is one
 * file beside this one, and each has a public reference in lib/faults/gallery.ts.
 */
import type { EventLog, StoredEvent } from '../../event-store/event-log'
import type { EventId, StreamName } from '../../protocol/observation'

/** What a connection carries: batches of stored events, until they end or the signal aborts. */
type Batches = (signal: AbortSignal) => AsyncIterable<readonly StoredEvent[]>

/** The answer to a GET with Last-Event-ID. */
export type BrokenResume = {
  /** the stream that the server takes it for */
  readonly stream: StreamName
  /** the newest event that is replayed, and how many are; what comes later is live */
  readonly through: EventId
  readonly count: number
  readonly batches: Batches
}

export type BrokenServer = {
  /** false: the answer to a POST has no event of its own before the first message */
  readonly primes?: false
  /** The log as this server uses it. */
  readonly log?: EventLog
  /** Instead of planReplay and a tail. Throws a Refusal to refuse; undefined: as ours. */
  readonly resume?: (lastEventId: EventId) => Promise<BrokenResume | undefined>
  /** A frame as it is written. */
  readonly frame?: (event: StoredEvent) => Uint8Array
  /** Events were written to some connection. */
  readonly written?: (events: readonly StoredEvent[]) => void
  /** A connection of this stream is gone; `say` says something on the standalone stream. */
  readonly lost?: (stream: StreamName, say: (text: string) => Promise<void>) => void
  /** true: goes on answering after its end */
  readonly survivesEnd?: true
}

/** Makes the broken server of one session over its log. */
export type MakeBroken = (log: EventLog) => BrokenServer

/** `call-2/9` → stream and number; the ids of our log always are. */
export function placeOf(id: EventId): { readonly stream: StreamName; readonly n: number } {
  const slash = id.lastIndexOf('/')
  return { stream: id.slice(0, slash), n: Number(id.slice(slash + 1)) }
}

/** How many events of its stream come after `id`, and the newest of them; as our own replay would say. */
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

/** Says nothing, for ever. */
export async function* silence(signal: AbortSignal): AsyncGenerator<readonly StoredEvent[]> {
  if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

/** One list of events for all streams: a resume brings everything that was stored after the last event ID, whichever stream it is of. */
import type { EventLog, StoredEvent } from '../../../event-store/event-log'
import { type MakeBroken, placeOf } from '../broken-server'

export const acrossStreams: MakeBroken = (log) => {
  const all: StoredEvent[] = []
  const listed: EventLog = {
    append: async (stream, data, options) => {
      const event = await log.append(stream, data, options)
      all.push(event)
      return event
    },
    readAfter: (id, limit) => log.readAfter(id, limit),
    latest: (stream) => log.latest(stream),
    follow: (id, signal) => log.follow(id, signal),
    evict: (leave) => log.evict(leave),
    size: () => log.size(),
    close: () => log.close(),
  }
  return {
    log: listed,
    async resume(lastEventId) {
      const at = all.findIndex(({ id }) => id === lastEventId)
      if (at < 0) return undefined
      const { stream } = placeOf(lastEventId)
      const later = all.slice(at + 1)
      const newest = later.findLast((event) => event.stream === stream)?.id ?? lastEventId
      return {
        stream,
        through: newest,
        count: later.length,
        async *batches(signal) {
          if (later.length > 0) yield later
          yield* log.follow(newest, signal)
        },
      }
    },
    // Sends a log message, so that there is an event on another stream, as many servers do when a client disconnects.
    lost: (stream, announce) => void announce(`The connection of ${stream} was lost.`).catch(() => {}),
  }
}

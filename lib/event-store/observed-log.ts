/**
 * An event log that observes every append at the moment it is stored. It wraps any log and stores nothing itself.
 */

import type { Observe, ServerFact, StreamName } from '../protocol/observation'
import type { EventLog } from './event-log'

/** `log`, with every append observed. `completed` is called for each stream that got its last event. */
export function observeLog(log: EventLog, observe: Observe<ServerFact>, completed: (stream: StreamName) => void): EventLog {
  return {
    async append(stream, data, options) {
      const event = await log.append(stream, data, options)
      const { id, n, role, frame } = event
      observe({ kind: 'event.stored', stream, id, n, role, data, bytes: frame.byteLength })
      if (options?.last) {
        observe({ kind: 'stream.completed', stream })
        completed(stream)
      }
      return event
    },
    readAfter: (id, limit) => log.readAfter(id, limit),
    latest: (stream) => log.latest(stream),
    follow: (id, signal) => log.follow(id, signal),
    evict: (leave) => log.evict(leave),
    ...(log.snapshot && { snapshot: () => (log.snapshot as NonNullable<EventLog['snapshot']>)() }),
    size: () => log.size(),
    close: () => log.close(),
  }
}

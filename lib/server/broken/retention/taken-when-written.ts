/** The store is a queue: what is written to a connection is taken out of it, whether or not it arrived. */
import type { StreamName } from '../../../protocol/observation'
import { type MakeBroken, placeOf } from '../broken-server'

export const takenWhenWritten: MakeBroken = (log) => {
  const taken = new Map<StreamName, number>()
  return {
    written(events) {
      for (const { stream, n } of events) taken.set(stream, n)
    },
    async resume(lastEventId) {
      const { stream, n } = placeOf(lastEventId)
      const next = `${stream}/${Math.max(n, taken.get(stream) ?? n)}`
      const latest = (await log.latest(stream)) ?? next
      const count = placeOf(latest).n - placeOf(next).n
      return { stream, through: latest, count, batches: (signal) => log.follow(next, signal) }
    },
  }
}

/** The number in an event ID is taken for a position in the list of stored events; eviction shifts the list, and the position with it. */
import type { EventLog } from '../../../event-store/event-log'
import type { EventId } from '../../../protocol/observation'
import { firstServed, type MakeBroken, placeOf } from '../broken-server'

export const shiftingPosition: MakeBroken = (log) => ({
  async resume(lastEventId) {
    const { stream, n } = placeOf(lastEventId)
    if ((await log.latest(stream)) === undefined) return undefined
    const before = await firstServed(log, `${stream}/0`)
    const evicted = (await log.readAfter(`${stream}/0`, 0)).kind === 'evicted' ? placeOf(before).n + 1 : 0
    const latest = (await log.latest(stream)) ?? lastEventId
    const after = n + evicted
    return {
      stream,
      through: latest,
      count: Math.max(0, placeOf(latest).n - after),
      batches: (signal) => beyond(log, before, after, signal),
    }
  },
})

/** What comes after number `after`, which may not have been stored yet. */
async function* beyond(log: EventLog, before: EventId, after: number, signal: AbortSignal) {
  for await (const batch of log.follow(before, signal)) {
    const later = batch.filter(({ n }) => n > after)
    if (later.length > 0) yield later
  }
}

/** A last event ID older than the buffer is answered with what the buffer has, as if nothing were missing. */
import { firstServed, type MakeBroken, placeOf, reachOf } from '../broken-server'

export const staleCursor: MakeBroken = (log) => ({
  async resume(lastEventId) {
    if ((await log.readAfter(lastEventId, 0)).kind !== 'evicted') return undefined
    const next = await firstServed(log, lastEventId)
    return { stream: placeOf(next).stream, ...(await reachOf(log, next)), batches: (signal) => log.follow(next, signal) }
  },
})

/** The record of a stream is cleared as soon as its response is stored, whether or not anyone has received it. */
import { type MakeBroken, placeOf } from '../broken-server'

export const responseCleared: MakeBroken = (log) => ({
  async resume(lastEventId) {
    const read = await log.readAfter(lastEventId, 0)
    if (read.kind !== 'events' || !read.completed) return undefined
    return { stream: placeOf(lastEventId).stream, through: lastEventId, count: 0, async *batches() {} }
  },
})

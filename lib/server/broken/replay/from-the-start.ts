/** Last-Event-ID tells this server which stream is meant, and nothing more: it begins again with the first event. */
import { firstServed, type MakeBroken, placeOf, reachOf } from '../broken-server'

export const fromTheStart: MakeBroken = (log) => ({
  async resume(lastEventId) {
    if ((await log.readAfter(lastEventId, 0)).kind !== 'events') return undefined
    const { stream } = placeOf(lastEventId)
    const first = await firstServed(log, `${stream}/0`)
    return { stream, ...(await reachOf(log, first)), batches: (signal) => log.follow(first, signal) }
  },
})

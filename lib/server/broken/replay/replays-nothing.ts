/** The stream is looked up by the part of the event ID before its first "-": there is no such stream, and no error either. */
import { type MakeBroken, placeOf, silence } from '../broken-server'

export const replaysNothing: MakeBroken = (log) => ({
  async resume(lastEventId) {
    const [stream = ''] = lastEventId.split('-')
    if ((await log.latest(stream)) !== undefined) return undefined
    return { stream: placeOf(lastEventId).stream, through: lastEventId, count: 0, batches: silence }
  },
})

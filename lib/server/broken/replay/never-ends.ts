/** A replay does not look whether it has just sent the response: the connection stays open, for nothing. */
import { type MakeBroken, placeOf, reachOf, silence } from '../broken-server'

export const neverEnds: MakeBroken = (log) => ({
  async resume(lastEventId) {
    if ((await log.readAfter(lastEventId, 0)).kind !== 'events') return undefined
    return {
      stream: placeOf(lastEventId).stream,
      ...(await reachOf(log, lastEventId)),
      async *batches(signal) {
        yield* log.follow(lastEventId, signal)
        yield* silence(signal)
      },
    }
  },
})

/** A replay does not check whether it has sent the response: the connection stays open, and nothing follows. */
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

/** Replay reads what is stored, and only then subscribes: an event that is stored between the two is lost. */
import { type MakeBroken, placeOf, reachOf } from '../broken-server'

export const handoffGap: MakeBroken = (log) => ({
  async resume(lastEventId) {
    const read = await log.readAfter(lastEventId)
    if (read.kind !== 'events') return undefined
    return {
      stream: placeOf(lastEventId).stream,
      ...(await reachOf(log, lastEventId)),
      async *batches(signal) {
        if (read.events.length > 0) yield read.events
        let listening = false
        for await (const batch of log.follow(read.events.at(-1)?.id ?? lastEventId, signal)) {
          const heard = listening ? batch : batch.slice(1)
          listening = true
          if (heard.length > 0) yield heard
        }
      },
    }
  },
})

/**
 * What the tests of event logs share: a follower that collects in the background, and a way to let it go on.
 */

import { CursorError, type EventLog, type StoredEvent } from '../../lib/event-store/event-log'
import type { EventId } from '../../lib/protocol/observation'

/** Waits until all that needs no timer is done. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

export const idsOf = (events: readonly StoredEvent[]): EventId[] => events.map((event) => event.id)

/** A follower that collects in the background. */
export function follower(log: EventLog, after: EventId) {
  const abort = new AbortController()
  const got: EventId[] = []
  const outcome = (async () => {
    try {
      for await (const batch of log.follow(after, abort.signal)) got.push(...idsOf(batch))
      return 'ended'
    } catch (error) {
      if (error instanceof CursorError) return error.problem
      throw error
    }
  })()
  let ended: string | undefined
  outcome.then((how) => {
    ended = how
  })
  return { after, got, abort, outcome, ended: () => ended }
}

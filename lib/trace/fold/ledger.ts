/**
 * The ledger: one sum over the events that carry a message. stored − received = missing + underway + lost, at every moment.
 */
import type { Ledger, StreamRecord } from '../snapshot-types'

/** Counts the events of the given streams. Priming events are shown elsewhere, and not counted. */
export function countLedger(streams: readonly (StreamRecord | undefined)[]): Ledger {
  const fates = { underway: 0, received: 0, missing: 0, replayed: 0, duplicated: 0, lost: 0 }
  for (const stream of streams) {
    if (!stream) continue
    for (const event of stream.events) if (event.role === 'message') fates[event.fate] += 1
  }
  const { missing, underway, lost, replayed, duplicated } = fates
  const received = fates.received + replayed + duplicated
  return { stored: received + missing + underway + lost, received, missing, underway, lost, replayed, duplicated }
}

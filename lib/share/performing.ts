/**
 * Does a scenario again: which of its acts are due, told by what was observed. No timer anywhere: an act waits for its count of events, or
 * for the moment nothing more can come.
 */
import type { Snapshot } from '../trace/snapshot-types'
import type { Act, Mark, Scenario } from './scenario'

export type Counts = {
  readonly received: number
  readonly stored: number
  /** the stream is complete, or the call has its answer: no count will grow by itself */
  readonly atEnd: boolean
}

/** The counts of the call on stage. */
export function countsOf({ stage, call }: Snapshot): Counts {
  const messages = stage.call?.events.filter(({ role }) => role === 'message') ?? []
  return {
    received: messages.filter(({ receipts }) => receipts.length > 0).length,
    stored: messages.filter(({ storedAt }) => storedAt !== undefined).length,
    atEnd: stage.call?.completedAt !== undefined || call?.settled !== undefined,
  }
}

/** How many of the acts, from `done` on, are due now: each waits for the one before it. */
export function dueActs({ acts }: Scenario, done: number, counts: Counts): readonly Act[] {
  const rest = acts.slice(done)
  const next = rest.findIndex((act) => !isDue(act.after, counts))
  return next === -1 ? rest : rest.slice(0, next)
}

function isDue({ count, n }: Mark, counts: Counts): boolean {
  if (counts[count] >= n) return true
  // The run is shorter than the one that was shared: nothing more will be stored, so nothing is waited for.
  return count === 'stored' && counts.atEnd
}

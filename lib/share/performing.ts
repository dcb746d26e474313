/**
 * Does a scenario again: which of its acts are due, told by what was observed. No timer anywhere: an act waits for its count of events, or
 * for the moment nothing more can come.
 */
import { FAULTS } from '../faults/faults'
import type { Snapshot } from '../trace/snapshot-types'
import type { Act, Scenario } from './scenario'

export type Counts = {
  readonly received: number
  readonly stored: number
  /** the stream is complete, the call has its answer, or the session is gone: no count will grow by itself */
  readonly atEnd: boolean
  /** an edited resume was refused: the client waits to be told to ask with what it kept */
  readonly editRefused: boolean
}

/** The counts of the call on stage. */
export function countsOf({ stage, call, refused, session }: Snapshot): Counts {
  const messages = stage.call?.events.filter(({ role }) => role === 'message') ?? []
  return {
    received: messages.filter(({ receipts }) => receipts.length > 0).length,
    stored: messages.filter(({ storedAt }) => storedAt !== undefined).length,
    // A call may fail long before the server has said everything: without an event log it fails with the cut.
    atEnd: stage.call?.completedAt !== undefined || call?.settled?.outcome === 'result' || session?.state === 'ended',
    editRefused: refused?.edited === true,
  }
}

/** The acts that come before the run: what is armed, or goes on, and was set before anything came. It strikes in the run that follows. */
export function actsBeforeStart({ acts }: Scenario): readonly Act[] {
  const until = acts.findIndex((act) => !canWaitForRun(act))
  return until === -1 ? acts : acts.slice(0, until)
}

/** Which of the acts, from `done` on, are due now: each waits for the one before it. */
export function dueActs({ acts }: Scenario, done: number, counts: Counts): readonly Act[] {
  const rest = acts.slice(done)
  const next = rest.findIndex((act) => !isDue(act, counts))
  return next === -1 ? rest : rest.slice(0, next)
}

function isDue({ kind, after: { count, n } }: Act, counts: Counts): boolean {
  if (kind === 'as-kept') return counts.editRefused || counts.atEnd
  if (counts[count] >= n) return true
  // The run is shorter than the one that was shared: nothing more will be stored, so nothing is waited for.
  return count === 'stored' && counts.atEnd
}

function canWaitForRun(act: Act): boolean {
  if (act.kind !== 'fault' || !act.on || act.after.n > 0) return false
  const manner = FAULTS.find(({ id }) => id === act.fault)?.manner
  return manner === 'moment' || manner === 'while'
}

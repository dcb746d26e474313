/**
 * Does a scenario again: which of its acts are due, told by what was observed. No timer anywhere: an act waits for its count of events, or
 * for the moment nothing more can come.
 */
import { staysSet } from '../faults/faults'
import type { Counts } from './counts'
import type { Act, Scenario } from './scenario'

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
  return act.kind === 'fault' && act.on && act.after.n === 0 && staysSet(act.fault)
}

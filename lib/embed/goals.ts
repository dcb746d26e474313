/**
 * What the reader has achieved in runs of their own, read from the trace: once reached, a goal stays reached. A recorded run reaches nothing.
 */
import type { PlaygroundState } from '../playground/types'
import { snapshotAt } from '../trace/snapshot'
import type { Trace } from '../trace/trace'
import type { GoalId } from './scenarios/scenarios'

/** Those of `goals` that this state shows to be reached. */
export function goalsReached(goals: readonly GoalId[], { trace, now, phase }: Pick<PlaygroundState, 'trace' | 'now' | 'phase'>): GoalId[] {
  if (phase === 'recorded' || trace.recorded) return []
  const pulls = pullsWhileRunning(trace)
  const { ledger, plug } = snapshotAt(trace, now)
  const reached: Record<GoalId, boolean> = {
    cut: pulls > 0,
    'cut-again': pulls > 1,
    resumed: (pulls > 0 || wasClosed(trace)) && ledger.replayed > 0 && ledger.missing === 0 && plug === 'in',
    lost: pulls > 0 && ledger.lost > 0,
  }
  return goals.filter((goal) => reached[goal])
}

/** A share of the goals, from 0 to 1. */
export const scoreOf = (goals: readonly GoalId[], done: ReadonlySet<GoalId>): number =>
  goals.length === 0 ? 0 : goals.filter((goal) => done.has(goal)).length / goals.length

/** Pulls between the call and its answer. */
function pullsWhileRunning({ observations }: Trace): number {
  let running = false
  let pulls = 0
  for (const { kind } of observations) {
    if (kind === 'call.started') running = true
    else if (kind === 'call.settled') running = false
    else if (kind === 'plug.pulled' && running) pulls++
  }
  return pulls
}

/** The server ended a connection on purpose. */
const wasClosed = ({ observations }: Trace): boolean =>
  observations.some((seen) => seen.kind === 'fault.set' && seen.fault === 'polite-close' && seen.state !== 'off')

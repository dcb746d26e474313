/**
 * What a frame tells its host about the run on stage: numbers and ids of events. Never a session id, never who the reader is.
 */
import type { PlaygroundState } from '../playground/types'
import type { EpochMs } from '../protocol/observation'
import { snapshotAt } from '../trace/snapshot'
import { runEndOf } from '../trace/timeline/run-end'
import { nextStop, stopsOf } from '../trace/timeline/steps'
import { extentOf, type Trace } from '../trace/trace'
import { scoreOf } from './goals'
import type { GoalId, Scenario } from './scenarios/scenarios'

export type EmbedView = {
  readonly scenario: string
  /** `recorded`, `starting`, `running` or `settled` */
  readonly phase: PlaygroundState['phase']
  readonly plug: 'in' | 'out'
  /** stops passed at the playhead, and all there are so far */
  readonly step: number
  readonly steps: number
  /** milliseconds from the beginning of the run to the playhead */
  readonly moment: number
  readonly playing: boolean
  readonly ledger: Readonly<Record<'stored' | 'received' | 'missing' | 'lost' | 'replayed' | 'duplicated', number>>
  /** stream → the id the client would send */
  readonly lastEventIds: Readonly<Record<string, string>>
  readonly goals: Readonly<Partial<Record<GoalId, boolean>>>
  /** share of the goals, from 0 to 1 */
  readonly score: number
}

type Shown = Pick<PlaygroundState, 'trace' | 'now' | 'playhead' | 'phase' | 'playing'>

/** Before anybody has done anything: the recorded run, where it is first shown. Known when the page is built. */
export const firstViewOf = (scenario: Scenario, trace: Trace, opensAt: EpochMs): EmbedView =>
  viewOf(
    scenario,
    { trace, now: runEndOf(trace) ?? opensAt, playhead: { kind: 'at', at: opensAt }, phase: 'recorded', playing: false },
    new Set(),
  )

export function viewOf(scenario: Scenario, state: Shown, done: ReadonlySet<GoalId>): EmbedView {
  // A host is told what is so, also while the page still shows a replay event by event.
  const at = state.playhead.kind === 'at' ? state.playhead.at : state.now
  const { ledger, plug, kept } = snapshotAt(state.trace, at)
  const { stored, received, missing, lost, replayed, duplicated } = ledger
  return {
    scenario: scenario.name,
    phase: state.phase,
    plug,
    step: stepAt(state.trace, at),
    steps: stopsOf(state.trace, 'event').length,
    moment: Math.max(0, Math.round(at - (extentOf(state.trace)?.from ?? at))),
    playing: state.playing,
    ledger: { stored, received, missing, lost, replayed, duplicated },
    lastEventIds: { ...kept.lastEventIds },
    goals: Object.fromEntries(scenario.goals.map((goal) => [goal, done.has(goal)])),
    score: scoreOf(scenario.goals, done),
  }
}

/** How many stops lie at or before `at`: step 0 is before the first. */
export function stepAt(trace: Trace, at: EpochMs): number {
  return stopsOf(trace, 'event').filter((stop) => stop <= at).length
}

/** The moment of step `step`; the last one when there are fewer. */
export function momentOfStep(trace: Trace, step: number): EpochMs | undefined {
  const stops = stopsOf(trace, 'event')
  const from = extentOf(trace)?.from
  if (step <= 0) return from
  return stops[Math.min(step, stops.length) - 1] ?? (from === undefined ? undefined : nextStop(stops, from, 1))
}

/**
 * A trace: the observations of one run, ordered by when they were made. Append-only: nothing recorded is ever changed.
 */
import type { EpochMs, Observation } from '../protocol/observation'

/** Ordered by `at`, then `seq`. A new array for each change, so that identity tells. */
export type Trace = {
  readonly observations: readonly Observation[]
  readonly recorded?: { readonly takenOn: string; readonly note: string }
}

export const EMPTY_TRACE: Trace = { observations: [] }

/**
 * A trace with `added` in it. Facts of the two vantage points arrive interleaved, so a late one is put in its place in time.
 */
export function appendToTrace(trace: Trace, added: readonly Observation[]): Trace {
  if (added.length === 0) return trace
  const observations = [...trace.observations, ...added]
  for (let i = trace.observations.length; i < observations.length; i++) settle(observations, i)
  return { ...trace, observations }
}

/** First and last moment of a trace; undefined when nothing was observed. */
export function extentOf(trace: Trace): { readonly from: EpochMs; readonly to: EpochMs } | undefined {
  const first = trace.observations[0]
  const last = trace.observations[trace.observations.length - 1]
  return first && last ? { from: first.at, to: last.at } : undefined
}

/** Insertion from the end: arrivals are almost in order, so this is one comparison for nearly all of them. */
function settle(observations: Observation[], index: number): void {
  const moved = observations[index]
  if (!moved) return
  let i = index
  for (let before = observations[i - 1]; before && isAfter(before, moved); before = observations[--i - 1]) observations[i] = before
  observations[i] = moved
}

const isAfter = (a: Observation, b: Observation): boolean => byTime(a, b) > 0

/** The order of a trace. */
export function byTime(a: Observation, b: Observation): number {
  return a.at - b.at || a.seq - b.seq
}

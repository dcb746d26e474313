/**
 * Makes seeking cheap: remembers the fold at every STRIDE observations, and the state last asked for. Only a memory: what it
 * answers equals a fold from the start, and it holds on to nothing once the run's first observation is let go.
 */

import type { EpochMs, Observation } from '../../protocol/observation'
import type { Trace } from '../trace'
import { foldOne } from './fold'
import { emptyState, type FoldState, forkState } from './fold-state'

const STRIDE = 1024

type Memory = {
  observations: readonly Observation[]
  /** by index / STRIDE; the state before any observation is not kept */
  checkpoints: (FoldState | undefined)[]
  /** grows in place: no snapshot holds on to it */
  latest: FoldState
}

const memories = new WeakMap<Observation, Memory>()

/**
 * The fold of the first `count` observations. The state belongs to the memory: read it, make a snapshot of it, and let it go.
 */
export function stateAfter(trace: Trace, count: number): FoldState {
  const first = trace.observations[0]
  if (!first || count === 0) return emptyState()
  const memory = memoryOf(first, trace.observations)
  if (memory.latest.count > count) memory.latest = startBefore(memory, count)
  else if (memory.latest.count < count - STRIDE) memory.latest = startBefore(memory, count, memory.latest)
  growTo(memory, count)
  return memory.latest
}

/** How many observations were made up to and including `at`. */
export function countUntil({ observations }: Trace, at: EpochMs): number {
  let low = 0
  let high = observations.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const seen = observations[middle]
    if (seen && seen.at <= at) low = middle + 1
    else high = middle
  }
  return low
}

function growTo({ observations, checkpoints, latest }: Memory, count: number): void {
  for (let i = latest.count; i < count; i++) {
    const seen = observations[i]
    if (seen) foldOne(latest, seen)
    const done = i + 1
    if (done % STRIDE === 0 && !checkpoints[done / STRIDE]) checkpoints[done / STRIDE] = forkState(latest)
  }
}

/** The best state to grow from: `latest` when it is further on than every checkpoint, else a copy of the last checkpoint. */
function startBefore({ checkpoints }: Memory, count: number, latest?: FoldState): FoldState {
  for (let i = Math.floor(count / STRIDE); i > 0; i--) {
    const checkpoint = checkpoints[i]
    if (!checkpoint) continue
    return latest && latest.count >= checkpoint.count ? latest : forkState(checkpoint)
  }
  return latest ?? emptyState()
}

/** A longer trace of the same run shares its beginning with the one remembered; only what lies beyond is forgotten. */
function memoryOf(first: Observation, observations: readonly Observation[]): Memory {
  let memory = memories.get(first)
  if (!memory) {
    memory = { observations, checkpoints: [], latest: emptyState() }
    memories.set(first, memory)
  } else if (memory.observations !== observations) {
    const same = sharedLength(memory.observations, observations)
    memory.observations = observations
    memory.checkpoints.length = Math.min(memory.checkpoints.length, Math.floor(same / STRIDE) + 1)
    if (memory.latest.count > same) memory.latest = startBefore(memory, same)
  }
  return memory
}

function sharedLength(a: readonly Observation[], b: readonly Observation[]): number {
  const length = Math.min(a.length, b.length)
  let i = 0
  while (i < length && a[i] === b[i]) i++
  return i
}

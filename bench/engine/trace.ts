/**
 * How long a run of many observations takes to fold, to seek in, to grow, and to lay out along time. Bundled and run by trace.mjs.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Observation } from '../../lib/protocol/observation'
import { snapshotAt } from '../../lib/trace/snapshot'
import { layoutTimeline } from '../../lib/trace/timeline/timeline'
import { appendToTrace, EMPTY_TRACE, extentOf, type Trace } from '../../lib/trace/trace'
import { type MadeUpRun, madeUpRun } from '../../test/support/trace/made-up-run'

type TraceSamples = {
  readonly observations: number
  readonly events: number
  readonly fold: number[]
  readonly seek: number[]
  readonly grow: number[]
  readonly layout: number[]
}

/** Milliseconds of each sample, for a run of about `size` observations. */
export function measureTrace(size: number, rounds: number): TraceSamples {
  const written = runOf(size)
  const trace = { observations: written }
  const { from, to } = extentOf(trace) ?? { from: 0, to: 0 }
  const random = numbers(7)
  return {
    observations: written.length,
    events: snapshotAt(trace, to).streams.reduce((sum, { events }) => sum + events.length, 0),
    fold: sample(
      Math.ceil(rounds / 10),
      () => {
        const fresh = { observations: structuredClone(written) }
        collectGarbage()
        return fresh
      },
      (fresh: Trace) => snapshotAt(fresh, to),
    ),
    seek: sample(
      rounds,
      () => from + random() * (to - from),
      (at) => snapshotAt(trace, at),
    ),
    grow: growing(written, rounds),
    layout: sample(
      rounds,
      (i) => to + i + 1,
      (now) => layoutTimeline(trace, now),
    ),
  }
}

/** So that a sample does not pay for the copies made to prepare it. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** Twenty observations more, those of the server two batches late: what one frame of a live run brings. */
function growing(written: readonly Observation[], rounds: number): number[] {
  const batches = Math.min(rounds, 50)
  const start = written.length - batches * 20
  let trace = appendToTrace(EMPTY_TRACE, structuredClone(written.slice(0, start)))
  snapshotAt(trace, extentOf(trace)?.to ?? 0)
  const late: Observation[][] = [[], []]
  return sample(
    batches,
    (i) => {
      const batch = written.slice(start + i * 20, start + i * 20 + 20)
      late.push(batch.filter(({ vantage }) => vantage === 'server'))
      return [...batch.filter(({ vantage }) => vantage === 'client'), ...(late.shift() ?? [])]
    },
    (arrived) => {
      trace = appendToTrace(trace, arrived)
      return snapshotAt(trace, extentOf(trace)?.to ?? 0)
    },
  )
}

function sample<T>(count: number, prepare: (i: number) => T, act: (prepared: T) => unknown): number[] {
  return Array.from({ length: count }, (_, i) => {
    const prepared = prepare(i)
    const began = performance.now()
    act(prepared)
    return performance.now() - began
  })
}

/** A made-up run of `size` observations; the same in every run of the bench. */
export function runOf(size: number): readonly Observation[] {
  const random = numbers(1)
  const turns: MadeUpRun['turns'] = Array.from({ length: size * 2 }, () => {
    const choice = Math.floor(random() * 95)
    // A plug that is out half of the time would leave little to draw: most pulls are left out.
    return choice >= 70 && choice < 80 && random() < 0.95 ? 40 : choice >= 92 ? 0 : choice
  })
  return madeUpRun({ log: true, turns }).slice(0, size)
}

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

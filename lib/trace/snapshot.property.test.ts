import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, SEED } from '../../test/support/random'
import { type MadeUpRun, madeUpRun } from '../../test/support/trace/made-up-run'
import type { EpochMs, Observation } from '../protocol/observation'
import { countUntil } from './fold/checkpoints'
import { foldOne } from './fold/fold'
import { emptyState } from './fold/fold-state'
import { drawSnapshot, snapshotAt } from './snapshot'
import { appendToTrace, EMPTY_TRACE, extentOf, type Trace } from './trace'

/** Set PTP_SEED to repeat a failure; fast-check prints the seed and the shrunken run. */
console.info(`PTP_SEED=${SEED}`)
const params = { seed: SEED, numRuns: runs(100) }
/** A busy machine may be slow: nothing here is about time. */
const PATIENCE = { timeout: 120_000 }

const RUN = fc.record({
  log: fc.boolean(),
  /** what happens next, one draw each */
  turns: fc.array(fc.nat(99), { maxLength: 120 }),
})

function naively({ observations }: Trace, at: EpochMs) {
  const state = emptyState()
  for (const seen of observations) if (seen.at <= at) foldOne(state, seen)
  return drawSnapshot(state, at)
}

/** A few moments of the run, its ends, and one before it. */
function momentsOf(trace: Trace): readonly EpochMs[] {
  const { from, to } = extentOf(trace) ?? { from: 0, to: 0 }
  return [from - 1, ...trace.observations.map(({ at }) => at), to + 1000]
}

/** The runs whose facts come as copies: identities of an earlier example never help a later one. */
function fresh(run: MadeUpRun): Trace {
  return appendToTrace(EMPTY_TRACE, madeUpRun(run))
}

describe('at every playhead of any run', PATIENCE, () => {
  test('stored − received = missing + underway + lost', () => {
    fc.assert(
      fc.property(RUN, (run) => {
        const trace = fresh(run)
        const broken = momentsOf(trace).filter((at) => {
          const { ledger, stage } = snapshotAt(trace, at)
          const messages = [stage.call, stage.standalone].flatMap((stream) => stream?.events ?? []).filter(({ role }) => role === 'message')
          return (
            ledger.stored - ledger.received !== ledger.missing + ledger.underway + ledger.lost ||
            ledger.stored !== messages.length ||
            ledger.received !== messages.filter(({ receipts }) => receipts.length > 0).length
          )
        })
        expect(broken).toEqual([])
      }),
      params,
    )
  })

  test('what was stored never becomes less, and what was received is never taken back', () => {
    fc.assert(
      fc.property(RUN, (run) => {
        const trace = fresh(run)
        let [stored, received] = [0, 0]
        for (const at of momentsOf(trace)) {
          const { ledger } = snapshotAt(trace, at)
          expect(ledger.stored).toBeGreaterThanOrEqual(stored)
          expect(ledger.received).toBeGreaterThanOrEqual(received)
          ;({ stored, received } = ledger)
        }
      }),
      params,
    )
  })

  test('the snapshot equals a naive fold from the start, whatever was asked before', () => {
    fc.assert(
      fc.property(RUN, fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), (run, seeks) => {
        const trace = fresh(run)
        const moments = momentsOf(trace)
        for (const seek of seeks) {
          const at = moments[seek % moments.length] ?? 0
          expect(snapshotAt(trace, at)).toEqual(naively(trace, at))
        }
      }),
      params,
    )
  })

  test('seeking away and back gives an equal snapshot', () => {
    fc.assert(
      fc.property(RUN, fc.nat(1000), (run, pick) => {
        const trace = fresh(run)
        const moments = momentsOf(trace)
        const at = moments[pick % moments.length] ?? 0
        const before = structuredClone(snapshotAt(trace, at))
        for (const other of moments) snapshotAt(trace, other)
        expect(snapshotAt(trace, at)).toEqual(before)
      }),
      params,
    )
  })

  test('it does not matter in which order the facts arrive, looked at after each arrival', () => {
    fc.assert(
      fc.property(RUN, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 50 }), (run, size, stir) => {
        const whole = madeUpRun(run)
        const inOrder = appendToTrace(EMPTY_TRACE, whole)
        const batches = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) => whole.slice(i * size, i * size + size))
        const stirred = batches.map((batch, i) => ({ batch, place: (i * stir) % 53 })).sort((a, b) => a.place - b.place)
        let trace = EMPTY_TRACE
        for (const { batch } of stirred) {
          trace = appendToTrace(trace, batch)
          snapshotAt(trace, extentOf(trace)?.to ?? 0)
        }
        for (const at of momentsOf(inOrder).filter((_, i) => i % 5 === 0)) expect(snapshotAt(trace, at)).toEqual(naively(inOrder, at))
      }),
      params,
    )
  })

  test('it does not matter in which order the two vantage points arrive', () => {
    fc.assert(
      fc.property(RUN, fc.integer({ min: 1, max: 20 }), (run, lag) => {
        const whole = madeUpRun(run)
        const inOrder = appendToTrace(EMPTY_TRACE, whole)
        const late = arriveLate(whole, lag)
        for (const at of momentsOf(inOrder).filter((_, i) => i % 3 === 0)) expect(snapshotAt(late, at)).toEqual(snapshotAt(inOrder, at))
      }),
      params,
    )
  })
})

test('a long run that grows at the end and in the middle equals a naive fold at every step', PATIENCE, () => {
  const observations = madeUpRun({ log: true, turns: Array.from({ length: 2600 }, (_, i) => (i * 37) % 97) })
  expect(observations.length).toBeGreaterThan(2000)
  let trace = EMPTY_TRACE
  for (let i = 0; i < observations.length; i += 700) {
    const batch = observations.slice(i, i + 700)
    for (const vantage of ['client', 'server']) {
      trace = appendToTrace(
        trace,
        batch.filter((seen) => seen.vantage === vantage),
      )
      const { observations: seen } = trace
      for (const part of [1, 0.6]) {
        const at = seen[Math.floor((seen.length - 1) * part)]?.at ?? 0
        // As text: comparing thousands of objects one by one takes seconds.
        expect(JSON.stringify(snapshotAt(trace, at)) === JSON.stringify(naively(trace, at))).toBe(true)
      }
    }
  }
  expect(countUntil(trace, extentOf(trace)?.to ?? 0)).toBe(observations.length)
})

/** The client's facts first, then the server's in batches: as the feed brings them. */
function arriveLate(whole: readonly Observation[], lag: number): Trace {
  const [client, server] = [whole.filter(({ vantage }) => vantage === 'client'), whole.filter(({ vantage }) => vantage === 'server')]
  const arrivals = [client]
  for (let i = 0; i < server.length; i += lag) arrivals.push(server.slice(i, i + lag))
  let seq = 0
  let trace = EMPTY_TRACE
  for (const batch of arrivals) {
    trace = appendToTrace(
      trace,
      batch.map((seen) => ({ ...seen, seq: seq++ })),
    )
    snapshotAt(trace, extentOf(trace)?.to ?? 0)
  }
  return trace
}

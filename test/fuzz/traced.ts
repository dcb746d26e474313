/**
 * For tests: a bench and a page whose facts go into one trace, as in the playground, on a clock of their own. A turn of the event loop is
 * ten milliseconds of it, so waits are real in the trace and cost nothing in the test.
 */

import type { FaultCommand } from '../../lib/faults/commands'
import type { ClientFact, Fact, Observation, Observe, Vantage } from '../../lib/protocol/observation'
import type { EndpointOptions } from '../../lib/server/endpoint'
import type { Clock } from '../../lib/streams/clock'
import type { Sleep } from '../../lib/streams/sleep'
import { snapshotAt } from '../../lib/trace/snapshot'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { appendToTrace, EMPTY_TRACE, type Trace } from '../../lib/trace/trace'
import { type Bench, begin, control, createBench, type Life, type LifeOptions, turnsUntil } from './harness'

const TURN_MS = 10

/** Long after a run: nothing is under way any more. */
const LATER_MS = 60_000

export type Traced = {
  readonly bench: Bench
  readonly sleep: Sleep
  /** Writes down what the client's side says beside what a page sees by itself. */
  readonly observe: Observe<ClientFact>
  /** A page of this bench, whose facts go into the trace. */
  begin(options?: LifeOptions): Promise<Life>
  /** POST /faults for the session of a page; throws what the server says when it refuses. */
  control(life: Life, command: FaultCommand): Promise<void>
  /** Lets this much of the trace's time pass. */
  pass(ms: number): Promise<void>
  trace(): Trace
  /** Everything, looked at long after the end. */
  snapshot(): Snapshot
  close(): Promise<void>
}

/** `turnMs`: how much of the trace's time a turn of the event loop is. */
export function createTraced(options: Partial<EndpointOptions> = {}, turnMs = TURN_MS): Traced {
  const seen: Observation[] = []
  let turns = 0
  let running = true
  const sleepers = new Set<{ readonly due: number; readonly wake: () => void }>()
  const now = () => 1_000_000 + turns * turnMs
  const tick = () => {
    turns += 1
    for (const timer of timers) {
      if (timer.due > now()) continue
      timer.due += timer.every
      timer.work()
    }
    for (const sleeper of [...sleepers]) if (sleeper.due <= now()) sleeper.wake()
    if (running) setImmediate(tick)
  }
  setImmediate(tick)
  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const done = (settle: () => void) => {
        sleepers.delete(sleeper)
        signal.removeEventListener('abort', calledOff)
        settle()
      }
      const calledOff = () => done(() => reject(signal.reason))
      const sleeper = { due: now() + ms, wake: () => done(resolve) }
      sleepers.add(sleeper)
      signal.addEventListener('abort', calledOff)
    })
  const observeAs = (vantage: Vantage) => (fact: Fact) => void seen.push({ ...fact, seq: seen.length, at: now(), vantage } as Observation)
  const server = observeAs('server')
  const own: Bench['server'] = []
  const sessions = new Set<string>()
  const timers = new Set<{ readonly every: number; readonly work: () => void; due: number }>()
  const clock: Clock = {
    now,
    every(every, work) {
      const timer = { every, work, due: now() + every }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  const bench = createBench({
    clock,
    observe: (session, fact) => {
      // A page watches the feed of its own session only.
      if (sessions.size === 0) sessions.add(session)
      if (!sessions.has(session)) return
      own.push(fact)
      server(fact)
    },
    ...options,
  })
  return {
    bench: { ...bench, server: own },
    sleep,
    observe: observeAs('client'),
    begin: (lifeOptions) => begin(bench, { sleep, clock: now, observe: observeAs('client'), ...lifeOptions }),
    control: (life, command) => control(bench, life.client.sessionId, command),
    async pass(ms) {
      const end = now() + ms
      await turnsUntil(() => now() >= end, `${ms} ms passed`, 100_000)
    },
    trace: () => appendToTrace(EMPTY_TRACE, seen),
    snapshot: () => snapshotAt(appendToTrace(EMPTY_TRACE, seen), now() + LATER_MS),
    async close() {
      running = false
      await bench.endpoint.close()
    },
  }
}

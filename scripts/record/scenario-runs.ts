/**
 * Plays the run of each scenario that can be embedded, with the real server and the real client in this process, and returns it as a
 * recording. Used by scenarios.mjs.
 */

import { connectClient } from '../../lib/client/connect'
import { createFaults } from '../../lib/client/network/client-faults'
import { createPlug } from '../../lib/client/network/plug'
import { followFault } from '../../lib/embed/scenarios/scenario-fault'
import { SCENARIOS, type Scenario } from '../../lib/embed/scenarios/scenarios'
import type { RunOptions } from '../../lib/model/run-options'
import { createPlayground } from '../../lib/playground/playground'
import type { Playground, PlaygroundState } from '../../lib/playground/types'
import type { Observation } from '../../lib/protocol/observation'
import { createInPageRuntime } from '../../lib/runtime/in-page'
import { stringifyRecording } from '../../lib/trace/recording/recording'
import { EMPTY_TRACE, type Trace } from '../../lib/trace/trace'

type Condition = (observations: readonly Observation[]) => boolean
/** What the reader of that run does, step by step. */
type Hand = (playground: Playground, when: (condition: Condition) => Promise<void>) => Promise<void>

const CALL = 'call-2'
const count = (kind: 'event.received' | 'event.stored' | 'message.sent', from: readonly Observation[]) =>
  new Set(from.flatMap((seen) => (seen.kind === kind && nameOf(seen)?.startsWith(`${CALL}/`) ? [nameOf(seen)] : []))).size
const nameOf = (seen: Observation) =>
  'id' in seen && typeof seen.id === 'string' ? seen.id : 'n' in seen ? `${seen.stream}/${seen.n}` : undefined

/** The priming event is one of the received and stored: row n is event n + 1. */
const received =
  (rows: number): Condition =>
  (from) =>
    count('event.received', from) > rows
const stored =
  (rows: number): Condition =>
  (from) =>
    count('event.stored', from) > rows
const sent =
  (messages: number): Condition =>
  (from) =>
    count('message.sent', from) >= messages
/** Without ids there is nothing to count but frames. */
const frames =
  (messages: number): Condition =>
  (from) =>
    from.filter((seen) => seen.kind === 'event.received' && seen.data.includes('notifications/progress')).length >= messages

export const HANDS: Readonly<Record<string, Hand>> = {
  async 'double-cut'(playground, when) {
    await when(received(4))
    playground.pull()
    await when(stored(7))
    playground.push()
    await when(received(10))
    playground.pull()
    await when(stored(14))
    playground.push()
  },
  async 'without-resumability'(playground, when) {
    await when(frames(7))
    playground.pull()
    await when(sent(12))
    playground.push()
  },
  async 'first-event'(playground, when) {
    await when(received(1))
    playground.pull()
    await when(stored(9))
    playground.push()
  },
  async 'before-end'(playground, when) {
    await when(received(15))
    playground.pull()
    await when(stored(17))
    playground.push()
  },
  async 'before-priming'(playground, when) {
    await when((from) => from.some(({ kind }) => kind === 'plug.pulled'))
    await when(stored(6))
    playground.push()
  },
  async 'polite-close'(_, when) {
    await when(received(16))
  },
  async story(playground, when) {
    await when(received(12))
    playground.pull()
    await when(stored(21))
    playground.push()
  },
}

/** A run must be over by then, whatever became of it. */
const PATIENCE = 60_000

/** Name of the scenario → its recording, as text. */
export async function recordScenarios(takenOn: string, only: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const recordings = new Map<string, string>()
  for (const scenario of SCENARIOS) {
    const hand = HANDS[scenario.name]
    if (!hand || (only.length > 0 && !only.includes(scenario.name))) continue
    recordings.set(scenario.name, stringifyRecording(await playRun(scenario, hand), { takenOn, note: scenario.title }))
  }
  return recordings
}

/** One run of a scenario with a reader's hand on the plug. `options`: what is not to be as the scenario says. */
export async function playRun(scenario: Scenario, hand: Hand, options: Partial<RunOptions> = {}): Promise<Trace> {
  const runtime = createInPageRuntime()
  const playground = createPlayground({
    recording: EMPTY_TRACE,
    opensAt: 0,
    clock: () => performance.timeOrigin + performance.now(),
    frames: {
      request: (callback) => Number(setTimeout(() => callback(performance.now()), 16)),
      cancel: (handle) => clearTimeout(handle),
    },
    every(ms, callback) {
      const handle = setInterval(callback, ms)
      return () => clearInterval(handle)
    },
    storage: undefined,
    newCallId: () => 'recorded',
    loadEngine: async () => ({ connectClient, createPlug, createFaults, runtime }),
  })
  playground.setOptions({ ...scenario.options, ...options, home: 'in-page' })
  followFault(playground, scenario)
  const ended = playground.start()
  await hand(playground, (condition) => until(playground, ({ trace }) => condition(trace.observations)))
  await Promise.race([ended, until(playground, ({ phase }) => phase === 'settled'), settledOrLost(playground)])
  await new Promise((resolve) => setTimeout(resolve, LAST_WORDS))
  const { trace } = playground.getState()
  playground.leave()
  await runtime.close()
  return trace
}

/** The feed is a little behind. */
const LAST_WORDS = 400

/** A call whose stream was lost never settles by itself: what can still be seen has been seen after a while. */
async function settledOrLost(playground: Playground): Promise<void> {
  await until(
    playground,
    ({ trace }) => trace.observations.filter((seen) => seen.kind === 'message.sent' && seen.stream === CALL).length >= 17,
  )
}

function until(playground: Playground, condition: (state: PlaygroundState) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The run did not get there within a minute.')), PATIENCE)
    const look = (state: PlaygroundState) => {
      if (!condition(state)) return
      clearTimeout(late)
      unsubscribe()
      resolve()
    }
    const unsubscribe = playground.subscribe(look)
    look(playground.getState())
  })
}

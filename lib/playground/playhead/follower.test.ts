/** A replay shown event by event: how the playhead follows a live run, with a clock and frames that the test moves. */
import { describe, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { stillPlayground } from '../../../test/fuzz/still-playground'
import type { Fact, Observation } from '../../protocol/observation'
import { momentOf } from '../../trace/timeline/playhead'
import { appendToTrace, EMPTY_TRACE } from '../../trace/trace'
import type { PlaygroundState } from '../types'
import { createFollower } from './follower'

const FRAME = 16

function setup(isPaced = true) {
  let time = 1_000
  let seq = 0
  let frame: (() => void) | undefined
  const store = createStore<PlaygroundState>(() => ({
    ...stillPlayground('first-cut').getState(),
    trace: EMPTY_TRACE,
    now: time,
    playhead: { kind: 'now' },
    phase: 'running',
  }))
  const follower = createFollower(store, {
    clock: () => time,
    frames: {
      request(callback) {
        frame = () => callback(time)
        return 0
      },
      cancel: () => {},
    },
    isPaced: () => isPaced,
  })
  const observe = (...facts: Fact[]) => {
    const before = store.getState()
    const batch = facts.map((fact): Observation => ({ ...fact, at: time, seq: seq++, vantage: 'client' }))
    const trace = appendToTrace(before.trace, batch)
    const playhead = follower.meet(before, trace, batch)
    store.setState({ trace, now: time, ...(playhead && { playhead }) })
    if (playhead) follower.follow()
    time += 0.5
  }
  /** How many events are shown. */
  const shown = () => {
    const state = store.getState()
    return state.trace.observations.filter((seen) => seen.kind === 'event.received' && seen.at <= momentOf(state)).length
  }
  return {
    store,
    observe,
    shown,
    /** One frame later; false: nobody waits for one. */
    pass() {
      time += FRAME
      const due = frame
      frame = undefined
      due?.()
      return due !== undefined
    },
    later: (ms: number) => {
      time += ms
    },
  }
}

const frameOf = (n: number): Fact => ({ kind: 'event.received', connection: 'c2', id: `call-2/${n}`, data: `{"n":${n}}`, raw: '' })
const resumed: Fact[] = [
  { kind: 'connection.opened', connection: 'c2', method: 'GET', path: '/mcp', headers: {}, lastEventId: 'call-2/3' },
  { kind: 'connection.answered', connection: 'c2', status: 200, headers: {} },
]

describe('a live replay', () => {
  test('is shown one event after another, and ends at now', () => {
    const { store, observe, shown, pass, later } = setup()
    observe({ kind: 'plug.pulled' })
    later(2_000)
    observe({ kind: 'plug.pushed' })
    for (const fact of resumed) observe(fact)
    for (let n = 4; n < 10; n++) observe(frameOf(n))
    expect(store.getState().playhead.kind).toBe('following')
    expect(shown()).toBe(0)
    const counts = [0]
    let frames = 0
    while (pass()) {
      frames++
      if (shown() !== counts.at(-1)) counts.push(shown())
    }
    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(frames * FRAME).toBeGreaterThan(1_500)
    expect(frames * FRAME).toBeLessThan(4_000)
    expect(store.getState().playhead).toEqual({ kind: 'now' })
  })

  test('is shown whole at once where motion is not wanted', () => {
    const { store, observe, pass } = setup(false)
    observe({ kind: 'plug.pushed' })
    for (const fact of [...resumed, frameOf(4), frameOf(5)]) observe(fact)
    expect(store.getState().playhead).toEqual({ kind: 'now' })
    expect(pass()).toBe(false)
  })

  test('a pull ends the showing at once', () => {
    const { store, observe, shown, pass, later } = setup()
    observe({ kind: 'plug.pushed' })
    for (const fact of [...resumed, frameOf(4), frameOf(5), frameOf(6)]) observe(fact)
    later(500)
    pass()
    store.setState({ playhead: { kind: 'now' } })
    observe({ kind: 'plug.pulled' })
    expect(store.getState().playhead).toEqual({ kind: 'now' })
    expect(shown()).toBe(3)
  })

  test('looking back while it is shown ends the following', () => {
    const { store, observe, pass } = setup()
    observe({ kind: 'plug.pushed' })
    for (const fact of [...resumed, frameOf(4), frameOf(5)]) observe(fact)
    store.setState({ playhead: { kind: 'at', at: 1_000 } })
    pass()
    expect(store.getState().playhead).toEqual({ kind: 'at', at: 1_000 })
    expect(pass()).toBe(false)
  })
})

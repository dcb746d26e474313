/**
 * Moving the playhead: seek, step, jump, and playing a run again with its recorded gaps, its replays event by event (pace.ts). Looking at
 * the past changes nothing but the playhead; acting (run-verbs.ts) returns to now.
 */
import type { StoreApi } from 'zustand/vanilla'
import type { EpochMs, Milliseconds } from '../../protocol/observation'
import { type Pace, paceOf } from '../../trace/timeline/pace'
import { momentOf } from '../../trace/timeline/playhead'
import { nextStop, stopsOf } from '../../trace/timeline/steps'
import { extentOf } from '../../trace/trace'
import type { PlaygroundState, PlaygroundVerbs } from '../types'

export type Frames = {
  /** Calls back before the next paint with a monotonic time in milliseconds. */
  readonly request: (callback: (time: Milliseconds) => void) => number
  readonly cancel: (handle: number) => void
}

const AS_RECORDED: Pace = { shownAt: (at) => at, momentAt: (time) => time }

type Store = Pick<StoreApi<PlaygroundState>, 'getState' | 'setState'>

export function createPlayheadVerbs(
  { getState, setState }: Store,
  frames: Frames,
  isPaced: () => boolean,
): Pick<PlaygroundVerbs, 'seek' | 'step' | 'jump' | 'play' | 'pause' | 'setSpeed'> {
  let handle: number | undefined

  function halt() {
    if (handle !== undefined) frames.cancel(handle)
    handle = undefined
  }

  function moveTo(at: EpochMs) {
    const { trace, now } = getState()
    const from = extentOf(trace)?.from ?? now
    setState({ playhead: at >= now ? { kind: 'now' } : { kind: 'at', at: Math.max(at, from) } })
  }

  /** Plays on from the showing time `shown`: not read back from the moment, which is coarser where a replay is stretched. */
  function run(pace: Pace, shown: EpochMs, last?: Milliseconds) {
    handle = frames.request((time) => {
      const { playing, speed } = getState()
      if (!playing) return
      const next = shown + (time - (last ?? time)) * speed
      moveTo(pace.momentAt(next))
      if (getState().playhead.kind === 'now') setState({ playing: false })
      else run(pace, next, time)
    })
  }

  return {
    seek(to) {
      halt()
      setState({ playing: false })
      moveTo(to === 'now' ? getState().now : to)
    },
    step(by, unit = 'event') {
      halt()
      const state = getState()
      const at = nextStop(stopsOf(state.trace, unit), momentOf(state), by)
      setState({ playing: false })
      if (at !== undefined) moveTo(at)
      else if (by === 1) moveTo(state.now)
    },
    jump(to) {
      halt()
      setState({ playing: false })
      const state = getState()
      moveTo(to === 'first' ? (extentOf(state.trace)?.from ?? state.now) : state.now)
    },
    play() {
      halt()
      const state = getState()
      const from = extentOf(state.trace)?.from
      if (from === undefined) return
      const at = state.playhead.kind === 'at' ? state.playhead.at : from
      setState({ playing: true, playhead: { kind: 'at', at } })
      const pace = isPaced() ? paceOf(state.trace) : AS_RECORDED
      run(pace, pace.shownAt(at))
    },
    pause() {
      halt()
      setState({ playing: false })
    },
    setSpeed(speed) {
      setState({ speed })
    },
  }
}

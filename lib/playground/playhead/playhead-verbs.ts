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

  function run(pace: Pace, last?: Milliseconds) {
    handle = frames.request((time) => {
      const state = getState()
      if (!state.playing) return
      moveTo(pace.momentAt(pace.shownAt(momentOf(state)) + (time - (last ?? time)) * state.speed))
      if (getState().playhead.kind === 'now') setState({ playing: false })
      else run(pace, time)
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
      setState({ playing: true, playhead: { kind: 'at', at: state.playhead.kind === 'at' ? state.playhead.at : from } })
      run(isPaced() ? paceOf(state.trace) : AS_RECORDED)
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

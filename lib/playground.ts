/**
 * The playground: what is held (a trace, a playhead, a selection, the options) and the verbs. Everything on screen is
 * `snapshotAt(trace, playhead)`; nothing here is drawn, and nothing here speaks the protocol (live-run.ts does).
 */
import { createStore } from 'zustand/vanilla'
import { createLiveRun, type LiveRunOptions, type RunEnd } from './live-run'
import type { Playground, PlaygroundState, RunOptions } from './playground-types'
import { createPlayheadVerbs, type Frames } from './playhead-verbs'
import { problemOf } from './problem'
import { createRecorder, type Recorder } from './recorder'
import { keepTrace, takeTrace } from './saved-trace'
import { announce } from './trace/describe'
import type { EpochMs, Milliseconds, Observation } from './trace/observation'
import { snapshotAt } from './trace/snapshot'
import { appendToTrace, EMPTY_TRACE, extentOf, type Trace } from './trace/trace'

export const DEFAULT_OPTIONS: RunOptions = {
  tool: 'paint_picture',
  picture: 'lighthouse',
  delay: 250,
  resumability: true,
  server: 'ours',
  answer: 'stream',
  dropsDuplicates: true,
}

/** How often `now` moves while something can still happen. */
const TICK: Milliseconds = 50

export type PlaygroundOptions = LiveRunOptions & {
  /** the recorded run on stage before anything is started, and the moment it is first shown at */
  readonly recording: Trace
  readonly opensAt: EpochMs
  readonly clock: () => EpochMs
  readonly frames: Frames
  /** Calls back every `ms` until the returned function is called. */
  readonly every: (ms: Milliseconds, callback: () => void) => () => void
}

export function createPlayground(options: PlaygroundOptions): Playground {
  const { recording, opensAt, clock, frames, every, storage } = options
  const store = createStore<PlaygroundState>(() => recordedState(recording, opensAt))
  const { getState, setState } = store
  const playhead = createPlayheadVerbs(store, frames)
  const run = createLiveRun({
    ...options,
    async loadEngine(home) {
      const engine = await options.loadEngine(home)
      setState({ options: { ...getState().options, home: engine.runtime.home } })
      return engine
    },
  })
  let recorder: Recorder | undefined
  let stopTicking: (() => void) | undefined
  let restoring = false

  /** `now` moves while a tool runs or the plug is out; else it rests on the last observation, and the axis with it. */
  function tick() {
    const { phase, trace, now } = getState()
    const lively = phase === 'starting' || phase === 'running' || snapshotAt(trace, now).plug === 'out'
    if (lively && !stopTicking) stopTicking = every(TICK, () => setState({ now: Math.max(getState().now, clock()) }))
    if (!lively) {
      stopTicking?.()
      stopTicking = undefined
    }
  }

  function deliver(batch: readonly Observation[]) {
    const before = getState()
    const trace = appendToTrace(before.trace, batch)
    const now = Math.max(before.now, extentOf(trace)?.to ?? before.now)
    const said = announce(snapshotAt(before.trace, before.now), snapshotAt(trace, now))
    setState({ trace, now, ...(said ? { announcement: said } : {}) })
    tick()
  }

  function openTrace(kept: Trace): Recorder {
    recorder?.stop()
    playhead.pause()
    recorder = createRecorder({
      clock,
      schedule: (flush) => void frames.request(flush),
      deliver,
      firstSeq: 1 + Math.max(-1, ...kept.observations.map(({ seq }) => seq)),
    })
    const now = clock()
    setState({ trace: kept, now, playhead: { kind: 'now' }, selection: undefined, problem: undefined, phase: 'starting' })
    tick()
    return recorder
  }

  function settle(mine: Recorder, end: RunEnd) {
    if (mine !== recorder) return
    mine.flush()
    const { trace, now } = getState()
    setState({ phase: 'settled', problem: 'error' in end ? problemOf(end.error, snapshotAt(trace, now)) : undefined })
    tick()
  }

  function returnToNow() {
    playhead.seek('now')
  }

  return {
    getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    ...playhead,
    async start() {
      const mine = openTrace(EMPTY_TRACE)
      const ending = run.start(mine, getState().options, () => mine === recorder && setState({ phase: 'running' }))
      settle(mine, await ending)
    },
    async restore() {
      if (restoring) return
      restoring = true
      let mine: Recorder | undefined
      const end = await run.restore(() => {
        mine = openTrace(takeTrace(storage) ?? EMPTY_TRACE)
        mine.record({ kind: 'page.loaded' }, 'client')
        setState({ phase: 'running' })
        return mine
      })
      restoring = false
      if (mine && end) settle(mine, end)
    },
    pull() {
      returnToNow()
      run.pull()
      recorder?.flush()
    },
    push() {
      if (getState().phase === 'recorded') return playhead.play()
      returnToNow()
      run.push()
      recorder?.flush()
    },
    show(shown, at) {
      recorder?.stop()
      recorder = undefined
      playhead.pause()
      run.dismiss()
      setState({ ...recordedState(shown, at), options: getState().options })
      tick()
    },
    save() {
      recorder?.flush()
      if (getState().phase !== 'recorded') keepTrace(storage, getState().trace)
    },
    leave() {
      stopTicking?.()
      stopTicking = undefined
      playhead.pause()
      run.leave()
    },
    cancel: () => run.cancel(),
    setOptions: (changed) => setState({ options: { ...getState().options, ...changed } }),
    setFault: (fault, on, setting) => {
      returnToNow()
      if (fault === 'json-answer') setState({ options: { ...getState().options, answer: on ? 'json' : 'stream' } })
      else run.setFault(fault, on, setting)
      setState({ armed: run.armed() })
      recorder?.flush()
    },
    editHeaders(edits) {
      run.editHeaders(edits)
      setState({ edits })
    },
    askAsKept() {
      returnToNow()
      setState({ edits: undefined })
      run.editHeaders(undefined)
      run.askAgain()
    },
    freezeWait(frozen) {
      run.freezeWait(frozen)
      setState({ frozen })
    },
    select: (selection) => setState({ selection }),
    dismissProblem: () => setState({ problem: undefined }),
  }
}

function recordedState(recording: Trace, opensAt?: EpochMs): PlaygroundState {
  return {
    trace: recording,
    now: extentOf(recording)?.to ?? 0,
    playhead: opensAt === undefined ? { kind: 'now' } : { kind: 'at', at: opensAt },
    selection: undefined,
    problem: undefined,
    playing: false,
    frozen: false,
    armed: [],
    speed: 1,
    options: DEFAULT_OPTIONS,
    phase: 'recorded',
    announcement: '',
  }
}

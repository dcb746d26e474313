/**
 * The playground: what is held (a trace, a playhead, a selection, the options) and the verbs. What happened is
 * `snapshotAt(trace, playhead)`; nothing here is drawn, and nothing here speaks the protocol (live-run/ does). The verbs are slices over one
 * store: run-verbs.ts, fault-verbs.ts, playhead-verbs.ts; delivery.ts brings what is observed into it.
 */
import { createStore } from 'zustand/vanilla'
import { DEFAULT_OPTIONS, type RunOptions } from '../model/run-options'
import type { EpochMs } from '../protocol/observation'
import { runEndOf } from '../trace/timeline/run-end'
import type { Trace } from '../trace/trace'
import { createDelivery, type Store, type Timing } from './delivery'
import { createFaultVerbs } from './fault-verbs'
import { createLiveRun } from './live-run/live-run'
import type { LiveRunOptions } from './live-run/open-run'
import { KEPT_ENTRIES } from './page-storage'
import { createPlayheadVerbs } from './playhead/playhead-verbs'
import { createRunVerbs, type Parts, saveTrace } from './run-verbs'
import { createTabs, type SharedStorage } from './tabs'
import type { Page, Playground, PlaygroundState, PlaygroundVerbs } from './types'

export type PlaygroundOptions = LiveRunOptions &
  Timing & {
    /** the recorded run on stage before anything is started, and the moment it is first shown at */
    readonly recording: Trace
    readonly opensAt: EpochMs
    /** what differs from DEFAULT_OPTIONS until the reader chooses */
    readonly begins?: Partial<RunOptions>
    /** localStorage, which tabs share; without it each tab is alone */
    readonly shared?: SharedStorage | undefined
    /** what the page can do to itself; without it those faults do nothing */
    readonly page?: Page
  }

export function createPlayground(options: PlaygroundOptions): Playground {
  const { recording, opensAt, clock, frames, storage, page } = options
  const store = createStore<PlaygroundState>(() => ({
    ...recordedState(recording, opensAt),
    options: { ...DEFAULT_OPTIONS, ...options.begins },
  }))
  const playhead = createPlayheadVerbs(store, frames, () => options.isPaced?.() === true)
  const tabs = createTabs({ shared: options.shared, token: options.newCallId(), clock, ...KEPT_ENTRIES })
  const run = createLiveRun({ ...options, claim: tabs.claim, loadEngine: (home) => loadEngine(store, options, home) })
  const delivery = createDelivery(store, run, playhead, options)
  const parts: Parts = { store, run, delivery, playhead, tabs, storage, page, clock }
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    ...playhead,
    ...createRunVerbs(parts),
    ...createFaultVerbs(parts),
    ...createStageVerbs(parts),
  }
}

/** The reader sees where the server turned out to be. */
async function loadEngine({ getState, setState }: Store, options: LiveRunOptions, home: RunOptions['home']) {
  const engine = await options.loadEngine(home)
  setState({ options: { ...getState().options, home: engine.runtime.home } })
  return engine
}

type StageVerbs = Pick<PlaygroundVerbs, 'show' | 'save' | 'leave' | 'setOptions' | 'select' | 'tell' | 'dismissProblem'>

/** What is on stage, and what the page around it does. */
function createStageVerbs({ store, run, delivery, playhead, tabs, storage }: Parts): StageVerbs {
  const { getState, setState } = store
  return {
    show(shown, at) {
      delivery.stop()
      playhead.pause()
      run.dismiss()
      setState({ ...recordedState(shown, at), options: getState().options })
      delivery.tick()
    },
    save: () => saveTrace({ store, delivery, storage }),
    leave() {
      if (storage && getState().phase === 'running') tabs.leaveBehind(storage)
      delivery.rest()
      playhead.pause()
      run.leave()
    },
    setOptions: (changed) => setState({ options: { ...getState().options, ...changed } }),
    select: (selection) => setState({ selection }),
    tell: (problem) => setState({ problem }),
    dismissProblem: () => setState({ problem: undefined }),
  }
}

function recordedState(recording: Trace, opensAt?: EpochMs): PlaygroundState {
  return {
    trace: recording,
    now: runEndOf(recording) ?? 0,
    playhead: opensAt === undefined ? { kind: 'now' } : { kind: 'at', at: opensAt },
    selection: undefined,
    problem: undefined,
    playing: false,
    frozen: false,
    armed: [],
    speed: 1,
    options: DEFAULT_OPTIONS,
    phase: 'recorded',
    announcement: [],
  }
}

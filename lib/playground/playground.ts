/**
 * The playground: what is held (a trace, a playhead, a selection, the options) and the verbs. Everything on screen is
 * `snapshotAt(trace, playhead)`; nothing here is drawn, and nothing here speaks the protocol (live-run.ts does).
 */
import { createStore } from 'zustand/vanilla'
import type { FaultId } from '../faults/faults'
import type { EpochMs, Milliseconds, Observation } from '../protocol/observation'
import { snapshotAt } from '../trace/snapshot'
import type { Snapshot } from '../trace/snapshot-types'
import { appendToTrace, EMPTY_TRACE, extentOf, type Trace } from '../trace/trace'
import { announce } from '../words/describe'
import { saying } from '../words/message'
import { problemOf } from '../words/problem'
import { createLiveRun, type LiveRunOptions, type RunEnd } from './live-run'
import { KEPT_ENTRIES, keepTrace, takeTrace, upgradeTrace } from './page-storage'
import { createPlayheadVerbs, type Frames } from './playhead-verbs'
import { createRecorder, type Recorder } from './recorder'
import { createTabs, type SharedStorage } from './tabs'
import type { Page, Playground, PlaygroundState, Problem, RunOptions } from './types'

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
  /** what differs from DEFAULT_OPTIONS until the reader chooses */
  readonly begins?: Partial<RunOptions>
  readonly clock: () => EpochMs
  readonly frames: Frames
  /** Calls back every `ms` until the returned function is called. */
  readonly every: (ms: Milliseconds, callback: () => void) => () => void
  /** localStorage, which tabs share; without it each tab is alone */
  readonly shared?: SharedStorage | undefined
  /** what the page can do to itself; without it those faults do nothing */
  readonly page?: Page
}

export function createPlayground(options: PlaygroundOptions): Playground {
  const { recording, opensAt, clock, frames, every, storage, page } = options
  const store = createStore<PlaygroundState>(() => ({
    ...recordedState(recording, opensAt),
    options: { ...DEFAULT_OPTIONS, ...options.begins },
  }))
  const { getState, setState } = store
  const playhead = createPlayheadVerbs(store, frames)
  const tabs = createTabs({ shared: options.shared, token: options.newCallId(), clock, ...KEPT_ENTRIES })
  const run = createLiveRun({
    ...options,
    claim: tabs.claim,
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
    const edits = before.edits && answersEdit(snapshotAt(trace, now), batch) ? { edits: undefined } : {}
    if ('edits' in edits) run.editHeaders(undefined)
    setState({ trace, now, armed: run.armed(), ...edits, ...(said.length > 0 ? { announcement: said } : {}) })
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
    const problem = end.taken ? TAKEN : 'error' in end ? problemOf(end.error, snapshotAt(trace, now)) : undefined
    setState({ phase: 'settled', problem })
    tick()
  }

  function returnToNow() {
    playhead.seek('now')
  }

  function save() {
    recorder?.flush()
    if (getState().phase !== 'recorded') keepTrace(storage, getState().trace)
  }

  /** Goes on with what is kept, in a new life of the client. */
  async function goOn() {
    if (restoring) return
    restoring = true
    await upgradeTrace(storage)
    let mine: Recorder | undefined
    const end = await run.restore(() => {
      mine = openTrace(takeTrace(storage) ?? EMPTY_TRACE)
      mine.record({ kind: 'page.loaded' }, 'client')
      setState({ phase: 'running' })
      return mine
    })
    restoring = false
    if (mine && end) settle(mine, end)
  }

  /** What a page does to itself. Returns false for every other fault. */
  function setPageFault(fault: FaultId, on: boolean): boolean {
    const act =
      fault === 'reload' ? page?.reload : fault === 'second-tab' ? page?.openTab : fault === 'close-tab' ? page?.closeTab : undefined
    if (fault !== 'reload' && fault !== 'second-tab' && fault !== 'close-tab') return false
    if (!on || !act) return true
    // A browser may leave the tab open: then the learner closes it.
    const armed = fault === 'close-tab'
    const detail = armed ? { detail: { code: 'close-tab' } as const } : {}
    recorder?.record({ kind: 'fault.set', fault, state: armed ? 'armed' : 'struck', ...detail }, 'client')
    save()
    act()
    return true
  }

  return {
    getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    ...playhead,
    async start() {
      const { trace, now, phase } = getState()
      const previous = phase === 'recorded' ? undefined : snapshotAt(trace, now).kept
      const mine = openTrace(EMPTY_TRACE)
      setState({ previous, edits: undefined, frozen: false })
      const ending = run.start(mine, getState().options, () => mine === recorder && setState({ phase: 'running' }))
      settle(mine, await ending)
    },
    async restore() {
      if (storage && tabs.comeBack(storage) === 'taken') {
        await upgradeTrace(storage)
        setState({ trace: takeTrace(storage) ?? EMPTY_TRACE, now: clock(), playhead: { kind: 'now' }, phase: 'settled', problem: TAKEN })
        return
      }
      if (storage && page?.isFresh()) tabs.takeLeft(storage)
      await goOn()
    },
    async takeBack() {
      returnToNow()
      save()
      setState({ problem: undefined })
      run.leave()
      await goOn()
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
    save,
    leave() {
      if (storage && getState().phase === 'running') tabs.leaveBehind(storage)
      stopTicking?.()
      stopTicking = undefined
      playhead.pause()
      run.leave()
    },
    cancel: () => run.cancel(),
    setOptions: (changed) => setState({ options: { ...getState().options, ...changed } }),
    setFault: (fault, on, setting) => {
      returnToNow()
      if (setPageFault(fault, on)) return
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
    tell: (problem) => setState({ problem }),
    dismissProblem: () => setState({ problem: undefined }),
  }
}

const TAKEN: Problem = {
  kind: 'taken-over',
  title: saying('Another tab has this run now.'),
  detail: [
    saying(
      'Two clients that resume the same streams would cut each other off for ever, so this one has stopped. Take it back, or go on there.',
    ),
  ],
}

/** An edited request has its answer: what is kept is sent again from here on. */
function answersEdit({ connections }: Snapshot, batch: readonly Observation[]): boolean {
  const answered = new Set(batch.flatMap((seen) => (seen.kind === 'connection.answered' ? [seen.connection] : [])))
  return connections.some(({ id, edited }) => edited !== undefined && answered.has(id))
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
    announcement: [],
  }
}

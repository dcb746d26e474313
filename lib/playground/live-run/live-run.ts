/**
 * One live run at a time: loads the engine (SDK client and runtime) when first needed, connects, watches the feed, calls the
 * tool, and tells the recorder everything. It knows nothing about the screen. A run is one session; starting again ends it.
 */
import type { HeaderEdits } from '../../faults/commands'
import { type FaultId, staysSet } from '../../faults/faults'
import type { FaultSetting, RunOptions } from '../../model/run-options'
import { homeOf } from '../../runtime/home'
import type { Recorder } from '../recorder'
import { createArmedFaults } from './armed-faults'
import { type LiveRunOptions, type LiveRunState, type OpenRun, openRun } from './open-run'

/** How a run ended: with its answer, or with the error that took its place. */
export type RunEnd = {
  readonly error?: unknown
  /** another tab has it now */
  readonly taken?: boolean
}

export type LiveRun = {
  /** `onRunning` is called when the session is open and the tool is about to be called. */
  start(recorder: Recorder, options: RunOptions, onRunning: () => void): Promise<RunEnd>
  /** Undefined when no run was left behind. `onFound` is called before the first request goes out. */
  restore(makeRecorder: () => Recorder): Promise<RunEnd | undefined>
  pull(): void
  push(): void
  cancel(): void
  setFault(fault: FaultId, on: boolean, setting?: FaultSetting): void
  /** Faults that are on, or wait for their moment: the next run begins with them. */
  armed(): readonly FaultId[]
  /** What the next resume sends instead of what is kept. */
  editHeaders(edits: HeaderEdits | undefined): void
  /** Ends the wait that follows the refusal of an edited resume. */
  askAgain(): void
  freezeWait(frozen: boolean): void
  /** Ends the run: its session too, when the server can be reached. Nothing of it is recorded any more. */
  dismiss(): void
  /** Closes every connection; the session stays, for a page that comes back. */
  leave(): void
}

export function createLiveRun(options: LiveRunOptions): LiveRun {
  const state: LiveRunState = { options, armed: createArmedFaults(), current: undefined }
  return {
    start: (recorder, chosen, onRunning) => start(state, recorder, chosen, onRunning),
    restore: (makeRecorder) => restore(state, makeRecorder),
    dismiss: () => dismiss(state),
    pull: () => state.current?.faults.plug.pull(),
    push: () => state.current?.faults.plug.push(),
    cancel: () => state.current?.calling.abort(),
    setFault(fault, on, setting) {
      state.armed.set(fault, on && staysSet(fault), setting)
      state.current?.faults.set(fault, on, setting)
    },
    armed: state.armed.list,
    editHeaders: (edits) => state.current?.faults.editHeaders(edits),
    askAgain: () => state.current?.client?.askNow(),
    freezeWait: (frozen) => state.current?.faults.freezeWait(frozen),
    leave() {
      state.current?.watching.abort()
      state.current?.letGo?.()
      state.current?.client?.close()
    },
  }
}

async function start(state: LiveRunState, recorder: Recorder, chosen: RunOptions, onRunning: () => void): Promise<RunEnd> {
  const { loadEngine, newCallId } = state.options
  dismiss(state)
  let run: OpenRun | undefined
  try {
    const engine = await loadEngine(chosen.home)
    run = await openRun(state, engine, recorder, { ...chosen, resume: false })
    hold(state, run)
    onRunning()
    await run.client?.callTool({ call: newCallId(), tool: chosen.tool, args: argumentsOf(chosen), signal: run.calling.signal })
    return {}
  } catch (error) {
    return endOf(run, error)
  }
}

async function restore(state: LiveRunState, makeRecorder: () => Recorder): Promise<RunEnd | undefined> {
  const { loadEngine, storage } = state.options
  let run: OpenRun | undefined
  try {
    const { keptEndpoint } = await import('../../client/kept-session')
    const endpoint = keptEndpoint(storage)
    if (endpoint === undefined) return undefined
    const engine = await loadEngine(homeOf(endpoint))
    run = await openRun(state, engine, makeRecorder(), { resume: true })
    const answer = run.client?.adopt({ signal: run.calling.signal })
    hold(state, run)
    await answer
    return {}
  } catch (error) {
    return endOf(run, error)
  }
}

function dismiss(state: LiveRunState): void {
  const old = state.current
  state.current = undefined
  if (!old) return
  old.recorder.stop()
  old.watching.abort()
  old.letGo?.()
  // The session of a run that another tab took is that tab's to end.
  if (old.taken) return
  void old.client?.end().catch(() => {})
}

/** Lets go at the first word of another tab: two that both resume would cut each other off for ever. */
function hold({ options }: LiveRunState, run: OpenRun): void {
  const session = run.client?.sessionId
  if (session === undefined) return
  run.letGo = options.claim?.(session, () => {
    run.taken = true
    run.recorder.record({ kind: 'run.taken' }, 'client')
    run.watching.abort()
    run.client?.close()
  })
}

const endOf = (run: OpenRun | undefined, error: unknown): RunEnd => (run?.taken ? { taken: true } : { error })

function argumentsOf({ tool, picture, delay }: RunOptions): Record<string, unknown> {
  switch (tool) {
    case 'paint_picture':
      return { picture, delay }
    case 'tell_story':
      return { delay }
    case 'countdown':
      return { delay }
  }
}

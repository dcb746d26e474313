/**
 * One live run at a time: loads the engine (SDK client and runtime) when first needed, connects, watches the feed, calls the
 * tool, and tells the recorder everything. It knows nothing about the screen. A run is one session; starting again ends it.
 */
import type { ConnectedClient, connectClient } from '../client/connect'
import type { createFaults, Faults } from '../client/network/client-faults'
import type { createPlug } from '../client/network/plug'
import type { HeaderEdits } from '../faults/commands'
import { type FaultId, staysSet } from '../faults/faults'
import type { Fact, Milliseconds, SessionId } from '../protocol/observation'
import { ReasonError } from '../protocol/reason-text'
import { type Home, homeOf } from '../runtime/home'
import type { Runtime, Watched } from '../runtime/runtime'
import type { Recorder } from './recorder'
import type { FaultSetting, RunOptions } from './types'

/** What is loaded lazily: everything that speaks the protocol. */
export type Engine = {
  readonly runtime: Runtime
  readonly connectClient: typeof connectClient
  readonly createPlug: typeof createPlug
  readonly createFaults: typeof createFaults
}

export type LiveRunOptions = {
  /** `home`: where the server is to be; undefined: where one answers */
  readonly loadEngine: (home: Home | undefined) => Promise<Engine>
  /** survives a reload, not a new tab; undefined where storage is off */
  readonly storage: Storage | undefined
  readonly newCallId: () => string
  /** Says that this tab has the session, and hears when another has. Returns what stops listening. */
  readonly claim?: (session: SessionId, onTaken: () => void) => () => void
}

/** How a run ended: with its answer, or with the error that took its place. */
export type RunEnd = {
  readonly error?: unknown
  /** another tab has it now */
  readonly taken?: boolean
}

type LiveRun = {
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

type Current = {
  faults: Faults
  client?: ConnectedClient
  watching: AbortController
  calling: AbortController
  recorder: Recorder
  taken?: boolean
  letGo?: () => void
}

/** How long an exchange may carry nothing before the client gives it up: three times the server's keep-alive. */
const PATIENCE: Milliseconds = 45_000
/** Other servers lose answers: a call that three connections in a row bring nothing new of for so long, or ten end empty, has lost its own. */
const STALL_LIMITS = { after: 8000, most: 3, mostEmpty: 10 }

export function createLiveRun({ loadEngine, storage, newCallId, claim }: LiveRunOptions): LiveRun {
  let current: Current | undefined
  const wanted = new Map<FaultId, FaultSetting | undefined>()
  let armed: readonly FaultId[] = []

  function want(fault: FaultId, on: boolean, setting?: FaultSetting) {
    if (on) wanted.set(fault, setting)
    else if (!wanted.delete(fault)) return
    armed = [...wanted.keys()]
  }

  function dismiss() {
    const old = current
    current = undefined
    if (!old) return
    old.recorder.stop()
    old.watching.abort()
    old.letGo?.()
    // The session of a run that another tab took is that tab's to end.
    if (old.taken) return
    void old.client?.end().catch(() => {})
  }

  /** Lets go at the first word of another tab: two that both resume would cut each other off for ever. */
  function hold(run: Current) {
    const session = run.client?.sessionId
    if (session === undefined) return
    run.letGo = claim?.(session, () => {
      run.taken = true
      run.recorder.record({ kind: 'run.taken' }, 'client')
      run.watching.abort()
      run.client?.close()
    })
  }

  const endOf = (run: Current | undefined, error: unknown): RunEnd => (run?.taken ? { taken: true } : { error })

  /** A moment that has struck, or that never came, is not waited for in the next run. */
  function observeInto(recorder: Recorder) {
    return (fact: Fact) => {
      recorder.record(fact, 'client')
      if (fact.kind === 'fault.set' && (fact.state === 'struck' || fact.state === 'off')) want(fact.fault as FaultId, false)
    }
  }

  async function open(engine: Engine, recorder: Recorder, options: Partial<RunOptions>, resume: boolean): Promise<Current> {
    const { runtime, createPlug, createFaults } = engine
    const run: Current = {
      faults: createFaults({
        observe: observeInto(recorder),
        createPlug,
        patience: PATIENCE,
        callStream: () => run.client?.kept.running?.stream,
        async control(command) {
          const session = run.client?.sessionId
          if (session === undefined) throw new ReasonError({ code: 'no-session-yet' })
          await runtime.control(session, command)
        },
      }),
      watching: new AbortController(),
      calling: new AbortController(),
      recorder,
    }
    current = run
    for (const [fault, setting] of [...wanted]) run.faults.set(fault, true, setting)
    const { faults } = run
    const { resumability, server, answer, dropsDuplicates } = options
    run.client = await engine.connectClient({
      endpoint: runtime.endpoint,
      fetch: faults.wrap(runtime.fetch),
      plug: faults.plug,
      observe: faults.observe,
      patience: faults.patience,
      edits: faults.edits,
      impatient: faults.impatient,
      waiting: faults.waiting,
      stallLimits: STALL_LIMITS,
      storage,
      resume,
      ...(resumability !== undefined && { resumability }),
      ...(server !== undefined && { server }),
      ...(answer !== undefined && { answer }),
      ...(dropsDuplicates !== undefined && { dropsDuplicates }),
    })
    if (current !== run) {
      // Started again in the meantime: this run is nobody's.
      void run.client.end()
      throw new ReasonError({ code: 'run-left' })
    }
    if (run.client.sessionId) {
      const onFact = ({ fact, at }: Watched) => {
        recorder.record(fact, 'server', at)
        faults.serverSaw(fact)
      }
      const watched = runtime.watch(run.client.sessionId, onFact, run.watching.signal)
      watched.catch(() => {})
    }
    return run
  }

  return {
    async start(recorder, options, onRunning) {
      dismiss()
      let run: Current | undefined
      try {
        const engine = await loadEngine(options.home)
        run = await open(engine, recorder, options, false)
        hold(run)
        onRunning()
        await run.client?.callTool({ call: newCallId(), tool: options.tool, args: argumentsOf(options), signal: run.calling.signal })
        return {}
      } catch (error) {
        return endOf(run, error)
      }
    },
    async restore(makeRecorder) {
      let run: Current | undefined
      try {
        const { keptEndpoint } = await import('../client/kept-session')
        const endpoint = keptEndpoint(storage)
        if (endpoint === undefined) return undefined
        const engine = await loadEngine(homeOf(endpoint))
        run = await open(engine, makeRecorder(), {}, true)
        const answer = run.client?.adopt({ signal: run.calling.signal })
        hold(run)
        await answer
        return {}
      } catch (error) {
        return endOf(run, error)
      }
    },
    dismiss,
    pull: () => current?.faults.plug.pull(),
    push: () => current?.faults.plug.push(),
    cancel: () => current?.calling.abort(),
    setFault(fault, on, setting) {
      want(fault, on && staysSet(fault), setting)
      current?.faults.set(fault, on, setting)
    },
    armed: () => armed,
    editHeaders: (edits) => current?.faults.editHeaders(edits),
    askAgain: () => current?.client?.askNow(),
    freezeWait: (frozen) => current?.faults.freezeWait(frozen),
    leave() {
      current?.watching.abort()
      current?.letGo?.()
      current?.client?.close()
    },
  }
}

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

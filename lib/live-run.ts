/**
 * One live run at a time: loads the engine (SDK client and runtime) when first needed, connects, watches the feed, calls the
 * tool, and tells the recorder everything. It knows nothing about the screen. A run is one session; starting again ends it.
 */
import type { ConnectedClient, connectClient } from './client/connect'
import type { createPlug, Plug } from './client/plug'
import type { HeaderEdits } from './faults/commands'
import type { FaultId } from './faults/faults'
import { type Home, homeOf } from './home'
import type { FaultSetting, RunOptions } from './playground-types'
import type { Recorder } from './recorder'
import type { Runtime } from './runtime/runtime'

/** What is loaded lazily: everything that speaks the protocol. */
export type Engine = {
  readonly runtime: Runtime
  readonly connectClient: typeof connectClient
  readonly createPlug: typeof createPlug
}

export type LiveRunOptions = {
  /** `home`: where the server is to be; undefined: where one answers */
  readonly loadEngine: (home: Home | undefined) => Promise<Engine>
  /** survives a reload, not a new tab; undefined where storage is off */
  readonly storage: Storage | undefined
  readonly newCallId: () => string
}

/** How a run ended: with its answer, or with the error that took its place. */
export type RunEnd = { readonly error?: unknown }

export type LiveRun = {
  /** `onRunning` is called when the session is open and the tool is about to be called. */
  start(recorder: Recorder, options: RunOptions, onRunning: () => void): Promise<RunEnd>
  /** Undefined when no run was left behind. `onFound` is called before the first request goes out. */
  restore(makeRecorder: () => Recorder): Promise<RunEnd | undefined>
  pull(): void
  push(): void
  cancel(): void
  setFault(fault: FaultId, on: boolean, setting?: FaultSetting): void
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

type Current = { plug: Plug; client?: ConnectedClient; watching: AbortController; calling: AbortController; recorder: Recorder }

export function createLiveRun({ loadEngine, storage, newCallId }: LiveRunOptions): LiveRun {
  let current: Current | undefined

  function dismiss() {
    const old = current
    current = undefined
    if (!old) return
    old.recorder.stop()
    old.watching.abort()
    void old.client?.end().catch(() => {})
  }

  async function open(engine: Engine, recorder: Recorder, resumability: boolean, resume: boolean): Promise<Current> {
    const observe = (fact: Parameters<Recorder['record']>[0]) => recorder.record(fact, 'client')
    const run: Current = {
      plug: engine.createPlug({ observe }),
      watching: new AbortController(),
      calling: new AbortController(),
      recorder,
    }
    current = run
    run.client = await engine.connectClient({
      endpoint: engine.runtime.endpoint,
      fetch: engine.runtime.fetch,
      plug: run.plug,
      observe,
      storage,
      resumability,
      resume,
    })
    if (current !== run) {
      // Started again in the meantime: this run is nobody's.
      void run.client.end()
      throw new Error('The run was left before it began.')
    }
    if (run.client.sessionId) {
      const watched = engine.runtime.watch(run.client.sessionId, ({ fact, at }) => recorder.record(fact, 'server', at), run.watching.signal)
      watched.catch(() => {})
    }
    return run
  }

  return {
    async start(recorder, options, onRunning) {
      dismiss()
      try {
        const engine = await loadEngine(options.home)
        const run = await open(engine, recorder, options.resumability, false)
        onRunning()
        await run.client?.callTool({ call: newCallId(), tool: options.tool, args: argumentsOf(options), signal: run.calling.signal })
        return {}
      } catch (error) {
        return { error }
      }
    },
    async restore(makeRecorder) {
      try {
        const { keptEndpoint } = await import('./client/kept')
        const endpoint = keptEndpoint(storage)
        if (endpoint === undefined) return undefined
        const engine = await loadEngine(homeOf(endpoint))
        const run = await open(engine, makeRecorder(), true, true)
        await run.client?.adopt({ signal: run.calling.signal })
        return {}
      } catch (error) {
        return { error }
      }
    },
    dismiss,
    pull: () => current?.plug.pull(),
    push: () => current?.plug.push(),
    cancel: () => current?.calling.abort(),
    setFault() {},
    editHeaders() {},
    askAgain() {},
    freezeWait() {},
    leave() {
      current?.watching.abort()
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

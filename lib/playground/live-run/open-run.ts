/**
 * Opens a run: one client, connected through its faults, and the feed of its server. Everything seen goes to the recorder. Which run is the
 * current one, and how it ends, is for live-run.ts.
 */
import type { ConnectedClient, connectClient } from '../../client/connect'
import type { createFaults, Faults } from '../../client/network/client-faults'
import type { createPlug } from '../../client/network/plug'
import type { FaultId } from '../../faults/faults'
import type { Home, RunOptions } from '../../model/run-options'
import type { Fact, Milliseconds, SessionId } from '../../protocol/observation'
import { ReasonError } from '../../protocol/reason-text'
import type { Runtime, Watched } from '../../runtime/runtime'
import type { Recorder } from '../recorder'
import type { ArmedFaults } from './armed-faults'

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

export type OpenRun = {
  readonly faults: Faults
  readonly recorder: Recorder
  /** aborted: the feed of the server is not read any more */
  readonly watching: AbortController
  /** aborted: the call is cancelled */
  readonly calling: AbortController
  /** once it is connected */
  client?: ConnectedClient
  /** another tab has its session */
  taken?: boolean
  /** stops listening for other tabs */
  letGo?: () => void
}

/** What lasts from run to run. */
export type LiveRunState = {
  readonly options: LiveRunOptions
  readonly armed: ArmedFaults
  current: OpenRun | undefined
}

/** How long an exchange may carry nothing before the client gives it up: three times the server's keep-alive. */
const EXCHANGE_IDLE_MS: Milliseconds = 45_000
/** Other servers lose answers: a call that three connections in a row bring nothing new of for so long, or ten end empty, has lost its own. */
const STALL_LIMITS = { after: 8000, most: 3, mostEmpty: 10 }

/** Makes a run the current one and connects it. Rejects when another run became the current one in the meantime. */
export async function openRun(
  state: LiveRunState,
  engine: Engine,
  recorder: Recorder,
  { resume, ...options }: Partial<RunOptions> & { readonly resume: boolean },
): Promise<OpenRun> {
  const { runtime } = engine
  const run = createRun(state, engine, recorder)
  const { faults } = run
  state.current = run
  for (const [fault, setting] of state.armed.all()) faults.set(fault, true, setting)
  const { resumability, server, answer, dropsDuplicates } = options
  run.client = await engine.connectClient({
    observe: faults.observe,
    transport: {
      endpoint: runtime.endpoint,
      fetch: runtime.fetch,
      network: faults.network,
      plug: faults.plug,
      idleTimeout: faults.idleTimeout,
    },
    faults: {
      edits: faults.edits,
      impatient: faults.impatient,
      retrySleep: faults.retrySleep,
      stallLimits: STALL_LIMITS,
      dropsDuplicates,
    },
    session: { storage: state.options.storage, resume, resumability, server, answer },
  })
  if (state.current !== run) {
    // Started again in the meantime: this run is nobody's.
    void run.client.end()
    throw new ReasonError({ code: 'run-left' })
  }
  watch(run, runtime)
  return run
}

function createRun({ armed }: LiveRunState, { runtime, createPlug, createFaults }: Engine, recorder: Recorder): OpenRun {
  const run: OpenRun = {
    faults: createFaults({
      observe: observeInto(recorder, armed),
      createPlug,
      idleTimeout: EXCHANGE_IDLE_MS,
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
  return run
}

/** Records what the client sees. A moment that has struck, or that never came, is not waited for in the next run. */
function observeInto(recorder: Recorder, armed: ArmedFaults) {
  return (fact: Fact) => {
    recorder.record(fact, 'client')
    if (fact.kind === 'fault.set' && (fact.state === 'struck' || fact.state === 'off')) armed.set(fact.fault as FaultId, false)
  }
}

/** Records what the server tells of the session. */
function watch({ client, faults, recorder, watching }: OpenRun, runtime: Runtime): void {
  if (!client?.sessionId) return
  const onFact = ({ fact, at }: Watched) => {
    recorder.record(fact, 'server', at)
    faults.serverSaw(fact)
  }
  runtime.watch(client.sessionId, onFact, watching.signal).catch(() => {})
}

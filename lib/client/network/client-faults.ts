/**
 * Everything that can be made to go wrong with one client, by the name of the fault: the network's ways, the cut points, the client's
 * own bad manners, and what the server is asked to do out of band. Says what became of each (`fault.set`); decides nothing for the screen.
 */
import type { FaultCommand, HeaderEdits } from '../../faults/commands'
import type { FaultId } from '../../faults/faults'
import type { EpochMs, Milliseconds, Observe, ServerFact } from '../../protocol/observation'
import type { FaultDetail } from '../../protocol/reason'
import { reasonOf } from '../../protocol/reason-text'
import { sleep as realSleep, type Sleep } from '../../streams/sleep'
import { CUT_POINTS, type CutPoint, type CutPoints, createCutPoints } from './cut-points'
import { createIdleTimeout, type IdleTimeout } from './idle-timeout'
import { createNetwork, type Network } from './network'
import { createPausableSleep, type PausableSleep } from './pausable-sleep'
import type { Plug, PlugOptions } from './plug'

type Setting = { readonly amount?: number; readonly keepAlive?: boolean }

type FaultsOptions = {
  readonly observe: Observe
  readonly createPlug: (options: PlugOptions) => Plug
  /** Asks the server, out of band; rejects when it refuses, or when there is no session yet. */
  readonly control: (command: FaultCommand) => Promise<void>
  /** The stream of the call that runs, when it is known. */
  readonly callStream?: () => string | undefined
  readonly sleep?: Sleep
  readonly clock?: () => EpochMs
  /** How long this client bears an exchange without a byte; undefined: for ever. */
  readonly idleTimeout?: Milliseconds
}

export type Faults = {
  readonly plug: Plug
  readonly idleTimeout: IdleTimeout
  /** Everything the client says goes through here. */
  readonly observe: Observe
  /** Everything the server's feed tells. */
  serverSaw(fact: ServerFact): void
  /** The network as it is made to be. */
  network(fetch: typeof globalThis.fetch): typeof globalThis.fetch
  set(fault: FaultId, on: boolean, setting?: Setting): void
  readonly impatient: () => boolean
  readonly edits: () => HeaderEdits | undefined
  editHeaders(edits: HeaderEdits | undefined): void
  /** sleeps through reconnection waits */
  readonly retrySleep: PausableSleep
  freezeWait(frozen: boolean): void
}

/**
 * Bytes a second of a slow network, milliseconds an idle proxy allows, milliseconds of silence a client bears while the network
 * is silent, events that an eviction leaves. */
const USUAL = { slow: 400, idle: 2000, silence: 8000, leave: 2 } as const

type State = {
  readonly options: FaultsOptions
  readonly plug: Plug
  readonly network: Network
  readonly cutPoints: CutPoints
  readonly idleTimeout: IdleTimeout
  /** of the idle proxy that is on */
  proxyLimit: Milliseconds | undefined
  proxyCuts: number
  impatient: boolean
  edits: HeaderEdits | undefined
}

export function createFaults(options: FaultsOptions): Faults {
  const { createPlug, control, sleep = realSleep, clock = Date.now } = options
  const observe: Observe = (fact) => {
    options.observe(fact)
    state.cutPoints.clientSaw(fact)
  }
  const network = createNetwork({
    sleep,
    // Until then the client keeps the short timeout: the connections of that time are dead, and nobody will say so.
    onRecovered: () => state.idleTimeout.setLimit(options.idleTimeout),
    onIdleCut: () => report(state, 'idle-proxy', 'on', { code: 'cuts-idle', ms: state.proxyLimit ?? 0, cuts: ++state.proxyCuts }),
  })
  const state: State = {
    options,
    network,
    plug: createPlug({ observe, cutHook: (...args) => state.cutPoints.cutHook(...args) }),
    cutPoints: createCutPoints({
      observe: options.observe,
      pull: () => state.plug.pull(),
      drop: (which) => network.drop(which) > 0,
      hold: (on) => control({ fault: 'hold', on }),
    }),
    idleTimeout: createIdleTimeout({ sleep, limit: options.idleTimeout }),
    proxyLimit: undefined,
    proxyCuts: 0,
    impatient: false,
    edits: undefined,
  }
  const pausable = createPausableSleep({ sleep, clock })
  return {
    plug: state.plug,
    idleTimeout: state.idleTimeout,
    observe,
    serverSaw: state.cutPoints.serverSaw,
    network: network.wrap,
    set: (fault, on, setting) => setFault(state, fault, on, setting),
    impatient: () => state.impatient,
    edits: () => state.edits,
    editHeaders(changed) {
      state.edits = changed
    },
    retrySleep: pausable.sleep,
    freezeWait: pausable.freeze,
  }
}

function setFault(state: State, fault: FaultId, on: boolean, setting: Setting = {}): void {
  const { cutPoints, options } = state
  if (isCutPoint(fault)) {
    if (on) cutPoints.arm(fault)
    else cutPoints.disarm(fault)
  }
  if (fault === 'yank' && on) yank(state)
  else if (fault === 'silence') silence(state, on, setting.amount)
  else if (fault === 'slow') slow(state, on, setting.amount)
  else if (fault === 'idle-proxy') idleProxy(state, on, setting)
  else if (fault === 'impatient') beImpatient(state, on)
  const asked = on ? commandOf(fault, setting, options.callStream?.()) : undefined
  if (asked) command(state, fault, asked)
}

function report({ options }: State, fault: FaultId, to: 'struck' | 'on' | 'off', detail?: FaultDetail, setting: Setting = {}): void {
  options.observe({ kind: 'fault.set', fault, state: to, ...(detail !== undefined && { detail }), ...setting })
}

function command(state: State, fault: FaultId, asked: FaultCommand): void {
  state.options.control(asked).catch((error: unknown) => report(state, fault, 'off', reasonOf(error)))
}

function silence(state: State, on: boolean, after: Milliseconds = USUAL.silence): void {
  const { idleTimeout, network, options } = state
  if (on) idleTimeout.setLimit(Math.min(after, options.idleTimeout ?? after))
  network.silence(on)
  if (on) report(state, 'silence', 'on', { code: 'gives-up-after', seconds: after / 1000 }, { amount: after })
  else report(state, 'silence', 'off', { code: 'old-connections-dead' })
}

function slow(state: State, on: boolean, rate: number = USUAL.slow): void {
  state.network.slow(on ? rate : undefined)
  if (on) report(state, 'slow', 'on', { code: 'bytes-a-second', rate }, { amount: rate })
  else report(state, 'slow', 'off')
}

function idleProxy(state: State, on: boolean, { amount = USUAL.idle, keepAlive }: Setting): void {
  state.proxyCuts = 0
  state.proxyLimit = on ? amount : undefined
  const setting = { amount, ...(keepAlive !== undefined && { keepAlive }) }
  if (on) report(state, 'idle-proxy', 'on', { code: 'cuts-idle', ms: amount }, setting)
  else report(state, 'idle-proxy', 'off')
  state.network.idleProxy(state.proxyLimit)
  if (keepAlive === undefined) return
  const every = Math.max(100, Math.round(amount / 3))
  command(state, 'idle-proxy', { fault: 'keep-alive', on: on && keepAlive, ...(on && keepAlive && { every }) })
}

function yank(state: State): void {
  if (state.plug.state === 'out') return
  report(state, 'yank', 'struck')
  state.plug.pull()
}

function beImpatient(state: State, on: boolean): void {
  state.impatient = on
  report(state, 'impatient', on ? 'on' : 'off', on ? { code: 'asks-at-once' } : undefined)
}

/** What the server is asked to do; undefined for what is not the server's. */
function commandOf(fault: FaultId, { amount = USUAL.leave }: Setting, stream: string | undefined): FaultCommand | undefined {
  switch (fault) {
    case 'polite-close':
      return { fault: 'polite-close', ...(stream !== undefined && { stream }) }
    case 'restart-forgetting':
      return { fault: 'restart', keeps: 'nothing' }
    case 'restart-keeping':
      return { fault: 'restart', keeps: 'log' }
    case 'end-session':
      return { fault: 'end', how: 'deleted' }
    case 'expire-session':
      return { fault: 'end', how: 'expired' }
    case 'evict':
      return { fault: 'evict', leave: amount }
    default:
      return undefined
  }
}

function isCutPoint(fault: FaultId): fault is CutPoint {
  return (CUT_POINTS as readonly string[]).includes(fault)
}

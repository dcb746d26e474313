/**
 * Everything that can be made to go wrong with one client, by the name of the fault: the network's ways, the named moments, the client's
 * own bad manners, and what the server is asked to do out of band. Says what became of each (`fault.set`); decides nothing for the screen.
 */
import type { FaultCommand, HeaderEdits } from '../../faults/commands'
import type { FaultId } from '../../faults/faults'
import type { EpochMs, Milliseconds, Observe, ServerFact } from '../../protocol/observation'
import type { FaultDetail } from '../../protocol/reason'
import { reasonOf } from '../../protocol/reason-text'
import { sleep as realSleep, type Sleep } from '../../streams/sleep'
import { CUT_POINTS, type CutPoint, createCutPoints } from './cut-points'
import { createIdleTimeout, type IdleTimeout } from './idle-timeout'
import { createNetwork } from './network'
import { createPausableSleep, type PausableSleep } from './pausable-sleep'
import type { CutHook, Plug, PlugOptions } from './plug'

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
  readonly patience?: Milliseconds
}

export type Faults = {
  readonly plug: Plug
  readonly patience: IdleTimeout
  /** Everything the client says goes through here. */
  readonly observe: Observe
  /** Everything the server's feed tells. */
  serverSaw(fact: ServerFact): void
  /** The network as it is made to be: give it to the client as its fetch. */
  wrap(fetch: typeof globalThis.fetch): typeof globalThis.fetch
  set(fault: FaultId, on: boolean, setting?: Setting): void
  readonly impatient: () => boolean
  readonly edits: () => HeaderEdits | undefined
  editHeaders(edits: HeaderEdits | undefined): void
  readonly waiting: PausableSleep
  freezeWait(frozen: boolean): void
}

/** Bytes a second of a slow network, milliseconds an idle proxy allows, seconds of silence a client bears once it is on its guard. */
const USUAL = { slow: 400, idle: 2000, patience: 8000, leave: 2 } as const

export function createFaults(options: FaultsOptions): Faults {
  const { createPlug, control, callStream = () => undefined, sleep = realSleep, clock = Date.now } = options
  const observe: Observe = (fact) => {
    options.observe(fact)
    moments.clientSaw(fact)
  }
  const say = (fault: FaultId, state: 'struck' | 'on' | 'off', detail?: FaultDetail, setting: Setting = {}) =>
    options.observe({ kind: 'fault.set', fault, state, ...(detail !== undefined && { detail }), ...setting })

  let idleLimit: Milliseconds | undefined
  let idleCuts = 0
  const network = createNetwork({
    sleep,
    // Until then the client stays on guard: the connections of that time are dead, and nobody will say so.
    onRecovered: () => patience.setLimit(options.patience),
    onIdleCut: () => say('idle-proxy', 'on', { code: 'cuts-idle', ms: idleLimit ?? 0, cuts: ++idleCuts }),
  })
  const cutHook: CutHook = (...args) => moments.cutHook(...args)
  const plug = createPlug({ observe, cutHook })
  const moments = createCutPoints({
    observe: options.observe,
    pull: () => plug.pull(),
    drop: (which) => network.drop(which) > 0,
    hold: (on) => control({ fault: 'hold', on }),
  })
  const patience = createIdleTimeout({ sleep, ...(options.patience !== undefined && { limit: options.patience }) })
  const freezer = createPausableSleep({ sleep, clock })
  let impatient = false
  let edits: HeaderEdits | undefined

  function command(fault: FaultId, asked: FaultCommand): void {
    control(asked).catch((error: unknown) => say(fault, 'off', reasonOf(error)))
  }

  function silence(on: boolean, after: Milliseconds = USUAL.patience): void {
    if (on) patience.setLimit(Math.min(after, options.patience ?? after))
    network.silence(on)
    if (on) say('silence', 'on', { code: 'gives-up-after', seconds: after / 1000 }, { amount: after })
    else say('silence', 'off', { code: 'old-connections-dead' })
  }

  function slow(on: boolean, rate: number = USUAL.slow): void {
    network.slow(on ? rate : undefined)
    if (on) say('slow', 'on', { code: 'bytes-a-second', rate }, { amount: rate })
    else say('slow', 'off')
  }

  function idleProxy(on: boolean, { amount = USUAL.idle, keepAlive }: Setting): void {
    idleCuts = 0
    idleLimit = on ? amount : undefined
    if (on) say('idle-proxy', 'on', { code: 'cuts-idle', ms: amount }, { amount, ...(keepAlive !== undefined && { keepAlive }) })
    else say('idle-proxy', 'off')
    network.idleProxy(idleLimit)
    if (keepAlive !== undefined) {
      command('idle-proxy', {
        fault: 'keep-alive',
        on: on && keepAlive,
        ...(on && keepAlive && { every: Math.max(100, Math.round(amount / 3)) }),
      })
    }
  }

  function yank(): void {
    if (plug.state === 'out') return
    say('yank', 'struck')
    plug.pull()
  }

  function beImpatient(on: boolean): void {
    impatient = on
    say('impatient', on ? 'on' : 'off', on ? { code: 'asks-at-once' } : undefined)
  }

  return {
    plug,
    patience,
    observe,
    serverSaw: moments.serverSaw,
    wrap: network.wrap,
    set(fault, on, setting = {}) {
      if (isCutPoint(fault)) {
        if (on) moments.arm(fault)
        else moments.disarm(fault)
      }
      if (fault === 'yank' && on) yank()
      else if (fault === 'silence') silence(on, setting.amount)
      else if (fault === 'slow') slow(on, setting.amount)
      else if (fault === 'idle-proxy') idleProxy(on, setting)
      else if (fault === 'impatient') beImpatient(on)
      const asked = on ? commandOf(fault, setting, callStream()) : undefined
      if (asked) command(fault, asked)
    },
    impatient: () => impatient,
    edits: () => edits,
    editHeaders(changed) {
      edits = changed
    },
    waiting: freezer.sleep,
    freezeWait: freezer.freeze,
  }
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

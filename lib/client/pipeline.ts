/**
 * The chain of fetches of one client. Each layer wraps the one below; a request goes down, an answer comes up:
 *
 *   SDK transport
 *      │  ▲
 *   resumable     one unbroken event stream, however many connections it takes      resume/resumable-fetch.ts
 *   keepSession   keeps Mcp-Session-Id as soon as it is there                        here
 *   tap           observes what got through                                          tap.ts
 *   idleTimeout   gives up what carries no byte for too long                         network/idle-timeout.ts
 *   plug          severs everything at once                                          network/plug.ts
 *   network       swallows, delays, cuts what is idle                                network/network.ts
 *      ▼  │
 *   fetch         of the platform, or of the server in this page                     lib/runtime
 *
 * The tap is above what breaks, so it sees what the client sees; the network is below the plug, because pulling is not its business.
 */
import type { HeaderEdits } from '../faults/commands'
import type { RequestId } from '../protocol/json-rpc'
import type { EventId, Observe } from '../protocol/observation'
import type { Sleep } from '../streams/sleep'
import type { Kept } from './kept-session'
import type { IdleTimeout } from './network/idle-timeout'
import type { PausableSleep } from './network/pausable-sleep'
import type { Plug } from './network/plug'
import type { StallLimits } from './resume/reconnect'
import { createResumable } from './resume/resumable-fetch'
import { createTap } from './tap'

type FetchLayer = (fetch: typeof globalThis.fetch) => typeof globalThis.fetch

/** How the client reaches the server. */
export type TransportOptions = {
  readonly endpoint: URL
  /** the bottom of the chain */
  readonly fetch: typeof globalThis.fetch
  /** what the network does to it; by default nothing */
  readonly network?: FetchLayer
  readonly plug?: Plug
  /** Gives up exchanges that carry nothing for too long; without it, the client waits for ever. */
  readonly idleTimeout?: IdleTimeout
  readonly sleep?: Sleep
}

/** How the client behaves, and misbehaves, when it resumes. */
export type ClientFaults = {
  /** What the learner wants the next resume to send instead of what is kept. */
  readonly edits?: () => HeaderEdits | undefined
  /** true: the client ignores the reconnection time. */
  readonly impatient?: () => boolean
  /** Sleeps through reconnection waits, and can be frozen. */
  readonly retrySleep?: PausableSleep
  /** How long a resumed call may bring nothing new from a server other than ours; without it, for ever. Ours loses nothing. */
  readonly stallLimits?: StallLimits
  /** false: a message that comes again is passed on again. */
  readonly dropsDuplicates?: boolean
}

type PipelineOptions = {
  readonly transport: TransportOptions
  readonly plug: Plug
  readonly faults: ClientFaults
  readonly observe: Observe
  readonly kept: Kept
  /** which server answers, when it is not ours */
  readonly server: string | undefined
  /** Calls `wake` when waiting streams are to ask now; the result takes the call back. */
  readonly onWake: (wake: () => void) => () => void
  /** The request that an earlier life of the page POSTed, by its resumption token. */
  readonly requestOf: (lastEventId: EventId) => RequestId | undefined
}

export function createPipeline({ transport, plug, faults, observe, kept, server, onWake, requestOf }: PipelineOptions) {
  const { fetch, network = untouched, idleTimeout, sleep } = transport
  const { edits, impatient, retrySleep, dropsDuplicates } = faults
  const stallLimits = server === undefined ? undefined : faults.stallLimits
  const tap = createTap({ observe, nextConnectionId: () => `c${kept.nextConnection()}` })
  const resuming = { edits, impatient, retrySleep, dropsDuplicates, stallLimits, onPush: onWake, onEvent: kept.received, requestOf }
  const resumable = createResumable({ observe, sleep, ...resuming })
  return {
    fetch: pipe(fetch, network, plug.wrap, idleTimeout?.wrap ?? untouched, tap, keepSession(kept, server), resumable.wrap),
    forget: resumable.forget,
    forgetAll: resumable.forgetAll,
  }
}

/** The last layer is the outermost: it sees a request first. */
function pipe(fetch: typeof globalThis.fetch, ...layers: readonly FetchLayer[]): typeof globalThis.fetch {
  return layers.reduce((below, layer) => layer(below), fetch)
}

const untouched: FetchLayer = (fetch) => fetch

/** Keeps the session id as soon as the headers of the answer to initialize are there. */
function keepSession(kept: Kept, server: string | undefined): FetchLayer {
  return (fetch) => async (input, init) => {
    const response = await fetch(input, init)
    const id = response.ok ? response.headers.get('mcp-session-id') : null
    if (id !== null) kept.sessionOpened(id, server)
    return response
  }
}

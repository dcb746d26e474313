/**
 * A scenario: what a run is started with, and what is done to it when. A live run cannot be repeated to the millisecond, so a moment is
 * said in events: after so many received, or so many stored. Pure; link.ts writes it into an address, performer.ts performs it.
 */

import { CLIENT_FAULTS, isMoment, NETWORK_FAULTS, SERVER_FAULTS } from '../faults/faults'
import type { RunOptions, SharedOptions } from '../model/run-options'
import { STANDALONE, streamOf } from '../protocol/event-id'
import type { EpochMs, Observation, StreamName } from '../protocol/observation'
import { redact, sessionIdsIn } from '../trace/recording/redact'
import { snapshotAt } from '../trace/snapshot'
import type { Trace } from '../trace/trace'
import { countsOf } from './counts'
import { runOptionsOf } from './options-of-run'

/** Messages of the tool call so far: `received` by the client, `stored` (or sent) by the server. */
export type Mark = { readonly count: 'received' | 'stored'; readonly n: number }

/** Which kept header an edit concerns: the session's, the revision's, or the last event ID of the call or the standalone stream. */
export type EditedHeader = 'session' | 'version' | 'call' | 'get'

export type Act =
  | { readonly kind: 'pull'; readonly after: Mark }
  | { readonly kind: 'push'; readonly after: Mark }
  | {
      readonly kind: 'fault'
      readonly after: Mark
      readonly fault: string
      readonly on: boolean
      readonly amount?: number
      readonly keepAlive?: boolean
    }
  /** `value` undefined: the header is left out */
  | { readonly kind: 'edit'; readonly after: Mark; readonly header: EditedHeader; readonly value?: string }
  | { readonly kind: 'as-kept'; readonly after: Mark }

export type Scenario = { readonly options: SharedOptions; readonly acts: readonly Act[] }

/** More acts than this are no scenario any more. */
export const MOST_ACTS = 40

/** What a page does to itself cannot be told by a link: the page that tells it would be gone. */
export const PAGE_FAULTS: readonly string[] = ['reload', 'close-tab', 'second-tab'] satisfies (typeof CLIENT_FAULTS)[number][]

/** The faults that a link may name. */
export const SHARED_FAULTS: readonly string[] = [...NETWORK_FAULTS, ...SERVER_FAULTS, ...CLIENT_FAULTS].filter(
  (fault) => !PAGE_FAULTS.includes(fault),
)

/** Says no session id: what the reader typed there is replaced. */
const MADE_UP = 'made-up'

/**
 * What was done in a run until `at`, ready to be done again: the first `MOST_ACTS` acts. `options` stand where the trace does not tell what
 * the run was started with.
 */
export function scenarioOf(trace: Trace, options: RunOptions, at: EpochMs = Number.POSITIVE_INFINITY): Scenario {
  const { home: _, ...shared } = runOptionsOf(trace, options)
  const reading: Reading = { trace, secrets: sessionIdsIn(trace), acts: [], isStriking: false, stopped: new Set() }
  for (const [i, seen] of trace.observations.entries()) {
    // each act asks what was known then, and what comes later changes none of the first
    if (reading.acts.length > MOST_ACTS) break
    if (seen.at <= at) read(reading, seen, i)
  }
  return { options: shared, acts: reading.acts.slice(0, MOST_ACTS) }
}

type Reading = {
  readonly trace: Trace
  readonly secrets: ReadonlySet<string>
  readonly acts: Act[]
  /** a moment has struck, and is about to pull the plug by itself */
  isStriking: boolean
  /** streams that stand where an edited resume ended, until they are asked for as kept */
  readonly stopped: Set<StreamName | undefined>
}

function read(reading: Reading, seen: Observation, i: number): void {
  const { acts } = reading
  switch (seen.kind) {
    case 'plug.pulled':
      if (!reading.isStriking) acts.push({ kind: 'pull', after: markAt(reading, i) })
      reading.isStriking = false
      return
    case 'plug.pushed':
      acts.push({ kind: 'push', after: markAt(reading, i) })
      reading.stopped.clear()
      return
    case 'connection.opened':
      if (seen.edited) addEdits(reading, seen, i)
      else if (seen.lastEventId !== undefined && reading.stopped.has(seen.stream)) acts.push({ kind: 'as-kept', after: markAt(reading, i) })
      else return
      reading.stopped.clear()
      return
    case 'resume.refused':
      if (seen.edited) reading.stopped.add(seen.stream)
      return
    case 'fault.set':
      addFault(reading, seen, i)
      return
    default:
  }
}

/** What was counted before observation `i`. While the plug is out only the server counts. */
function markAt({ trace }: Reading, i: number): Mark {
  const seen = trace.observations[i]
  const before = snapshotAt({ observations: trace.observations.slice(0, i) }, seen?.at ?? 0)
  const { stored, received } = countsOf(before)
  return before.plug === 'out' ? { count: 'stored', n: stored } : { count: 'received', n: received }
}

function addFault(reading: Reading, seen: Extract<Observation, { kind: 'fault.set' }>, i: number): void {
  const { acts } = reading
  const { fault, state, vantage, detail, amount, keepAlive } = seen
  const isServers = (SERVER_FAULTS as readonly string[]).includes(fault)
  // Each fault is told by the side that acts. `yank` is the plug, which tells for itself.
  if (PAGE_FAULTS.includes(fault) || fault === 'yank' || isServers !== (vantage === 'server')) return
  if (isMoment(fault) && state === 'struck') {
    reading.isStriking = true
    return
  }
  // A moment that never came is over with its call, in every run anew.
  if (isMoment(fault) && state === 'off' && detail !== undefined) return
  const before = acts.findLast((act) => act.kind === 'fault' && act.fault === fault)
  // What is on says so again each time it acts.
  if (state === 'on' && before?.kind === 'fault' && before.on && (amount === undefined || amount === before.amount)) return
  const setting = { ...(amount === undefined ? {} : { amount }), ...(keepAlive === undefined ? {} : { keepAlive }) }
  acts.push({ kind: 'fault', after: markAt(reading, i), fault, on: state !== 'off', ...setting })
}

/** An edit was made before the push that sent it. */
function addEdits(reading: Reading, seen: Extract<Observation, { kind: 'connection.opened' }>, i: number): void {
  const { acts, secrets } = reading
  const { edited = {}, headers: sent, stream } = seen
  const push = acts.at(-1)?.kind === 'push' ? acts.pop() : undefined
  const after = push?.after ?? markAt(reading, i)
  for (const name of Object.keys(edited)) {
    const header = headerOf(name, (streamOfKept(reading, edited[name], i) ?? stream) === STANDALONE)
    if (!header) continue
    const value = header === 'session' && sent[name] !== undefined ? MADE_UP : sent[name]
    const act: Act = { kind: 'edit', after, header, ...(value === undefined ? {} : { value: redact(value, secrets) }) }
    // The session's header goes with each stream's request.
    if (!acts.some((known) => JSON.stringify(known) === JSON.stringify(act))) acts.push(act)
  }
  if (push) acts.push(push)
}

/** The stream that the client kept the id for: what was sent instead may name another. */
function streamOfKept({ trace }: Reading, id: string | undefined, i: number): StreamName | undefined {
  if (id === undefined || id === '') return undefined
  const kept = trace.observations.findLast((seen, n) => n < i && seen.kind === 'headers.kept')
  const found = kept?.kind === 'headers.kept' ? Object.entries(kept.kept.lastEventIds).find(([, value]) => value === id) : undefined
  return found?.[0] ?? streamOf(id)
}

function headerOf(name: string, isStandalone: boolean): EditedHeader | undefined {
  if (name === 'mcp-session-id') return 'session'
  if (name === 'mcp-protocol-version') return 'version'
  if (name === 'last-event-id') return isStandalone ? 'get' : 'call'
  return undefined
}

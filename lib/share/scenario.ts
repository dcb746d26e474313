/**
 * A scenario: what a run is started with, and what is done to it when. A live run cannot be repeated to the millisecond, so a moment is
 * said in events: after so many received, or so many stored. Pure; link.ts writes it into an address, performing.ts does it again.
 */
import type { RunOptions } from '../playground-types'
import type { Observation } from '../trace/observation'
import type { Trace } from '../trace/trace'

export type SharedOptions = Omit<RunOptions, 'home'>

/** Messages of the tool call so far: `received` by the client, `stored` (or sent) by the server. */
export type Mark = { readonly count: 'received' | 'stored'; readonly n: number }

/** Which kept header an edit concerns: the session's, the revision's, or the last event ID of the call or the standalone stream. */
export type EditedHeader = 'session' | 'version' | 'call' | 'get'

export type Act =
  | { readonly kind: 'pull'; readonly after: Mark }
  | { readonly kind: 'push'; readonly after: Mark }
  | { readonly kind: 'fault'; readonly after: Mark; readonly fault: string; readonly on: boolean; readonly amount?: number }
  /** `value` undefined: the header is left out */
  | { readonly kind: 'edit'; readonly after: Mark; readonly header: EditedHeader; readonly value?: string }
  | { readonly kind: 'as-kept'; readonly after: Mark }

export type Scenario = { readonly options: SharedOptions; readonly acts: readonly Act[] }

/** More acts than this are no scenario any more. */
export const MOST_ACTS = 40

/** Says no session id: what the reader typed there is replaced. */
const MADE_UP = 'made-up'

/** What was done in a run, ready to be done again. The first `MOST_ACTS` acts. */
export function scenarioOf(trace: Trace, options: RunOptions): Scenario {
  const { home: _, ...shared } = options
  const reading: Reading = { received: new Set(), stored: 0, stream: undefined, connections: new Set(), out: false, acts: [] }
  for (const seen of trace.observations) read(reading, seen)
  return { options: shared, acts: reading.acts.slice(0, MOST_ACTS) }
}

type Reading = {
  readonly received: Set<string>
  stored: number
  /** of the newest tool call */
  stream: string | undefined
  /** that carried the call when events have no ids */
  readonly connections: Set<string>
  out: boolean
  readonly acts: Act[]
}

function read(reading: Reading, seen: Observation): void {
  const { acts } = reading
  switch (seen.kind) {
    case 'stream.opened':
      if (seen.rpc?.method === 'tools/call') reading.stream = seen.stream
      return
    case 'connection.opened':
      if (seen.rpc?.method === 'tools/call') reading.connections.add(seen.connection)
      if (seen.edited) addEdits(reading, seen.edited, seen.headers)
      return
    case 'event.stored':
      if (seen.stream === reading.stream && seen.role === 'message') reading.stored = seen.n
      return
    case 'message.sent':
      if (seen.stream === reading.stream) reading.stored = seen.n
      return
    case 'event.received': {
      const ofCall = seen.id === undefined ? reading.connections.has(seen.connection) : seen.id.startsWith(`${reading.stream ?? ''}/`)
      if (ofCall && seen.data !== '') reading.received.add(seen.id ?? `#${reading.received.size}`)
      return
    }
    case 'plug.pulled':
      acts.push({ kind: 'pull', after: markOf(reading) })
      reading.out = true
      return
    case 'plug.pushed':
      acts.push({ kind: 'push', after: markOf(reading) })
      reading.out = false
      return
    case 'fault.set':
      if (seen.vantage === 'client') addFault(reading, seen)
      return
    default:
  }
}

/** While the plug is out only the server counts. */
function markOf({ out, stored, received }: Reading): Mark {
  return out ? { count: 'stored', n: stored } : { count: 'received', n: received.size }
}

function addFault(reading: Reading, { fault, state }: Extract<Observation, { kind: 'fault.set' }>): void {
  const { acts } = reading
  const before = acts.findLast((act) => act.kind === 'fault' && act.fault === fault)
  const waiting = before?.kind === 'fault' && before.on
  // What was armed strikes by itself, and may pull the plug by itself.
  if (state === 'struck' && waiting) return
  acts.push({ kind: 'fault', after: markOf(reading), fault, on: state !== 'off' })
}

/** An edit was made before the push that sent it. */
function addEdits(reading: Reading, edited: Readonly<Record<string, string>>, sent: Readonly<Record<string, string>>): void {
  const { acts } = reading
  const push = acts.at(-1)?.kind === 'push' ? acts.pop() : undefined
  const after = push?.after ?? markOf(reading)
  for (const name of Object.keys(edited)) {
    const header = headerOf(name, edited[name] ?? '')
    if (!header) continue
    const value = header === 'session' && sent[name] !== undefined ? MADE_UP : sent[name]
    acts.push({ kind: 'edit', after, header, ...(value === undefined ? {} : { value }) })
  }
  if (push) acts.push(push)
}

function headerOf(name: string, kept: string): EditedHeader | undefined {
  if (name === 'mcp-session-id') return 'session'
  if (name === 'mcp-protocol-version') return 'version'
  if (name === 'last-event-id') return kept.startsWith('get/') ? 'get' : 'call'
  return undefined
}

/**
 * The accessible twin of the timeline: every observation as a row of plain words, with the fate its event has in the end.
 */
import { parseEventId } from './event-id'
import type { ConnectionId, EventId, Fact, Milliseconds, Observation, StreamName, Vantage } from './observation'
import { snapshotAt } from './snapshot'
import type { EventRecord, Fate, MessageSummary, Snapshot } from './snapshot-types'
import { extentOf, type Trace } from './trace'

export type TableRow = {
  readonly seq: number
  /** milliseconds after the run's first observation */
  readonly at: Milliseconds
  readonly vantage: Vantage
  /** what happened, in a few words */
  readonly what: string
  readonly stream?: StreamName
  readonly connection?: ConnectionId
  readonly id?: EventId
  /** names the event for a selection */
  readonly key?: string
  readonly fate?: Fate
  /** what it carried, or why */
  readonly detail?: string
}

const remembered = new WeakMap<readonly Observation[], readonly TableRow[]>()

/** One row an observation, in order of time. Fates are those at the end of the trace. */
export function tableRows(trace: Trace): readonly TableRow[] {
  const known = remembered.get(trace.observations)
  if (known) return known
  const extent = extentOf(trace)
  if (!extent) return []
  const book = bookOf(snapshotAt(trace, extent.to))
  const rows = trace.observations.map((seen) => rowOf(seen, extent.from, book))
  remembered.set(trace.observations, rows)
  return rows
}

type Book = { readonly events: ReadonlyMap<string, EventRecord>; readonly streams: ReadonlyMap<ConnectionId, StreamName> }

function bookOf({ streams, connections }: Snapshot): Book {
  return {
    events: new Map(streams.flatMap((stream) => stream.events.map((event) => [event.key, event]))),
    streams: new Map(connections.flatMap(({ id, stream }) => (stream === undefined ? [] : [[id, stream]]))),
  }
}

function rowOf(seen: Observation, from: number, { events, streams }: Book): TableRow {
  const connection = 'connection' in seen ? seen.connection : undefined
  const id = idOf(seen)
  const key = seen.kind === 'message.sent' ? `${seen.stream}#${seen.n}` : id
  const named = 'stream' in seen ? seen.stream : undefined
  const stream = named ?? (id === undefined ? undefined : parseEventId(id)?.stream) ?? (connection && streams.get(connection))
  const event = key === undefined ? undefined : events.get(key)
  const { what, detail } = wordsFor(seen, event?.message)
  return {
    seq: seen.seq,
    at: seen.at - from,
    vantage: seen.vantage,
    what,
    ...(stream === undefined ? {} : { stream }),
    ...(connection === undefined ? {} : { connection }),
    ...(id === undefined ? {} : { id }),
    ...(event ? { key: event.key, fate: event.fate } : {}),
    ...(detail ? { detail } : {}),
  }
}

function idOf(seen: Observation): EventId | undefined {
  return seen.kind === 'event.stored' || seen.kind === 'event.received' ? seen.id : undefined
}

type Words = { readonly what: string; readonly detail?: string | undefined }

function wordsFor(seen: Fact, message: MessageSummary | undefined): Words {
  switch (seen.kind) {
    case 'plug.pulled':
      return { what: 'plug pulled' }
    case 'plug.pushed':
      return { what: 'plug pushed in' }
    case 'page.loaded':
      return { what: 'page loaded anew' }
    case 'run.taken':
      return { what: 'run taken by another tab' }
    case 'event.dropped':
      return { what: 'repetition dropped', detail: seen.id }
    case 'connection.opened':
      return { what: requestWords(seen), detail: seen.rpc?.tool }
    case 'connection.answered':
      return { what: `answered ${seen.status}`, detail: seen.body }
    case 'connection.failed':
      return { what: 'no answer', detail: seen.reason }
    case 'connection.ended':
      return { what: `connection ${seen.how}`, detail: tornWords(seen) }
    case 'event.received':
      return { what: seen.data === '' ? 'connection primed' : 'event received', detail: messageWords(message) ?? seen.data }
    case 'comment.received':
      return { what: 'comment received', detail: seen.comment }
    case 'headers.kept':
      return { what: 'headers kept', detail: Object.values(seen.kept.lastEventIds).join(', ') }
    case 'resume.waiting':
      return { what: 'waits before it asks again', detail: `${Math.round(seen.wait)} ms, attempt ${seen.attempt}` }
    case 'resume.refused':
      return { what: seen.status === undefined ? 'cannot resume' : `resume refused, ${seen.status}`, detail: seen.reason }
    case 'call.started':
      return { what: seen.adopted ? 'call picked up' : 'call started', detail: seen.tool }
    case 'call.settled':
      return { what: `call settled: ${seen.outcome}`, detail: seen.text }
    default:
      return serverWords(seen, message)
  }
}

function serverWords(seen: Exclude<Fact, { readonly connection: ConnectionId }>, message: MessageSummary | undefined): Words {
  switch (seen.kind) {
    case 'session.opened':
      return { what: 'session opened', detail: seen.resumable ? undefined : 'without event log' }
    case 'session.ended':
      return { what: `session ended: ${seen.reason}` }
    case 'stream.opened':
      return { what: 'stream opened', detail: seen.rpc?.method }
    case 'stream.completed':
      return { what: 'stream completed' }
    case 'event.stored':
      return { what: seen.role === 'priming' ? 'priming event stored' : 'event stored', detail: messageWords(message) }
    case 'message.sent':
      return { what: 'message sent, not stored', detail: messageWords(message) }
    case 'event.evicted':
      return { what: 'events evicted', detail: `up to ${seen.through}` }
    case 'replay.started':
      return { what: `replay of ${seen.count} started`, detail: `after ${seen.after}, through ${seen.through}` }
    case 'stream.attached':
      return { what: seen.tookOver ? 'stream attached, took over' : 'stream attached' }
    case 'stream.detached':
      return { what: `stream detached: ${seen.how}` }
    case 'server.restarted':
      return { what: 'server restarted', detail: seen.keeps === 'log' ? 'its event log was kept' : 'it forgot everything' }
    case 'fault.set':
      return { what: `fault ${seen.state}: ${seen.fault}`, detail: seen.detail }
    case 'request.refused':
      return { what: `${seen.method} refused, ${seen.status}`, detail: seen.message }
    default:
      return { what: seen.kind }
  }
}

function requestWords({ method, rpc, lastEventId }: Extract<Fact, { readonly kind: 'connection.opened' }>): string {
  if (lastEventId !== undefined) return `${method} with Last-Event-ID: ${lastEventId}`
  return rpc ? `${method} ${rpc.method}` : method
}

function tornWords({ bytes, tornBytes }: Extract<Fact, { readonly kind: 'connection.ended' }>): string {
  return tornBytes ? `${bytes} bytes, the last ${tornBytes} of an unfinished frame` : `${bytes} bytes`
}

/** A message in a few words: "progress 9 of 16 🟧…", "result: Painted…". */
export function messageWords(message: MessageSummary | undefined): string | undefined {
  switch (message?.kind) {
    case 'progress':
      return `progress ${message.progress}${message.total === undefined ? '' : ` of ${message.total}`} ${message.text ?? ''}`.trim()
    case 'result':
      return `${message.isError ? 'tool error' : 'result'}: ${message.text}`
    case 'error':
      return `error ${message.code}: ${message.text}`
    case 'notification':
    case 'request':
      return message.method
    case 'unreadable':
      return 'not a JSON-RPC message'
    default:
      return undefined
  }
}

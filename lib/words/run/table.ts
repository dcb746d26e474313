/**
 * The accessible twin of the timeline: every observation as a row of plain words, with the fate its event has in the end.
 */

import { parseEventId } from '../../protocol/event-id'
import type { ConnectionId, EventId, Fact, Milliseconds, Observation, StreamName, Vantage } from '../../protocol/observation'
import { isForeign } from '../../trace/diagnosis/evidence'
import { snapshotAt } from '../../trace/snapshot'
import type { EventRecord, Fate, MessageSummary, Snapshot } from '../../trace/snapshot-types'
import { extentOf, type Trace } from '../../trace/trace'
import { msg } from '../message'
import { ENGLISH, named, type Translate } from '../t'
import { detailWords } from './fault-details'
import { reasonWords } from './reasons'
import { withoutBug } from './without-bug'

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
  /** the detail is what a server wrote, in its own language */
  readonly wire?: true
}

/** The rows, each made when it is asked for: a screen shows a few of thousands. */
export type Table = {
  readonly count: number
  readonly rowAt: (index: number) => TableRow
  /** the first row of that event, or of that connection where it tells of no event; -1 for none */
  readonly indexOf: (wanted: { readonly event: string } | { readonly connection: ConnectionId }) => number
}

/** One row an observation, in order of time, in the language of `t`. Fates are those at the end of the trace. */
export function tableOf({ observations }: Trace, t: Translate = ENGLISH): Table {
  const extent = extentOf({ observations })
  if (!extent) return { count: 0, rowAt: () => raise(0), indexOf: () => -1 }
  const book = bookOf(snapshotAt({ observations }, extent.to))
  const made = new Map<number, TableRow>()
  return {
    count: observations.length,
    rowAt(index) {
      const known = made.get(index)
      if (known) return known
      const row = rowOf(observations[index] ?? raise(index), extent.from, book, t)
      made.set(index, row)
      return row
    },
    indexOf(wanted) {
      return observations.findIndex((seen) => {
        const key = eventIn(seen, book)?.key
        return 'event' in wanted ? key === wanted.event : key === undefined && 'connection' in seen && seen.connection === wanted.connection
      })
    },
  }
}

function raise(index: number): never {
  throw new RangeError(`The table has no row ${index}.`)
}

/** All rows at once. */
export function tableRows(trace: Trace, t: Translate = ENGLISH): readonly TableRow[] {
  const { count, rowAt } = tableOf(trace, t)
  return Array.from({ length: count }, (_, index) => rowAt(index))
}

/** Characters of one cell. The Wire and the Messages have the whole of it. */
export const MOST_IN_CELL = 400

const clipped = (text: string): string => (text.length > MOST_IN_CELL ? `${text.slice(0, MOST_IN_CELL - 1)}…` : text)

type Book = { readonly events: ReadonlyMap<string, EventRecord>; readonly streams: ReadonlyMap<ConnectionId, StreamName> }

function bookOf({ streams, connections }: Snapshot): Book {
  return {
    events: new Map(streams.flatMap((stream) => stream.events.map((event) => [event.key, event]))),
    streams: new Map(connections.flatMap(({ id, stream }) => (stream === undefined ? [] : [[id, stream]]))),
  }
}

/** The event that an observation tells of. */
function eventIn(seen: Observation, { events }: Book): EventRecord | undefined {
  const key = seen.kind === 'message.sent' ? `${seen.stream}#${seen.n}` : idOf(seen)
  return key === undefined ? undefined : events.get(key)
}

function rowOf(seen: Observation, from: number, book: Book, t: Translate): TableRow {
  const { streams } = book
  const connection = 'connection' in seen ? seen.connection : undefined
  const id = idOf(seen)
  const named = 'stream' in seen ? seen.stream : undefined
  const stream = named ?? (id === undefined ? undefined : parseEventId(id)?.stream) ?? (connection && streams.get(connection))
  const event = eventIn(seen, book)
  const { what, detail, wire } = wordsFor(seen, event, streams, t)
  return {
    seq: seen.seq,
    at: seen.at - from,
    vantage: seen.vantage,
    what: clipped(what),
    ...(stream === undefined ? {} : { stream: clipped(stream) }),
    ...(connection === undefined ? {} : { connection }),
    ...(id === undefined ? {} : { id: clipped(id) }),
    ...(event ? { key: event.key, fate: event.fate } : {}),
    ...(detail ? { detail: clipped(withoutBug(detail)), ...(wire && { wire }) } : {}),
  }
}

function idOf(seen: Observation): EventId | undefined {
  return seen.kind === 'event.stored' || seen.kind === 'event.received' ? seen.id : undefined
}

const ENDS = {
  complete: msg('connection complete'),
  severed: msg('connection severed'),
  closed: msg('connection closed'),
} as const
const SETTLED = {
  result: msg('call settled: result'),
  error: msg('call settled: error'),
  cancelled: msg('call settled: cancelled'),
} as const
/** Words of our own server that are said in the language of the page, where another server's are quoted. */
const SERVER_SAYS = { cancelled: msg('cancelled') } as const
const SESSION_ENDS = {
  deleted: msg('session ended: deleted'),
  expired: msg('session ended: expired'),
  shutdown: msg('session ended: shutdown'),
  restarted: msg('session ended: restarted'),
} as const
const DETACHED = {
  complete: msg('stream detached: complete'),
  gone: msg('stream detached: gone'),
  'taken-over': msg('stream detached: taken over'),
} as const
const FAULT_STATES = {
  armed: msg('fault armed: {fault}'),
  struck: msg('fault struck: {fault}'),
  on: msg('fault on: {fault}'),
  off: msg('fault off: {fault}'),
} as const

/** `wire`: the detail is what a server wrote, in its own language. */
type Words = { readonly what: string; readonly detail?: string | undefined; readonly wire?: true }

function wordsFor(seen: Fact, event: EventRecord | undefined, streams: Book['streams'], t: Translate): Words {
  const message = event?.message
  switch (seen.kind) {
    case 'plug.pulled':
      return { what: t('plug pulled') }
    case 'plug.pushed':
      return { what: t('plug pushed in') }
    case 'page.loaded':
      return { what: t('page loaded anew') }
    case 'run.taken':
      return { what: t('run taken by another tab') }
    case 'event.dropped':
      return { what: t('repetition dropped'), detail: seen.id }
    case 'connection.opened':
      return { what: requestWords(seen, t), detail: seen.rpc?.tool }
    case 'connection.answered':
      return { what: t('answered {status}', { status: seen.status }), detail: seen.body, wire: true }
    case 'connection.failed':
      return { what: t('no answer'), detail: reasonWords(t, seen.reason) }
    case 'connection.ended':
      return { what: named(t, ENDS, seen.how), detail: tornWords(seen, t) }
    case 'event.received':
      return { what: receivedWords(seen, event, streams.get(seen.connection), t), detail: messageWords(message, t) ?? seen.data }
    case 'comment.received':
      return { what: t('comment received'), detail: seen.comment, wire: true }
    case 'headers.kept':
      return { what: t('headers kept'), detail: Object.values(seen.kept.lastEventIds).join(', ') }
    case 'resume.waiting':
      return {
        what: t('waits before it asks again'),
        detail: t('{ms} ms, attempt {n}', { ms: Math.round(seen.wait), n: seen.attempt }),
      }
    case 'resume.refused':
      return {
        what: seen.status === undefined ? t('cannot resume') : t('resume refused, {status}', { status: seen.status }),
        detail: reasonWords(t, seen.reason),
      }
    case 'call.started':
      return { what: t(seen.adopted ? 'call picked up' : 'call started'), detail: seen.tool }
    case 'call.settled':
      return { what: named(t, SETTLED, seen.outcome), detail: seen.outcome === 'result' ? seen.text : reasonWords(t, seen.reason) }
    default:
      return serverWords(seen, message, t)
  }
}

type ServerWords = Exclude<Fact, { readonly connection: ConnectionId }>

function serverWords(seen: ServerWords, message: MessageSummary | undefined, t: Translate): Words {
  switch (seen.kind) {
    case 'session.opened':
      return { what: t('session opened'), detail: seen.resumable ? undefined : t('without event log') }
    case 'session.ended':
      return { what: named(t, SESSION_ENDS, seen.reason) }
    case 'stream.opened':
      return { what: t('stream opened'), detail: seen.rpc?.method }
    case 'stream.completed':
      return { what: t('stream completed') }
    case 'event.stored':
      return { what: t(seen.role === 'priming' ? 'priming event stored' : 'event stored'), detail: messageWords(message, t) }
    case 'message.sent':
      return { what: t('message sent, not stored'), detail: messageWords(message, t) }
    case 'event.evicted':
      return { what: t('events evicted'), detail: t('up to {id}', { id: seen.through }) }
    case 'replay.started':
      return {
        what: t('replay of {n} started', { n: seen.count }),
        detail: t('after {after}, through {through}', { after: seen.after, through: seen.through }),
      }
    case 'stream.attached':
      return { what: t(seen.tookOver ? 'stream attached, took over' : 'stream attached') }
    case 'stream.detached':
      return { what: named(t, DETACHED, seen.how) }
    case 'server.restarted':
      return { what: t('server restarted'), detail: t(seen.keeps === 'log' ? 'its event log was kept' : 'it forgot everything') }
    case 'fault.set':
      return {
        what: named(t, FAULT_STATES, seen.state, { fault: seen.fault }),
        detail: seen.detail === undefined ? undefined : detailWords(t, seen.detail),
      }
    case 'request.refused':
      return { what: t('{method} refused, {status}', { method: seen.method, status: seen.status }), detail: seen.message, wire: true }
    default:
      return { what: seen.kind }
  }
}

function receivedWords(
  seen: Extract<Fact, { readonly kind: 'event.received' }>,
  event: EventRecord | undefined,
  stream: StreamName | undefined,
  t: Translate,
): string {
  if (seen.data === '') return t('connection primed')
  if (!isForeign(seen, stream, event)) return t('event received')
  return event?.stream === stream ? t('event of another session received') : t('event of another stream received')
}

function requestWords({ method, rpc, lastEventId }: Extract<Fact, { readonly kind: 'connection.opened' }>, t: Translate): string {
  if (lastEventId !== undefined) return t('{method} with Last-Event-ID: {id}', { method, id: lastEventId })
  return rpc ? `${method} ${rpc.method}` : method
}

function tornWords({ bytes, tornBytes }: Extract<Fact, { readonly kind: 'connection.ended' }>, t: Translate): string {
  return tornBytes ? t('{bytes} bytes, the last {torn} of an unfinished frame', { bytes, torn: tornBytes }) : t('{bytes} bytes', { bytes })
}

/** A message in a few words: "progress 9 of 16 🟧…", "result: Painted…". */
function messageWords(message: MessageSummary | undefined, t: Translate = ENGLISH): string | undefined {
  switch (message?.kind) {
    case 'progress':
      return progressWords(message, t)
    case 'result':
      return t(message.isError ? 'tool error: {text}' : 'result: {text}', { text: message.text })
    case 'error':
      return t('error {code}: {text}', { code: message.code, text: named(t, SERVER_SAYS, message.text) })
    case 'notification':
    case 'request':
      return message.method
    case 'unreadable':
      return t('not a JSON-RPC message')
    default:
      return undefined
  }
}

function progressWords({ progress, total, text = '' }: Extract<MessageSummary, { readonly kind: 'progress' }>, t: Translate): string {
  const params = { n: progress, text }
  if (total === undefined) return text === '' ? t('progress {n}', params) : t('progress {n} {text}', params)
  return text === '' ? t('progress {n} of {total}', { ...params, total }) : t('progress {n} of {total} {text}', { ...params, total })
}

/**
 * The accessible twin of the timeline: every observation as a row of plain words, with the fate its event has in the end.
 */

import { parseEventId } from '../../protocol/event-id'
import type { ConnectionId, EventId, Fact, Milliseconds, Observation, StreamName, Vantage } from '../../protocol/observation'
import { isForeign } from '../../trace/diagnosis/evidence'
import { snapshotAt } from '../../trace/snapshot'
import type { EventRecord, Fate, MessageSummary, Snapshot } from '../../trace/snapshot-types'
import { extentOf, type Trace } from '../../trace/trace'
import { ENGLISH, named, phrase, type Word } from '../t'
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
}

const remembered = new WeakMap<readonly Observation[], { readonly word: Word; readonly rows: readonly TableRow[] }>()

/** One row an observation, in order of time, in the language of `word`. Fates are those at the end of the trace. */
export function tableRows(trace: Trace, word: Word = ENGLISH): readonly TableRow[] {
  const known = remembered.get(trace.observations)
  if (known?.word === word) return known.rows
  const extent = extentOf(trace)
  if (!extent) return []
  const book = bookOf(snapshotAt(trace, extent.to))
  const rows = trace.observations.map((seen) => rowOf(seen, extent.from, book, word))
  remembered.set(trace.observations, { word, rows })
  return rows
}

type Book = { readonly events: ReadonlyMap<string, EventRecord>; readonly streams: ReadonlyMap<ConnectionId, StreamName> }

function bookOf({ streams, connections }: Snapshot): Book {
  return {
    events: new Map(streams.flatMap((stream) => stream.events.map((event) => [event.key, event]))),
    streams: new Map(connections.flatMap(({ id, stream }) => (stream === undefined ? [] : [[id, stream]]))),
  }
}

function rowOf(seen: Observation, from: number, { events, streams }: Book, word: Word): TableRow {
  const connection = 'connection' in seen ? seen.connection : undefined
  const id = idOf(seen)
  const key = seen.kind === 'message.sent' ? `${seen.stream}#${seen.n}` : id
  const named = 'stream' in seen ? seen.stream : undefined
  const stream = named ?? (id === undefined ? undefined : parseEventId(id)?.stream) ?? (connection && streams.get(connection))
  const event = key === undefined ? undefined : events.get(key)
  const { what, detail } = wordsFor(seen, event, streams, word)
  return {
    seq: seen.seq,
    at: seen.at - from,
    vantage: seen.vantage,
    what,
    ...(stream === undefined ? {} : { stream }),
    ...(connection === undefined ? {} : { connection }),
    ...(id === undefined ? {} : { id }),
    ...(event ? { key: event.key, fate: event.fate } : {}),
    ...(detail ? { detail: withoutBug(detail) } : {}),
  }
}

function idOf(seen: Observation): EventId | undefined {
  return seen.kind === 'event.stored' || seen.kind === 'event.received' ? seen.id : undefined
}

const ENDS = {
  complete: phrase('connection complete'),
  severed: phrase('connection severed'),
  closed: phrase('connection closed'),
} as const
const SETTLED = {
  result: phrase('call settled: result'),
  error: phrase('call settled: error'),
  cancelled: phrase('call settled: cancelled'),
} as const
/** Words of our own server that are said in the language of the page, where another server's are quoted. */
const SERVER_SAYS = { cancelled: phrase('cancelled') } as const
const SESSION_ENDS = {
  deleted: phrase('session ended: deleted'),
  expired: phrase('session ended: expired'),
  shutdown: phrase('session ended: shutdown'),
  restarted: phrase('session ended: restarted'),
} as const
const DETACHED = {
  complete: phrase('stream detached: complete'),
  gone: phrase('stream detached: gone'),
  'taken-over': phrase('stream detached: taken over'),
} as const
const FAULT_STATES = {
  armed: phrase('fault armed: {fault}'),
  struck: phrase('fault struck: {fault}'),
  on: phrase('fault on: {fault}'),
  off: phrase('fault off: {fault}'),
} as const

type Words = { readonly what: string; readonly detail?: string | undefined }

function wordsFor(seen: Fact, event: EventRecord | undefined, streams: Book['streams'], word: Word): Words {
  const message = event?.message
  switch (seen.kind) {
    case 'plug.pulled':
      return { what: word('plug pulled') }
    case 'plug.pushed':
      return { what: word('plug pushed in') }
    case 'page.loaded':
      return { what: word('page loaded anew') }
    case 'run.taken':
      return { what: word('run taken by another tab') }
    case 'event.dropped':
      return { what: word('repetition dropped'), detail: seen.id }
    case 'connection.opened':
      return { what: requestWords(seen, word), detail: seen.rpc?.tool }
    case 'connection.answered':
      return { what: word('answered {status}', { status: seen.status }), detail: seen.body }
    case 'connection.failed':
      return { what: word('no answer'), detail: reasonWords(word, seen.reason) }
    case 'connection.ended':
      return { what: named(word, ENDS, seen.how), detail: tornWords(seen, word) }
    case 'event.received':
      return { what: receivedWords(seen, event, streams.get(seen.connection), word), detail: messageWords(message, word) ?? seen.data }
    case 'comment.received':
      return { what: word('comment received'), detail: seen.comment }
    case 'headers.kept':
      return { what: word('headers kept'), detail: Object.values(seen.kept.lastEventIds).join(', ') }
    case 'resume.waiting':
      return {
        what: word('waits before it asks again'),
        detail: word('{ms} ms, attempt {n}', { ms: Math.round(seen.wait), n: seen.attempt }),
      }
    case 'resume.refused':
      return {
        what: seen.status === undefined ? word('cannot resume') : word('resume refused, {status}', { status: seen.status }),
        detail: reasonWords(word, seen.reason),
      }
    case 'call.started':
      return { what: word(seen.adopted ? 'call picked up' : 'call started'), detail: seen.tool }
    case 'call.settled':
      return { what: named(word, SETTLED, seen.outcome), detail: seen.outcome === 'result' ? seen.text : reasonWords(word, seen.reason) }
    default:
      return serverWords(seen, message, word)
  }
}

type ServerWords = Exclude<Fact, { readonly connection: ConnectionId }>

function serverWords(seen: ServerWords, message: MessageSummary | undefined, word: Word): Words {
  switch (seen.kind) {
    case 'session.opened':
      return { what: word('session opened'), detail: seen.resumable ? undefined : word('without event log') }
    case 'session.ended':
      return { what: named(word, SESSION_ENDS, seen.reason) }
    case 'stream.opened':
      return { what: word('stream opened'), detail: seen.rpc?.method }
    case 'stream.completed':
      return { what: word('stream completed') }
    case 'event.stored':
      return { what: word(seen.role === 'priming' ? 'priming event stored' : 'event stored'), detail: messageWords(message, word) }
    case 'message.sent':
      return { what: word('message sent, not stored'), detail: messageWords(message, word) }
    case 'event.evicted':
      return { what: word('events evicted'), detail: word('up to {id}', { id: seen.through }) }
    case 'replay.started':
      return {
        what: word('replay of {n} started', { n: seen.count }),
        detail: word('after {after}, through {through}', { after: seen.after, through: seen.through }),
      }
    case 'stream.attached':
      return { what: word(seen.tookOver ? 'stream attached, took over' : 'stream attached') }
    case 'stream.detached':
      return { what: named(word, DETACHED, seen.how) }
    case 'server.restarted':
      return { what: word('server restarted'), detail: word(seen.keeps === 'log' ? 'its event log was kept' : 'it forgot everything') }
    case 'fault.set':
      return {
        what: named(word, FAULT_STATES, seen.state, { fault: seen.fault }),
        detail: seen.detail === undefined ? undefined : detailWords(word, seen.detail),
      }
    case 'request.refused':
      return { what: word('{method} refused, {status}', { method: seen.method, status: seen.status }), detail: seen.message }
    default:
      return { what: seen.kind }
  }
}

function receivedWords(
  seen: Extract<Fact, { readonly kind: 'event.received' }>,
  event: EventRecord | undefined,
  stream: StreamName | undefined,
  word: Word,
): string {
  if (seen.data === '') return word('connection primed')
  if (!isForeign(seen, stream, event)) return word('event received')
  return event?.stream === stream ? word('event of another session received') : word('event of another stream received')
}

function requestWords({ method, rpc, lastEventId }: Extract<Fact, { readonly kind: 'connection.opened' }>, word: Word): string {
  if (lastEventId !== undefined) return word('{method} with Last-Event-ID: {id}', { method, id: lastEventId })
  return rpc ? `${method} ${rpc.method}` : method
}

function tornWords({ bytes, tornBytes }: Extract<Fact, { readonly kind: 'connection.ended' }>, word: Word): string {
  return tornBytes
    ? word('{bytes} bytes, the last {torn} of an unfinished frame', { bytes, torn: tornBytes })
    : word('{bytes} bytes', { bytes })
}

/** A message in a few words: "progress 9 of 16 🟧…", "result: Painted…". */
function messageWords(message: MessageSummary | undefined, word: Word = ENGLISH): string | undefined {
  switch (message?.kind) {
    case 'progress':
      return progressWords(message, word)
    case 'result':
      return word(message.isError ? 'tool error: {text}' : 'result: {text}', { text: message.text })
    case 'error':
      return word('error {code}: {text}', { code: message.code, text: named(word, SERVER_SAYS, message.text) })
    case 'notification':
    case 'request':
      return message.method
    case 'unreadable':
      return word('not a JSON-RPC message')
    default:
      return undefined
  }
}

function progressWords({ progress, total, text = '' }: Extract<MessageSummary, { readonly kind: 'progress' }>, word: Word): string {
  const said = total === undefined ? word('progress {n}', { n: progress }) : word('progress {n} of {total}', { n: progress, total })
  return `${said} ${text}`.trim()
}

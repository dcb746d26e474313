/**
 * How far the first run's story has come, read from a Snapshot: which chapter, and the numbers its sentences need.
 */
import type { Snapshot } from '../lib/trace/snapshot-types'
import type { Subject } from './subject'

export type Chapter =
  /** nothing called yet */
  | 'before'
  /** the tool works and the plug is in; nothing was cut so far */
  | 'running'
  /** the plug is out, and something is missing or may come to be */
  | 'cut'
  /** the plug was pulled after the last event */
  | 'cut-late'
  /** plugged back in; not everything is here yet */
  | 'resuming'
  /** cut, resumed, complete */
  | 'complete'
  /** complete, and never cut */
  | 'uncut'
  /** the server would not resume */
  | 'refused'
  /** the same three without an event log */
  | 'bare-running'
  | 'bare-cut'
  | 'bare-lost'

export type Beat = {
  readonly chapter: Chapter
  /** the last row received before the first cut; 0 when none was */
  readonly lastBefore: number
  /** rows that came by replay, and rows that came live after it */
  readonly replayed: readonly number[]
  readonly after: readonly number[]
  /** the last event ID the client has, or sent when it resumed */
  readonly lastEventId?: string
  readonly wasCut: boolean
  /** the server has stored or sent its response: the tool is done, whoever knows it */
  readonly done: boolean
}

export function beatOf(snapshot: Snapshot, subject: Subject): Beat {
  const { stage, kept, connections } = snapshot
  const stream = stage.call?.name
  const ofCall = connections.filter((connection) => connection.stream !== undefined && connection.stream === stream)
  const resumed = ofCall.find((connection) => connection.lastEventId !== undefined && connection.answer?.status === 200)
  const wasCut = ofCall.some((connection) => connection.end?.how === 'severed')
  const rows = (stage.call?.events ?? []).filter((event) => event.message.kind === 'progress')
  const numberOf = (event: (typeof rows)[number]) => (event.message.kind === 'progress' ? event.message.progress : event.n)
  const lastReplay = rows.findLast((event) => event.fate === 'replayed')
  const firstConnection = ofCall[0]?.id
  const before = rows.filter((event) => event.receipts[0] && event.receipts[0].connection === firstConnection)
  return {
    chapter: chapterOf(snapshot, subject, wasCut),
    lastBefore: Math.max(0, ...before.map(numberOf)),
    replayed: rows.filter((event) => event.fate === 'replayed').map(numberOf),
    after: rows.filter((event) => event.fate === 'received' && lastReplay && event.n > lastReplay.n).map(numberOf),
    lastEventId: resumed?.lastEventId ?? (stream === undefined ? undefined : kept.lastEventIds[stream]),
    wasCut,
    done: stage.call?.completedAt !== undefined,
  }
}

function chapterOf({ stage, session, plug, call, ledger, refused }: Snapshot, subject: Subject, wasCut: boolean): Chapter {
  if (!stage.call) return 'before'
  const settled = call?.settled !== undefined
  if (session && !session.resumable) {
    if (!wasCut) return settled ? 'uncut' : 'bare-running'
    return plug === 'out' && stage.call.completedAt === undefined ? 'bare-cut' : 'bare-lost'
  }
  if (refused || session?.state === 'ended') return 'refused'
  if (plug === 'out') return settled || (!wasCut && ledger.missing === 0) ? 'cut-late' : 'cut'
  if (!settled) return wasCut ? 'resuming' : 'running'
  return wasCut && subject.missing === 0 ? 'complete' : wasCut ? 'resuming' : 'uncut'
}

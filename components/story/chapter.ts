/**
 * How far the first run's story has come, read from a Snapshot: which chapter, and the numbers its sentences need.
 */
import type { Milliseconds } from '../../lib/protocol/observation'
import type { Reason } from '../../lib/protocol/reason'
import type { ConnectionRecord, Snapshot } from '../../lib/trace/snapshot-types'
import type { Subject } from '../tool-view/tool-progress'

type Chapter =
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
  /** the learner's own headers were refused; the kept ones are still there */
  | 'edited'
  /** what had to be sent again is no longer stored */
  | 'evicted'
  /** the call was answered with an error */
  | 'failed'
  /** bytes vanish, nobody is told */
  | 'silence'
  /** the server closed the connection, and the client waits for the time it was told */
  | 'polled'
  /** calls are answered with one JSON body: cut or not */
  | 'json'
  | 'json-cut'
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
  /** the server accepted the newest resume, and for a while nothing has come on it */
  readonly nothingComes: boolean
  /** who ended the call's first connection before its time: the network, the server, the client that gave it up, or the page that was left */
  readonly brokenBy: 'network' | 'server' | 'client' | 'page' | 'tab'
  /** the client gave a connection of the call up in the silence that lasts */
  readonly gaveUp: boolean
  /** the server has stored or sent its response: the tool is done, whoever knows it */
  readonly done: boolean
  /** why the call failed, or could not be resumed */
  readonly reason?: Reason
  readonly endReason?: string
}

export function beatOf(snapshot: Snapshot, subject: Subject): Beat {
  const { stage, kept, connections } = snapshot
  const stream = stage.call?.name
  const ofCall = connections.filter((connection) => connection.stream !== undefined && connection.stream === stream)
  const resumed = ofCall.find((connection) => connection.lastEventId !== undefined && connection.answer?.status === 200)
  const wasCut = resumed !== undefined || ofCall.some((connection) => connection.end?.how === 'severed')
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
    lastEventId: (resumed?.edited ? undefined : resumed?.lastEventId) ?? (stream === undefined ? undefined : kept.lastEventIds[stream]),
    wasCut,
    nothingComes: nothingComes(snapshot, ofCall),
    brokenBy: brokenBy(ofCall[0], snapshot),
    gaveUp: gaveUp(snapshot, ofCall),
    done: stage.call?.completedAt !== undefined,
    ...reasonsOf(snapshot),
  }
}

/** A server that replays begins at once. */
const SOON: Milliseconds = 1500

function nothingComes({ at, ledger }: Snapshot, ofCall: readonly ConnectionRecord[]): boolean {
  const asked = ofCall.findLast(({ lastEventId }) => lastEventId !== undefined)
  if (asked?.answer?.status !== 200 || asked.end || ledger.missing === 0) return false
  return at - asked.answer.at > SOON && !asked.frames.some((frame) => frame.kind === 'event' && frame.data !== '')
}

/** A client that gives a connection up says why; what was closed without a word was closed with its page. */
function brokenBy(first: ConnectionRecord | undefined, { faults }: Snapshot): Beat['brokenBy'] {
  if (first?.end?.how === 'complete') return 'server'
  if (first?.end?.how !== 'closed') return 'network'
  if (first.end.reason !== undefined) return 'client'
  return faults.some(({ fault, state }) => fault === 'second-tab' && state === 'struck') ? 'tab' : 'page'
}

function gaveUp({ faults }: Snapshot, ofCall: readonly ConnectionRecord[]): boolean {
  const since = faults.find(({ fault, state }) => fault === 'silence' && state === 'on')?.at
  return since !== undefined && ofCall.some(({ end }) => end?.reason !== undefined && end.at >= since)
}

function reasonsOf({ refused, call, session }: Snapshot): Pick<Beat, 'reason' | 'endReason'> {
  const reason = refused?.reason ?? (call?.settled?.outcome === 'error' ? call.settled.reason : undefined)
  return { ...(reason === undefined ? {} : { reason }), ...(session?.endReason === undefined ? {} : { endReason: session.endReason }) }
}

function chapterOf(snapshot: Snapshot, subject: Subject, wasCut: boolean): Chapter {
  const { stage, session, plug, call, ledger, refused } = snapshot
  if (session?.answer === 'json' && call) return jsonChapter(snapshot)
  if (!stage.call) return 'before'
  const settled = call?.settled !== undefined
  if (session && !session.resumable) {
    if (!wasCut) return settled ? 'uncut' : 'bare-running'
    return plug === 'out' && stage.call.completedAt === undefined ? 'bare-cut' : 'bare-lost'
  }
  if (refused?.edited && !settled) return 'edited'
  if (ledger.lost > 0 && stage.call.events.some((event) => event.evictedAt !== undefined)) return 'evicted'
  if ((refused && !refused.edited) || (session?.state === 'ended' && !isWhole(snapshot))) return 'refused'
  if (call?.settled?.outcome === 'error') return 'failed'
  if (!settled && isSilent(snapshot)) return 'silence'
  if (!settled && plug === 'in' && !wasCut && snapshot.waiting) return 'polled'
  if (plug === 'out') return settled || (!wasCut && ledger.missing === 0) ? 'cut-late' : 'cut'
  if (!settled) return wasCut ? 'resuming' : 'running'
  return wasCut && subject.missing === 0 ? 'complete' : wasCut ? 'resuming' : 'uncut'
}

/** The call has its result: whatever ends afterwards takes nothing away. */
const isWhole = ({ call, ledger }: Snapshot): boolean => call?.settled?.outcome === 'result' && ledger.missing + ledger.lost === 0

const isSilent = ({ faults }: Snapshot): boolean => faults.some(({ fault, state }) => fault === 'silence' && state === 'on')

/** A call without a stream has nothing on stage but its answer. */
function jsonChapter({ plug, call, connections }: Snapshot): Chapter {
  const asked = connections.findLast(({ rpc }) => rpc?.method === 'tools/call')
  return plug === 'out' || asked?.failure || asked?.end?.how === 'severed' || call?.settled?.outcome === 'error' ? 'json-cut' : 'json'
}

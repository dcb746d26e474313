/**
 * How far the story of a run has come, read from a Snapshot: which chapter, and what its sentences say. Everything here was observed: an id
 * that was sent is read off the request, a cause off the connection that ended. Pure.
 */
import type { Milliseconds } from '../../../lib/protocol/observation'
import type { Reason } from '../../../lib/protocol/reason'
import type { ConnectionRecord, EventRecord, Snapshot } from '../../../lib/trace/snapshot-types'
import { neverMade, type Subject } from '../../tool-view/tool-progress'
import { type Break, breaksOf } from './breaks'
import { type Edit, editOf, type Resumes, resumesOf } from './resumes'

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
  /** the learner's own headers did not resume the stream; the kept ones are still there */
  | 'edited'
  /** what had to be sent again is no longer stored */
  | 'evicted'
  /** the call was answered with an error */
  | 'failed'
  /** the client itself ended the call with an error, without an answer */
  | 'given-up'
  /** the learner stopped it */
  | 'cancelled'
  /** the answer is here, and rows are not */
  | 'holes'
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
  /** what ended a connection of the call before its answer was there, in order of time */
  readonly breaks: readonly Break[]
  /** the requests that asked for the rest, as they were sent */
  readonly resumes: Resumes
  /** the id that the client would send for the call now */
  readonly keptId?: string
  /** the edited request that did not resume the stream, while the client waits */
  readonly edit?: Edit
  /** rows that a replay brought, rows that came live after it, rows that came more than once */
  readonly replayed: readonly number[]
  readonly after: readonly number[]
  readonly doubled: readonly number[]
  /** the response itself was replayed */
  readonly answerReplayed: boolean
  /** rows that the tool will not make any more: its session is gone */
  readonly never: number
  readonly wasCut: boolean
  /** the plug was pulled and is in again */
  readonly pluggedBack: boolean
  /** the client waits before it asks for the call's stream again */
  readonly waits: boolean
  /** the server accepted the newest resume, and for a while nothing has come on it */
  readonly nothingComes: boolean
  /** the client gave a connection of the call up in the silence that lasts */
  readonly gaveUp: boolean
  /** the server has stored or sent its response: the tool is done, whoever knows it */
  readonly done: boolean
  /** the call has failed */
  readonly failed: boolean
  /** the client was answered 404 with the session id that it kept */
  readonly told404: boolean
  /** the status that refused the call's stream */
  readonly status?: number
  /** the server said with `retry` when to come back */
  readonly toldRetry: boolean
  /** why the call failed, or could not be resumed */
  readonly reason?: Reason
  readonly endReason?: string
}

export function beatOf(snapshot: Snapshot, subject: Subject): Beat {
  const { stage, kept, connections, call } = snapshot
  const stream = stage.call?.name
  const ofCall = connections.filter((connection) => stream !== undefined && connection.stream === stream && !connection.stray)
  const breaks = breaksOf(snapshot, ofCall)
  const resumes = resumesOf(ofCall, breaks.at(-1)?.at)
  const keptId = stream === undefined ? undefined : kept.lastEventIds[stream]
  const edit = editOf(snapshot)
  const wasCut = breaks.length > 0 || resumes.accepted > 0
  return {
    chapter: chapterOf(snapshot, subject, { breaks, resumes, edit, wasCut }),
    breaks,
    resumes,
    ...(keptId === undefined ? {} : { keptId }),
    ...(edit ? { edit } : {}),
    ...rowsIn(stage.call?.events ?? []),
    never: neverMade(subject, snapshot),
    wasCut,
    pluggedBack: snapshot.plug === 'in' && breaks.at(-1)?.by === 'plug',
    waits: isWaiting(snapshot),
    nothingComes: nothingComes(snapshot, ofCall),
    gaveUp: gaveUp(snapshot, ofCall),
    done: stage.call?.completedAt !== undefined,
    failed: call?.settled?.outcome === 'error',
    told404: connections.some(({ answer, edited, unsent }) => answer?.status === 404 && !edited?.['mcp-session-id'] && !unsent),
    toldRetry: ofCall.some(({ frames }) => frames.some((frame) => frame.kind === 'event' && /^retry:/m.test(frame.raw))),
    ...reasonsOf(snapshot),
  }
}

function rowsIn(events: readonly EventRecord[]): Pick<Beat, 'replayed' | 'after' | 'doubled' | 'answerReplayed'> {
  const rows = events.filter((event) => event.message.kind === 'progress')
  const numberOf = (event: EventRecord) => (event.message.kind === 'progress' ? event.message.progress : event.n)
  const isReplayed = ({ receipts }: EventRecord) => receipts.some(({ replayed }) => replayed)
  const replayed = rows.filter(isReplayed)
  const last = replayed.at(-1)
  const answer = events.find(({ message }) => message.kind === 'result' || message.kind === 'error')
  return {
    replayed: replayed.map(numberOf),
    after: rows.filter((event) => event.fate === 'received' && last && event.n > last.n).map(numberOf),
    doubled: rows.filter(({ fate }) => fate === 'duplicated').map(numberOf),
    answerReplayed: answer !== undefined && isReplayed(answer),
  }
}

/** A server that replays begins at once. */
const SOON: Milliseconds = 1500

function nothingComes({ at, ledger }: Snapshot, ofCall: readonly ConnectionRecord[]): boolean {
  const asked = ofCall.findLast(({ lastEventId }) => lastEventId !== undefined)
  if (asked?.answer?.status !== 200 || asked.end || ledger.missing === 0) return false
  return at - asked.answer.at > SOON && !asked.frames.some((frame) => frame.kind === 'event' && frame.data !== '')
}

function gaveUp({ faults }: Snapshot, ofCall: readonly ConnectionRecord[]): boolean {
  const since = faults.find(({ fault, state }) => fault === 'silence' && state === 'on')?.at
  return since !== undefined && ofCall.some(({ end }) => end?.reason !== undefined && end.at >= since)
}

function reasonsOf({ refused, stage, call, session }: Snapshot): Pick<Beat, 'reason' | 'endReason' | 'status'> {
  const ofCall = refused && isOfCall(refused.stream, stage) ? refused : undefined
  const reason = ofCall?.reason ?? (call?.settled?.outcome === 'error' ? call.settled.reason : undefined)
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(ofCall?.status === undefined ? {} : { status: ofCall.status }),
    ...(session?.endReason === undefined ? {} : { endReason: session.endReason }),
  }
}

const isOfCall = (stream: string | undefined, { call }: Snapshot['stage']): boolean => stream === undefined || stream === call?.name

const isWaiting = ({ waiting, stage }: Snapshot): boolean => waiting !== undefined && isOfCall(waiting.stream, stage)

type Seen = Pick<Beat, 'breaks' | 'resumes' | 'edit' | 'wasCut'>

function chapterOf(snapshot: Snapshot, subject: Subject, seen: Seen): Chapter {
  const { stage, session, call } = snapshot
  if (session?.answer === 'json' && call) return jsonChapter(snapshot)
  const outcome = call?.settled?.outcome
  if (outcome === 'cancelled') return 'cancelled'
  if (!stage.call) return outcome === 'error' ? 'given-up' : 'before'
  if (session && !session.resumable) return bareChapter(snapshot, seen)
  if (seen.edit && !outcome && snapshot.plug === 'in') return 'edited'
  if (outcome !== 'result') {
    if (subject.lost > 0 && stage.call.events.some((event) => event.evictedAt !== undefined)) return 'evicted'
    if (isRefused(snapshot) || session?.state === 'ended') return 'refused'
    if (outcome === 'error') return subject.answer === 'have' ? 'failed' : 'given-up'
    return unsettled(snapshot, seen)
  }
  if (snapshot.plug === 'out') return subject.missing + subject.lost > 0 ? 'holes' : 'cut-late'
  if (subject.missing + subject.lost > 0) return 'holes'
  return seen.wasCut ? 'complete' : 'uncut'
}

/** The call has no answer yet. */
function unsettled(snapshot: Snapshot, { breaks, resumes, wasCut }: Seen): Chapter {
  if (snapshot.plug === 'out') return 'cut'
  if (isSilent(snapshot)) return 'silence'
  const newest = breaks.at(-1)?.by
  if (isWaiting(snapshot) && newest === 'server' && !resumes.since) return 'polled'
  return wasCut ? 'resuming' : 'running'
}

function bareChapter({ stage, plug, call }: Snapshot, { wasCut }: Seen): Chapter {
  const outcome = call?.settled?.outcome
  if (!wasCut) return outcome === 'result' ? 'uncut' : outcome === 'error' ? 'given-up' : 'bare-running'
  return plug === 'out' && stage.call?.completedAt === undefined ? 'bare-cut' : 'bare-lost'
}

/** The call's stream is refused, for what the client had kept. */
const isRefused = ({ refused, stage }: Snapshot): boolean => refused !== undefined && !refused.edited && isOfCall(refused.stream, stage)

const isSilent = ({ faults }: Snapshot): boolean => faults.some(({ fault, state }) => fault === 'silence' && state === 'on')

/** A call without a stream has nothing on stage but its answer. */
function jsonChapter({ plug, call, connections }: Snapshot): Chapter {
  if (call?.settled?.outcome === 'result') return 'json'
  const asked = connections.findLast(({ rpc }) => rpc?.method === 'tools/call')
  return plug === 'out' || asked?.failure || asked?.end?.how === 'severed' || call?.settled?.outcome === 'error' ? 'json-cut' : 'json'
}

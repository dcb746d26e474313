/** What lessons read from a run: rows, cuts, resumes. Pure; every number in a judgement comes from here. */
import type { Milliseconds } from '../../protocol/observation'
import type { ConnectionRecord, EventRecord, StreamRecord } from '../../trace/snapshot-types'
import type { en } from '../../words/en/lessons/judgements'
import { type Decimal, decimal } from '../../words/format'
import { type LessonMessage, messagesFrom } from '../../words/lesson-text'
import type { LessonRun } from '../lesson'

const msg = messagesFrom<typeof en>()

/** The stream of the tool call on stage. */
export const callStream = (run: LessonRun): StreamRecord | undefined => run.snapshot.stage.call

/** A tool was called in a live run. */
export const isLive = (run: LessonRun): boolean => run.phase !== 'recorded'

export const isResumable = (run: LessonRun): boolean => run.snapshot.session?.resumable ?? run.options.resumability

/** Events of the call that carry a message: the rows, then the response. */
export const messagesOf = (run: LessonRun): readonly EventRecord[] =>
  (callStream(run)?.events ?? []).filter(({ role }) => role === 'message')

/** Progress messages of the call: one row each. */
export const rowsOf = (run: LessonRun): readonly EventRecord[] => messagesOf(run).filter(({ message }) => message.kind === 'progress')

const isHere = ({ receipts }: EventRecord): boolean => receipts.length > 0

export const rowsHere = (run: LessonRun): number => rowsOf(run).filter(isHere).length

/** How many rows the tool will send; known from its first message. */
export function rowTotal(run: LessonRun): number {
  const [first] = rowsOf(run)
  return (first?.message.kind === 'progress' ? first.message.total : undefined) ?? 16
}

export const missingOf = (run: LessonRun): readonly EventRecord[] => messagesOf(run).filter(({ fate }) => fate === 'missing')

export const lostOf = (run: LessonRun): readonly EventRecord[] => messagesOf(run).filter(({ fate }) => fate === 'lost')

/** Came because the server sent it again. */
export const replayedOf = (run: LessonRun): readonly EventRecord[] =>
  messagesOf(run).filter(({ receipts }) => receipts.some((one) => one.replayed))

export const duplicatesOf = (run: LessonRun): readonly EventRecord[] => messagesOf(run).filter(({ receipts }) => receipts.length > 1)

/** Every connection that carried, or asked for, the call's stream. */
export function connectionsOf(run: LessonRun): readonly ConnectionRecord[] {
  const name = callStream(run)?.name
  return run.snapshot.connections.filter(({ stream, rpc }) => (stream === undefined ? rpc?.method === 'tools/call' : stream === name))
}

export const cutsOf = (run: LessonRun): readonly ConnectionRecord[] => connectionsOf(run).filter(({ end }) => end?.how === 'severed')

/** Requests that ask for the rest of the call's stream. */
export const resumesOf = (run: LessonRun): readonly ConnectionRecord[] =>
  connectionsOf(run).filter(({ lastEventId }) => lastEventId !== undefined)

export const acceptedResumes = (run: LessonRun): readonly ConnectionRecord[] =>
  resumesOf(run).filter(({ answer }) => answer?.status === 200)

/** The id the client would send for the call's stream. */
export function lastId(run: LessonRun): string | undefined {
  const name = callStream(run)?.name
  return name === undefined ? undefined : run.snapshot.kept.lastEventIds[name]
}

export const isOut = (run: LessonRun): boolean => run.snapshot.plug === 'out'

export const hasResult = (run: LessonRun): boolean => run.snapshot.call?.settled?.outcome === 'result'

/** The call has its answer, or has failed. */
export const isSettled = (run: LessonRun): boolean => run.snapshot.call?.settled !== undefined

/** The server is done with the call, whoever knows it. */
export const isCompleted = (run: LessonRun): boolean => callStream(run)?.completedAt !== undefined

/** How often the tool was called. */
export const callCount = (run: LessonRun): number => run.snapshot.connections.filter(({ rpc }) => rpc?.method === 'tools/call').length

export const faultStruck = (run: LessonRun, fault: string): boolean =>
  run.snapshot.faults.some((one) => one.fault === fault && one.state !== 'off' && one.state !== 'armed')

/** In seconds, "1.4" or "1,4" as the language writes it. */
export const seconds = (ms: Milliseconds): Decimal => decimal(ms / 1000)

/** "call-2/6", "call-2/6 to call-2/9": the ids, or the row numbers where there are none. Empty without events. */
export function idsOf(events: readonly EventRecord[]): LessonMessage | string {
  const [first] = events
  const last = events[events.length - 1]
  if (!first || !last) return ''
  return first === last ? first.key : msg('id-range', { from: first.key, to: last.key })
}

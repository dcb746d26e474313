/**
 * Words for people: one short sentence about a moment, and what is said aloud when something changed. Draws nothing.
 */
import { parseEventId } from './event-id'
import type { Milliseconds } from './observation'
import { shortSession } from './session-name'
import type { CallRecord, Snapshot } from './snapshot-types'

export { type TableRow, tableRows } from './table'

/** A resumed connection that has brought nothing for this long is said to have brought nothing. */
const SILENCE_MS: Milliseconds = 1000

/** One short sentence or two about the moment: "Plug pulled. 5 events stored since." */
export function describeMoment(snapshot: Snapshot): string {
  if (!snapshot.session && snapshot.connections.length === 0) return 'Nothing has happened yet.'
  if (snapshot.plug === 'out') return describeOutage(snapshot)
  if (snapshot.refused?.status !== undefined) return describeRefusal(snapshot, snapshot.refused)
  if (snapshot.session?.state === 'ended') return [`${sessionName(snapshot)} has ended.`, ...lossOf(snapshot)].join(' ')
  if (snapshot.ledger.lost > 0) return ['Plugged in.', ...lossOf(snapshot)].join(' ')
  if (snapshot.refused) return describeRefusal(snapshot, snapshot.refused)
  if (snapshot.ledger.missing > 0) return describeResuming(snapshot)
  if (snapshot.call?.settled && snapshot.call.settled.outcome !== 'result') return describeSettled(snapshot.call, snapshot)
  if (snapshot.ledger.replayed > 0) return `Resumed. ${snapshot.ledger.replayed} replayed, none missing.`
  if (!snapshot.call) return snapshot.session ? 'Connected. No tool called yet.' : 'Connecting.'
  return snapshot.call.settled ? describeSettled(snapshot.call, snapshot) : describeProgress(snapshot, snapshot.call)
}

/**
 * What to say in role=status when `previous` became `next`: "Plug pulled. Last event ID call-2/9." Undefined when nothing is worth
 * saying. Both are snapshots of the newest moment; looking back is not announced.
 */
export function announce(previous: Snapshot, next: Snapshot): string | undefined {
  const said: string[] = []
  if (next.call && next.call.id !== previous.call?.id) said.push(`Calling ${next.call.tool}.`)
  if (previous.plug === 'in' && next.plug === 'out') said.push(`Plug pulled. ${keptWords(next)}`)
  if (previous.plug === 'out' && next.plug === 'in') said.push('Plugged back in.')
  if (next.refused && next.refused.at !== previous.refused?.at) said.push(describeRefusal(next, next.refused))
  else if (previous.session?.state === 'open' && next.session?.state === 'ended') said.push(`${sessionName(next)} has ended.`)
  if (next.plug === 'in' && next.ledger.missing === 0 && next.ledger.replayed > previous.ledger.replayed) {
    said.push(`Resumed: ${next.ledger.replayed} replayed, none missing.`)
  }
  if (next.call?.settled && !previous.call?.settled && !next.refused) said.push(describeSettled(next.call, next))
  return said.length > 0 ? said.join(' ') : undefined
}

function describeOutage(snapshot: Snapshot): string {
  const { pulledAt = snapshot.at, ledger, stage, call, session } = snapshot
  const since = [stage.call, stage.standalone]
    .flatMap((stream) => stream?.events ?? [])
    .filter(({ role, storedAt }) => role === 'message' && storedAt !== undefined && storedAt > pulledAt).length
  if (call?.settled?.outcome === 'result' && ledger.missing + ledger.lost + ledger.underway === 0) {
    return 'You pulled after the last event. Nothing to bring back.'
  }
  if (session?.state === 'ended') return ['Plug pulled.', `${sessionName(snapshot)} has ended.`, ...lossOf(snapshot)].join(' ')
  if (session?.resumable === false) return `Plug pulled. ${since === 0 ? 'Nothing' : count(since, 'message')} sent since, none kept.`
  return `Plug pulled. ${since === 0 ? 'Nothing' : count(since, 'event')} stored since.`
}

function describeRefusal(snapshot: Snapshot, { status, reason, edited }: NonNullable<Snapshot['refused']>): string {
  if (edited)
    return `The edited headers were refused${status === undefined ? '' : ` (${status})`}. The kept ones are still there: ask with those.`
  if (status === 404) return `404: ${lowerFirst(sessionName(snapshot))} has ended. Start a new session.`
  return `Not resumed${status === undefined ? '' : ` (${status})`}: ${sentence(reason)}`
}

/** Plugged in, and not all is there yet. */
function describeResuming({ waiting, ledger, connections, at }: Snapshot): string {
  if (waiting) return `Plugged in. Asks again in ${((waiting.until - at) / 1000).toFixed(1)} s.`
  const newest = connections.findLast(({ lastEventId, answer }) => lastEventId !== undefined && answer !== undefined)
  if (!newest) return `${ledger.missing} missing.`
  const silent = newest.answer !== undefined && at - newest.answer.at > SILENCE_MS && ledger.replayed === 0
  return silent
    ? `Connected, and nothing replayed. ${ledger.missing} missing.`
    : `Resuming. ${ledger.replayed} replayed, ${ledger.missing} missing.`
}

function describeSettled({ settled }: CallRecord, { ledger }: Snapshot): string {
  switch (settled?.outcome) {
    case 'result':
      return `Done. ${ledger.received} received, ${ledger.missing === 0 ? 'none' : ledger.missing} missing.`
    case 'cancelled':
      return 'Cancelled.'
    case 'error':
      return `The call failed: ${sentence(settled.text)}`
    default:
      return ''
  }
}

const AT_WORK: Readonly<Record<string, readonly [doing: string, unit: string]>> = {
  paint_picture: ['Painting.', 'Row'],
  tell_story: ['Telling.', 'Word'],
  countdown: ['Counting.', 'Step'],
}

/** "Painting. Row 9 of 16.": how far the client has come. */
function describeProgress({ stage }: Snapshot, { tool }: CallRecord): string {
  const [doing, unit] = AT_WORK[tool] ?? ['Running.', 'Step']
  const last = stage.call?.events.findLast(({ receipts, message }) => receipts.length > 0 && message.kind === 'progress')
  if (last?.message.kind !== 'progress') return doing
  const { progress, total } = last.message
  return `${doing} ${unit} ${progress}${total === undefined ? '' : ` of ${total}`}.`
}

/** The id the client will send for the call, or for the standalone stream when there is no call. */
function keptWords({ kept, stage, session }: Snapshot): string {
  if (session?.resumable === false) return 'There are no event IDs, so nothing can be resumed.'
  const id = kept.lastEventIds[(stage.call ?? stage.standalone)?.name ?? '']
  return id === undefined || !parseEventId(id) ? 'No event ID yet.' : `Last event ID ${id}.`
}

function lossOf({ ledger }: Snapshot): string[] {
  return ledger.lost > 0 ? [`${ledger.lost} lost: nothing can bring ${ledger.lost === 1 ? 'it' : 'them'} back.`] : []
}

function sessionName({ session }: Snapshot): string {
  const id = session?.id
  return id === undefined ? 'The session' : `Session ${shortSession(id)}`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

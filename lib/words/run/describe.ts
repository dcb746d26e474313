/**
 * Words for people: one short sentence about a moment, and what is said aloud when something changed. Draws nothing.
 */

import { parseEventId } from '../../protocol/event-id'
import type { Milliseconds } from '../../protocol/observation'
import type { CallRecord, Snapshot } from '../../trace/snapshot-types'
import { shortSession } from '../../trace/text'
import { type Message, msg } from '../message'
import { ENGLISH, messageText, seconds, type Translate } from '../t'
import { reasonSentence } from './reasons'

export { type Table, type TableRow, tableOf, tableRows } from './table'

/** A resumed connection that has brought nothing for this long is said to have brought nothing. */
const SILENCE_MS: Milliseconds = 1000

/** One short sentence or two about the moment: "Plug pulled. 5 events stored since." */
export const describeMoment = (snapshot: Snapshot, t: Translate = ENGLISH): string => messageText(momentMessages(snapshot, t), t)

/** The same, to be said later; `t` only writes the numbers. */
export function momentMessages(snapshot: Snapshot, t: Translate = ENGLISH): readonly Message[] {
  if (!snapshot.session && snapshot.connections.length === 0) return [msg('Nothing has happened yet.')]
  if (snapshot.plug === 'out') return describeOutage(snapshot)
  if (snapshot.refused?.status !== undefined) return describeRefusal(snapshot, snapshot.refused)
  if (snapshot.session?.state === 'ended') return [hasEnded(snapshot), ...lossOf(snapshot)]
  if (snapshot.ledger.lost > 0) return [msg('Plugged in.'), ...lossOf(snapshot)]
  if (snapshot.refused) return describeRefusal(snapshot, snapshot.refused)
  if (snapshot.ledger.missing > 0) return describeResuming(snapshot, t)
  if (snapshot.call?.settled && snapshot.call.settled.outcome !== 'result') return describeSettled(snapshot.call, snapshot)
  if (snapshot.ledger.replayed > 0) return [msg('Resumed. {n} replayed, none missing.', { n: snapshot.ledger.replayed })]
  if (!snapshot.call) return [snapshot.session ? msg('Connected. No tool called yet.') : msg('Connecting.')]
  return snapshot.call.settled ? describeSettled(snapshot.call, snapshot) : [describeProgress(snapshot, snapshot.call)]
}

/**
 * What to say in role=status when `previous` became `next`: "Plug pulled. Last event ID call-2/9." Nothing when nothing is worth
 * saying. Both are snapshots of the newest moment; looking back is not announced.
 */
export function announce(previous: Snapshot, next: Snapshot): readonly Message[] {
  const said: Message[] = []
  if (next.call && next.call.id !== previous.call?.id) said.push(msg('Calling {tool}.', { tool: next.call.tool }))
  if (previous.plug === 'in' && next.plug === 'out') said.push(msg('Plug pulled.'), keptWords(next))
  if (previous.plug === 'out' && next.plug === 'in') said.push(msg('Plugged back in.'))
  if (next.refused && next.refused.at !== previous.refused?.at) said.push(...describeRefusal(next, next.refused))
  else if (previous.session?.state === 'open' && next.session?.state === 'ended') said.push(hasEnded(next))
  if (next.plug === 'in' && next.ledger.missing === 0 && next.ledger.replayed > previous.ledger.replayed) {
    said.push(msg('Resumed: {n} replayed, none missing.', { n: next.ledger.replayed }))
  }
  if (next.call?.settled && !previous.call?.settled && !next.refused) said.push(...describeSettled(next.call, next))
  return said
}

function describeOutage(snapshot: Snapshot): readonly Message[] {
  const { pulledAt = snapshot.at, ledger, stage, call, session } = snapshot
  const n = [stage.call, stage.standalone]
    .flatMap((stream) => stream?.events ?? [])
    .filter(({ role, storedAt }) => role === 'message' && storedAt !== undefined && storedAt > pulledAt).length
  if (call?.settled?.outcome === 'result' && ledger.missing + ledger.lost + ledger.underway === 0) {
    return [msg('You pulled after the last event. Nothing to bring back.')]
  }
  const pulled = msg('Plug pulled.')
  if (session?.state === 'ended') return [pulled, hasEnded(snapshot), ...lossOf(snapshot)]
  if (session?.resumable === false) return [pulled, sentSince(n)]
  return [pulled, storedSince(n)]
}

const sentSince = (n: number): Message =>
  n === 0
    ? msg('Nothing sent since, none kept.')
    : msg({ one: '{n} message sent since, none kept.', other: '{n} messages sent since, none kept.' }, { n })

const storedSince = (n: number): Message =>
  n === 0 ? msg('Nothing stored since.') : msg({ one: '{n} event stored since.', other: '{n} events stored since.' }, { n })

function describeRefusal({ session }: Snapshot, { status, reason, edited }: NonNullable<Snapshot['refused']>): readonly Message[] {
  if (reason.code === 'another-stream')
    return [msg('Another stream answered the edited headers. The kept ones are still there: ask with those.')]
  if (edited && status === undefined) return [msg('The edited headers were refused. The kept ones are still there: ask with those.')]
  if (edited)
    return [msg('The edited headers were refused ({status}). The kept ones are still there: ask with those.', { status: status ?? '' })]
  if (status === 404) {
    const id = session?.id
    return [
      id === undefined
        ? msg('404: the session has ended. Start a new session.')
        : msg('404: session {session} has ended. Start a new session.', { session: shortSession(id) }),
    ]
  }
  return [status === undefined ? msg('Not resumed:') : msg('Not resumed ({status}):', { status }), reasonSentence(reason)]
}

/** Plugged in, and not all is there yet. */
function describeResuming({ waiting, ledger, connections, at }: Snapshot, t: Translate): readonly Message[] {
  const { replayed, missing } = ledger
  if (waiting) return [msg('Plugged in. Asks again in {time}.', { time: seconds(t, waiting.until - at) })]
  const newest = connections.findLast(({ lastEventId, answer }) => lastEventId !== undefined && answer !== undefined)
  if (!newest) return [msg('{n} missing.', { n: missing })]
  const silent = newest.answer !== undefined && at - newest.answer.at > SILENCE_MS && replayed === 0
  return [
    silent
      ? msg('Connected, and nothing replayed. {n} missing.', { n: missing })
      : msg('Resuming. {replayed} replayed, {missing} missing.', { replayed, missing }),
  ]
}

function describeSettled({ settled }: CallRecord, { ledger: { received, missing } }: Snapshot): readonly Message[] {
  switch (settled?.outcome) {
    case 'result':
      return [
        missing === 0
          ? msg('Done. {received} received, none missing.', { received })
          : msg('Done. {received} received, {missing} missing.', { received, missing }),
      ]
    case 'cancelled':
      return [msg('Cancelled.')]
    case 'error':
      return [msg('The call failed:'), reasonSentence(settled.reason)]
    default:
      return []
  }
}

type AtWork = { readonly begins: string; readonly step: string; readonly stepOf: string }

const AT_WORK: Readonly<Record<string, AtWork>> = {
  paint_picture: {
    begins: msg('Painting.'),
    step: msg('Painting. Row {n}.'),
    stepOf: msg('Painting. Row {n} of {total}.'),
  },
  tell_story: { begins: msg('Telling.'), step: msg('Telling. Word {n}.'), stepOf: msg('Telling. Word {n} of {total}.') },
  countdown: { begins: msg('Counting.'), step: msg('Counting. Step {n}.'), stepOf: msg('Counting. Step {n} of {total}.') },
}
const ANY_WORK: AtWork = {
  begins: msg('Running.'),
  step: msg('Running. Step {n}.'),
  stepOf: msg('Running. Step {n} of {total}.'),
}

/** "Painting. Row 9 of 16.": how far the client has come. */
function describeProgress({ stage }: Snapshot, { tool }: CallRecord): Message {
  const { begins, step, stepOf } = (Object.hasOwn(AT_WORK, tool) && AT_WORK[tool]) || ANY_WORK
  const last = stage.call?.events.findLast(({ receipts, message }) => receipts.length > 0 && message.kind === 'progress')
  if (last?.message.kind !== 'progress') return msg(begins)
  const { progress: n, total } = last.message
  return total === undefined ? msg(step, { n }) : msg(stepOf, { n, total })
}

/** The id the client will send for the call, or for the standalone stream when there is no call. */
function keptWords({ kept, stage, session }: Snapshot): Message {
  if (session?.resumable === false) return msg('There are no event IDs, so nothing can be resumed.')
  const id = kept.lastEventIds[(stage.call ?? stage.standalone)?.name ?? '']
  return id === undefined || !parseEventId(id) ? msg('No event ID yet.') : msg('Last event ID {id}.', { id })
}

function lossOf({ ledger: { lost: n } }: Snapshot): readonly Message[] {
  if (n === 0) return []
  return [msg({ one: '{n} lost: nothing can bring it back.', other: '{n} lost: nothing can bring them back.' }, { n })]
}

function hasEnded({ session }: Snapshot): Message {
  const id = session?.id
  return id === undefined ? msg('The session has ended.') : msg('Session {session} has ended.', { session: shortSession(id) })
}

/**
 * Words for people: one short sentence about a moment, and what is said aloud when something changed. Draws nothing.
 */

import { parseEventId } from '../../protocol/event-id'
import type { Milliseconds } from '../../protocol/observation'
import type { CallRecord, Snapshot } from '../../trace/snapshot-types'
import { shortSession } from '../../trace/text'
import { type Saying, saying, spokenText } from '../message'
import { ENGLISH, phrase, seconds, type Word } from '../t'
import { reasonSentence } from './reasons'

export { type TableRow, tableRows } from './table'

/** A resumed connection that has brought nothing for this long is said to have brought nothing. */
const SILENCE_MS: Milliseconds = 1000

/** One short sentence or two about the moment: "Plug pulled. 5 events stored since." */
export const describeMoment = (snapshot: Snapshot, word: Word = ENGLISH): string => spokenText(momentSayings(snapshot, word), word)

/** The same, to be said later; `word` only writes the numbers. */
export function momentSayings(snapshot: Snapshot, word: Word = ENGLISH): readonly Saying[] {
  if (!snapshot.session && snapshot.connections.length === 0) return [saying('Nothing has happened yet.')]
  if (snapshot.plug === 'out') return describeOutage(snapshot)
  if (snapshot.refused?.status !== undefined) return describeRefusal(snapshot, snapshot.refused)
  if (snapshot.session?.state === 'ended') return [hasEnded(snapshot), ...lossOf(snapshot)]
  if (snapshot.ledger.lost > 0) return [saying('Plugged in.'), ...lossOf(snapshot)]
  if (snapshot.refused) return describeRefusal(snapshot, snapshot.refused)
  if (snapshot.ledger.missing > 0) return describeResuming(snapshot, word)
  if (snapshot.call?.settled && snapshot.call.settled.outcome !== 'result') return describeSettled(snapshot.call, snapshot)
  if (snapshot.ledger.replayed > 0) return [saying('Resumed. {n} replayed, none missing.', { n: snapshot.ledger.replayed })]
  if (!snapshot.call) return [snapshot.session ? saying('Connected. No tool called yet.') : saying('Connecting.')]
  return snapshot.call.settled ? describeSettled(snapshot.call, snapshot) : [describeProgress(snapshot, snapshot.call)]
}

/**
 * What to say in role=status when `previous` became `next`: "Plug pulled. Last event ID call-2/9." Nothing when nothing is worth
 * saying. Both are snapshots of the newest moment; looking back is not announced.
 */
export function announce(previous: Snapshot, next: Snapshot): readonly Saying[] {
  const said: Saying[] = []
  if (next.call && next.call.id !== previous.call?.id) said.push(saying('Calling {tool}.', { tool: next.call.tool }))
  if (previous.plug === 'in' && next.plug === 'out') said.push(saying('Plug pulled.'), keptWords(next))
  if (previous.plug === 'out' && next.plug === 'in') said.push(saying('Plugged back in.'))
  if (next.refused && next.refused.at !== previous.refused?.at) said.push(...describeRefusal(next, next.refused))
  else if (previous.session?.state === 'open' && next.session?.state === 'ended') said.push(hasEnded(next))
  if (next.plug === 'in' && next.ledger.missing === 0 && next.ledger.replayed > previous.ledger.replayed) {
    said.push(saying('Resumed: {n} replayed, none missing.', { n: next.ledger.replayed }))
  }
  if (next.call?.settled && !previous.call?.settled && !next.refused) said.push(...describeSettled(next.call, next))
  return said
}

function describeOutage(snapshot: Snapshot): readonly Saying[] {
  const { pulledAt = snapshot.at, ledger, stage, call, session } = snapshot
  const n = [stage.call, stage.standalone]
    .flatMap((stream) => stream?.events ?? [])
    .filter(({ role, storedAt }) => role === 'message' && storedAt !== undefined && storedAt > pulledAt).length
  if (call?.settled?.outcome === 'result' && ledger.missing + ledger.lost + ledger.underway === 0) {
    return [saying('You pulled after the last event. Nothing to bring back.')]
  }
  const pulled = saying('Plug pulled.')
  if (session?.state === 'ended') return [pulled, hasEnded(snapshot), ...lossOf(snapshot)]
  if (session?.resumable === false) return [pulled, numbered(n, SENT)]
  return [pulled, numbered(n, STORED)]
}

type Numbered = { readonly none: Saying; readonly one: Saying; readonly many: (n: number) => Saying }

const SENT: Numbered = {
  none: saying('Nothing sent since, none kept.'),
  one: saying('1 message sent since, none kept.'),
  many: (n) => saying('{n} messages sent since, none kept.', { n }),
}
const STORED: Numbered = {
  none: saying('Nothing stored since.'),
  one: saying('1 event stored since.'),
  many: (n) => saying('{n} events stored since.', { n }),
}

const numbered = (n: number, { none, one, many }: Numbered): Saying => (n === 0 ? none : n === 1 ? one : many(n))

function describeRefusal({ session }: Snapshot, { status, reason, edited }: NonNullable<Snapshot['refused']>): readonly Saying[] {
  if (edited && status === undefined) return [saying('The edited headers were refused. The kept ones are still there: ask with those.')]
  if (edited)
    return [saying('The edited headers were refused ({status}). The kept ones are still there: ask with those.', { status: status ?? '' })]
  if (status === 404) {
    const id = session?.id
    return [
      id === undefined
        ? saying('404: the session has ended. Start a new session.')
        : saying('404: session {session} has ended. Start a new session.', { session: shortSession(id) }),
    ]
  }
  return [status === undefined ? saying('Not resumed:') : saying('Not resumed ({status}):', { status }), reasonSentence(reason)]
}

/** Plugged in, and not all is there yet. */
function describeResuming({ waiting, ledger, connections, at }: Snapshot, word: Word): readonly Saying[] {
  const { replayed, missing } = ledger
  if (waiting) return [saying('Plugged in. Asks again in {time}.', { time: seconds(word, waiting.until - at) })]
  const newest = connections.findLast(({ lastEventId, answer }) => lastEventId !== undefined && answer !== undefined)
  if (!newest) return [saying('{n} missing.', { n: missing })]
  const silent = newest.answer !== undefined && at - newest.answer.at > SILENCE_MS && replayed === 0
  return [
    silent
      ? saying('Connected, and nothing replayed. {n} missing.', { n: missing })
      : saying('Resuming. {replayed} replayed, {missing} missing.', { replayed, missing }),
  ]
}

function describeSettled({ settled }: CallRecord, { ledger: { received, missing } }: Snapshot): readonly Saying[] {
  switch (settled?.outcome) {
    case 'result':
      return [
        missing === 0
          ? saying('Done. {received} received, none missing.', { received })
          : saying('Done. {received} received, {missing} missing.', { received, missing }),
      ]
    case 'cancelled':
      return [saying('Cancelled.')]
    case 'error':
      return [saying('The call failed:'), reasonSentence(settled.reason)]
    default:
      return []
  }
}

type AtWork = { readonly begins: string; readonly step: string; readonly stepOf: string }

const AT_WORK: Readonly<Record<string, AtWork>> = {
  paint_picture: {
    begins: phrase('Painting.'),
    step: phrase('Painting. Row {n}.'),
    stepOf: phrase('Painting. Row {n} of {total}.'),
  },
  tell_story: { begins: phrase('Telling.'), step: phrase('Telling. Word {n}.'), stepOf: phrase('Telling. Word {n} of {total}.') },
  countdown: { begins: phrase('Counting.'), step: phrase('Counting. Step {n}.'), stepOf: phrase('Counting. Step {n} of {total}.') },
}
const ANY_WORK: AtWork = {
  begins: phrase('Running.'),
  step: phrase('Running. Step {n}.'),
  stepOf: phrase('Running. Step {n} of {total}.'),
}

/** "Painting. Row 9 of 16.": how far the client has come. */
function describeProgress({ stage }: Snapshot, { tool }: CallRecord): Saying {
  const { begins, step, stepOf } = (Object.hasOwn(AT_WORK, tool) && AT_WORK[tool]) || ANY_WORK
  const last = stage.call?.events.findLast(({ receipts, message }) => receipts.length > 0 && message.kind === 'progress')
  if (last?.message.kind !== 'progress') return saying(begins)
  const { progress: n, total } = last.message
  return total === undefined ? saying(step, { n }) : saying(stepOf, { n, total })
}

/** The id the client will send for the call, or for the standalone stream when there is no call. */
function keptWords({ kept, stage, session }: Snapshot): Saying {
  if (session?.resumable === false) return saying('There are no event IDs, so nothing can be resumed.')
  const id = kept.lastEventIds[(stage.call ?? stage.standalone)?.name ?? '']
  return id === undefined || !parseEventId(id) ? saying('No event ID yet.') : saying('Last event ID {id}.', { id })
}

function lossOf({ ledger: { lost: n } }: Snapshot): readonly Saying[] {
  if (n === 0) return []
  return [n === 1 ? saying('1 lost: nothing can bring it back.') : saying('{n} lost: nothing can bring them back.', { n })]
}

function hasEnded({ session }: Snapshot): Saying {
  const id = session?.id
  return id === undefined ? saying('The session has ended.') : saying('Session {session} has ended.', { session: shortSession(id) })
}

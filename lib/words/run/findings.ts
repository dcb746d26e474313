/**
 * What can be found wrong in a run, in words: the sentence of a finding, and the sentence of the specification that each kind stands on.
 * Whether it is there, lib/trace/diagnosis computes.
 */
import { SENTENCES, type Sentence } from '../../spec/sentences'
import type { Finding, FindingKind, ResumeSeen } from '../../trace/diagnosis/finding'
import { msg } from '../message'
import { named, type Translate } from '../t'

export const SPEC: Readonly<Record<FindingKind, Sentence>> = {
  'silent-resume': SENTENCES['replay-whole'],
  'empty-resume': SENTENCES['replay-whole'],
  skipped: SENTENCES['replay-whole'],
  'skipped-shifted': SENTENCES['replay-whole'],
  'skipped-between': SENTENCES['replay-whole'],
  'skipped-evicted': SENTENCES['unserved-id'],
  repeated: SENTENCES['replay-only-after'],
  foreign: SENTENCES['no-other-stream'],
  'never-ends': SENTENCES['end-after-response'],
  'no-priming': SENTENCES.priming,
  'no-ids': SENTENCES.ids,
  'ids-change': SENTENCES['ids-tell-stream'],
  'resume-refused': SENTENCES['replay-whole'],
  'out-of-order': SENTENCES.cursor,
  'ended-answers': SENTENCES['ended-404'],
}

/** "a, b … z": at most two, and the last. */
const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 2).join(', ')} … ${names.at(-1)}` : names.join(', ')

const SESSION_ENDED = { deleted: msg('deleted'), expired: msg('expired') } as const

/** The finding in a sentence, with the values it stands on. */
export function findingSentence({ params, events, connections }: Finding, t: Translate): string {
  switch (params.seen) {
    case 'first-carries-message':
      return t('The first event already carries a message ({events}).', { events: listed(events) })
    case 'without-id':
      return t('Events without an id came through on {connections}.', { connections: listed(connections) })
    case 'other-id': {
      const said = { n: events.length, event: events[0] ?? '', id: params.id }
      return t(CAME_UNDER_OTHER_ID, said)
    }
    case 'other-stream':
      return t('{events} came through on a connection of stream {stream}.', { events: listed(events), stream: params.stream })
    case 'open-after-response':
      return t('After the response {event} the server left {connection} open.', {
        event: events[0] ?? '',
        connection: connections[0] ?? '',
      })
    case 'served-after-end': {
      const said = { n: connections.length, reason: named(t, SESSION_ENDED, params.reason), connections: listed(connections) }
      return t(SERVED_AFTER_END, said)
    }
    case 'refused':
      return t('The server had sent the id "{id}" itself, and answered {status} to a resume after it.', {
        id: params.after,
        status: params.status,
      })
    default:
      return resumeSentence(params.seen, { n: events.length, id: params.after, events: spanOf(events, t) }, t)
  }
}

const spanOf = (events: readonly string[], t: Translate): string =>
  events.length > 2 ? t('{first} to {last}', { first: events[0] ?? '', last: events.at(-1) ?? '' }) : events.join(', ')

const CAME_UNDER_OTHER_ID = msg({
  one: '{n} event came through under an id the server never stored: {event} as "{id}".',
  other: '{n} events came through under ids the server never stored: {event} as "{id}".',
})

const SERVED_AFTER_END = msg({
  one: 'The session had ended ({reason}), and {connections} was served all the same.',
  other: 'The session had ended ({reason}), and {connections} were served all the same.',
})

const BROUGHT_AGAIN = msg({
  one: 'The resume after {id} brought {events} again, which lies before it.',
  other: 'The resume after {id} brought {events} again, which lie before it.',
})

type Resumed = { readonly n: number; readonly id: string; readonly events: string }

function resumeSentence(seen: ResumeSeen, said: Resumed, t: Translate): string {
  switch (seen) {
    case 'brought-again':
      return t(BROUGHT_AGAIN, said)
    case 'left-out-evicted':
      return t('The resume after {id} left out {events} and went on: some of that had been evicted, and nobody was told.', said)
    case 'left-out-shifted':
      return t('The resume after {id} left out {events} and went on; evicted were only events before it.', said)
    case 'left-out-between':
      return t('The resume after {id} left out {events} and went on: stored between the replay and what came live.', said)
    case 'left-out':
      return t('The resume after {id} left out {events} and went on, although all of it was stored.', said)
    case 'accepted-evicted':
      return t('The resume after {id} was accepted, although what comes after it was evicted.', said)
    case 'ended-empty':
      return t('The resume after {id} ended at once and brought nothing; {events} had been stored, the response among them.', said)
    case 'silent':
      return t('The resume after {id} was accepted, and nothing came on it, while {events} lay stored.', said)
    case 'brought-late':
      return t('The resume after {id} brought {events} after later events.', said)
  }
}

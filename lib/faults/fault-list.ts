/** One entry for every fault: its words, what the specification says of it, how it ends. Data. */
import { SENTENCES } from '../spec/sentences'
import { FAULT_MANNERS, type Fault, type FaultId } from './faults'

const ENTRIES: readonly Omit<Fault, 'manner'>[] = [
  {
    id: 'yank',
    group: 'network',
    title: 'Pull it now',
    sentence: 'Every connection is cut, in the middle of whatever it carries.',
    spec: SENTENCES['not-cancelled'],
    ends: 'resumed',
  },
  {
    id: 'yank-before-priming',
    group: 'network',
    title: 'Before the first event',
    sentence: 'Cut when the call is answered, before any event has come through.',
    spec: SENTENCES.priming,
    ends: 'resumed',
  },
  {
    id: 'yank-after-priming',
    group: 'network',
    title: 'After the priming event',
    sentence: 'Cut when the client has an id and nothing else.',
    spec: SENTENCES.priming,
    ends: 'resumed',
  },
  {
    id: 'yank-stored-unwritten',
    group: 'network',
    title: 'Stored, not written',
    sentence: 'Cut when the server has stored an event and has not written it yet.',
    spec: SENTENCES.replay,
    ends: 'resumed',
  },
  {
    id: 'yank-mid-frame',
    group: 'network',
    title: 'Inside an event',
    sentence: 'The connection is cut in the middle of an event. Half of its bytes arrive; the client discards an incomplete event.',
    spec: SENTENCES['torn-event'],
    ends: 'resumed',
  },
  {
    id: 'yank-before-response',
    group: 'network',
    title: 'Before the response',
    sentence: 'Cut when all progress has come through and only the answer to the call is left.',
    spec: SENTENCES.replay,
    ends: 'resumed',
  },
  {
    id: 'yank-in-replay',
    group: 'network',
    title: 'During a replay',
    sentence: 'Cut again while the server sends what was missed.',
    spec: SENTENCES['resume-by-get'],
    ends: 'resumed',
  },
  {
    id: 'yank-in-wait',
    group: 'network',
    title: 'During the wait',
    sentence: 'Cut while the client waits before it asks again.',
    spec: SENTENCES.retry,
    ends: 'resumed',
  },
  {
    id: 'silence',
    group: 'network',
    title: 'Silence',
    sentence: 'Bytes vanish on the way and nobody is told: both ends believe that they are connected.',
    spec: SENTENCES['noticing-silence'],
    ends: 'resumed',
  },
  {
    id: 'slow',
    group: 'network',
    title: 'Slow network',
    sentence: 'So few bytes a second get through that events arrive in pieces, and late.',
    spec: SENTENCES.duration,
    ends: 'resumed',
  },
  {
    id: 'idle-proxy',
    group: 'network',
    title: 'Impatient proxy',
    sentence: 'A proxy between the two cuts every connection that was silent for too long.',
    spec: SENTENCES.disconnection,
    ends: 'resumed',
  },
  {
    id: 'polite-close',
    group: 'server',
    title: 'Polite close',
    sentence: 'The server ends the connection, not the stream, and says when to come back: the client polls.',
    spec: SENTENCES['polite-close'],
    ends: 'resumed',
  },
  {
    id: 'restart-forgetting',
    group: 'server',
    title: 'Restart, all forgotten',
    sentence: 'The server restarts and knows nothing any more: no session, no events.',
    spec: SENTENCES['begin-anew'],
    ends: 'new-session',
  },
  {
    id: 'restart-keeping',
    group: 'server',
    title: 'Restart, log kept',
    sentence: 'The server restarts and finds its event log again: the session is back, and what it had stored.',
    spec: SENTENCES.replay,
    ends: 'resumed',
  },
  {
    id: 'end-session',
    group: 'server',
    title: 'Session deleted',
    sentence: 'Someone ends the session with DELETE, while its call is running.',
    spec: SENTENCES['begin-anew'],
    ends: 'new-session',
  },
  {
    id: 'expire-session',
    group: 'server',
    title: 'Session expired',
    sentence: 'The server ends the session because its time is over.',
    spec: SENTENCES['session-ends'],
    ends: 'new-session',
  },
  {
    id: 'evict',
    group: 'server',
    title: 'Old events evicted',
    sentence: 'The store keeps only the newest events. What was missed and evicted is lost.',
    spec: SENTENCES['evicted-id'],
    ends: 'call-fails',
  },
  {
    id: 'json-answer',
    group: 'server',
    title: 'Answer as JSON',
    sentence: 'The call is answered with one JSON body and no stream: no ids, nothing to resume.',
    spec: SENTENCES['answer-kinds'],
    ends: 'call-fails',
  },
  {
    id: 'reload',
    group: 'client',
    title: 'Reload the page',
    sentence: 'Everything in memory is gone. The new page has the kept headers, and picks up the run with them.',
    spec: SENTENCES['resume-by-get'],
    ends: 'resumed',
  },
  {
    id: 'close-tab',
    group: 'client',
    title: 'Leave and return',
    sentence: 'The client goes away in the middle of the run, and comes back later with the headers it kept.',
    spec: SENTENCES['not-cancelled'],
    ends: 'resumed',
  },
  {
    id: 'second-tab',
    group: 'client',
    title: 'A second tab',
    sentence: 'A second tab resumes the same streams. The newer connection takes each stream over.',
    spec: SENTENCES['one-stream-each'],
    ends: 'resumed',
  },
  {
    id: 'impatient',
    group: 'client',
    title: 'Impatient client',
    sentence: 'The client ignores retry and asks again at once, as often as it can.',
    spec: SENTENCES.retry,
    ends: 'resumed',
  },
]

/** Every fault, in the order in which they are shown. */
export const FAULTS: readonly Fault[] = ENTRIES.map((entry) => ({ ...entry, manner: FAULT_MANNERS[entry.id] }))

/** The entry of one fault. */
export function faultOf(id: FaultId): Fault {
  const found = FAULTS.find((fault) => fault.id === id)
  if (!found) throw new Error(`No fault is called "${id}": add it to FAULTS in lib/faults/fault-list.ts.`)
  return found
}

/** One entry for every fault: its words, what the specification says of it, how it ends. Data. */
import { FAULT_MANNERS, type Fault, type FaultId } from './faults'

const RESUMABILITY = 'resumability-and-redelivery'
const SENDING = 'sending-messages-to-the-server'
const STREAMS = 'multiple-connections'
const SESSIONS = 'session-management'

const MAY_REPLAY = {
  level: 'MAY',
  says: 'After a GET with Last-Event-ID the server may send again what came after that event, on the stream that was cut.',
  section: RESUMABILITY,
} as const
const ASK_BY_GET = {
  level: 'SHOULD',
  says: 'A client that wants to resume should send a GET with Last-Event-ID, however the stream began.',
  section: RESUMABILITY,
} as const
const PRIMED = {
  level: 'SHOULD',
  says: 'The server should begin a stream with an event that has an id and empty data, so that the client can come back from the start.',
  section: SENDING,
} as const
const RESPECT_RETRY = {
  level: 'MUST',
  says: 'A client must wait for the time that the retry field says before it connects again.',
  section: SENDING,
} as const
const SESSION_GONE = {
  level: 'MUST',
  says: 'Requests for a session that has ended must be answered with 404, and the client must begin a new one with initialize.',
  section: SESSIONS,
} as const
const NOT_CANCELLED = {
  level: 'SHOULD NOT',
  says: 'A disconnection should not be taken for a client that cancels its request.',
  section: SENDING,
} as const

const ENTRIES: readonly Omit<Fault, 'manner'>[] = [
  {
    id: 'yank',
    group: 'network',
    title: 'Pull it now',
    sentence: 'Every connection is cut, in the middle of whatever it carries.',
    spec: NOT_CANCELLED,
    ends: 'resumed',
  },
  {
    id: 'yank-before-priming',
    group: 'network',
    title: 'Before the first event',
    sentence: 'Cut when the call is answered, before any event has come through.',
    spec: PRIMED,
    ends: 'resumed',
  },
  {
    id: 'yank-after-priming',
    group: 'network',
    title: 'After the priming event',
    sentence: 'Cut when the client has an id and nothing else.',
    spec: PRIMED,
    ends: 'resumed',
  },
  {
    id: 'yank-stored-unwritten',
    group: 'network',
    title: 'Stored, not written',
    sentence: 'Cut when the server has stored an event and has not written it yet.',
    spec: MAY_REPLAY,
    ends: 'resumed',
  },
  {
    id: 'yank-mid-frame',
    group: 'network',
    title: 'Inside an event',
    sentence: 'Cut in the middle of an event: half of its bytes get through, and half an event is none.',
    spec: {
      level: 'silent',
      says: 'It leaves this to the event stream format (WHATWG): an event without its blank line at the end is thrown away.',
      section: RESUMABILITY,
    },
    ends: 'resumed',
  },
  {
    id: 'yank-before-response',
    group: 'network',
    title: 'Before the response',
    sentence: 'Cut when all progress has come through and only the answer to the call is left.',
    spec: MAY_REPLAY,
    ends: 'resumed',
  },
  {
    id: 'yank-in-replay',
    group: 'network',
    title: 'During a replay',
    sentence: 'Cut again while the server sends what was missed.',
    spec: ASK_BY_GET,
    ends: 'resumed',
  },
  {
    id: 'yank-in-wait',
    group: 'network',
    title: 'During the wait',
    sentence: 'Cut while the client waits before it asks again.',
    spec: RESPECT_RETRY,
    ends: 'resumed',
  },
  {
    id: 'silence',
    group: 'network',
    title: 'Silence',
    sentence: 'Bytes vanish on the way and nobody is told: both ends believe that they are connected.',
    spec: {
      level: 'silent',
      says: 'It does not say how a client notices. Comments that keep a connection alive are the usual way.',
      section: RESUMABILITY,
    },
    ends: 'resumed',
  },
  {
    id: 'slow',
    group: 'network',
    title: 'Slow network',
    sentence: 'So few bytes a second get through that events arrive in pieces, and late.',
    spec: { level: 'silent', says: 'How long a stream may take is left to both ends.', section: SENDING },
    ends: 'resumed',
  },
  {
    id: 'idle-proxy',
    group: 'network',
    title: 'Impatient proxy',
    sentence: 'A proxy between the two cuts every connection that was silent for too long.',
    spec: { level: 'MAY', says: 'A disconnection may occur at any time, for reasons of the network.', section: SENDING },
    ends: 'resumed',
  },
  {
    id: 'polite-close',
    group: 'server',
    title: 'Polite close',
    sentence: 'The server ends the connection, not the stream, and says when to come back: the client polls.',
    spec: {
      level: 'MAY',
      says: 'Once it has sent an id, the server may close the connection without ending the stream; it should send retry first.',
      section: SENDING,
    },
    ends: 'resumed',
  },
  {
    id: 'restart-forgetting',
    group: 'server',
    title: 'Restart, all forgotten',
    sentence: 'The server restarts and knows nothing any more: no session, no events.',
    spec: SESSION_GONE,
    ends: 'new-session',
  },
  {
    id: 'restart-keeping',
    group: 'server',
    title: 'Restart, log kept',
    sentence: 'The server restarts and finds its event log again: the session is back, and what it had stored.',
    spec: MAY_REPLAY,
    ends: 'resumed',
  },
  {
    id: 'end-session',
    group: 'server',
    title: 'Session deleted',
    sentence: 'Someone ends the session with DELETE, while its call is running.',
    spec: SESSION_GONE,
    ends: 'new-session',
  },
  {
    id: 'expire-session',
    group: 'server',
    title: 'Session expired',
    sentence: 'The server ends the session because its time is over.',
    spec: {
      level: 'MAY',
      says: 'The server may end a session at any time. From then on it must answer requests for it with 404.',
      section: SESSIONS,
    },
    ends: 'new-session',
  },
  {
    id: 'evict',
    group: 'server',
    title: 'Old events evicted',
    sentence: 'The store keeps only the newest events. What was missed and evicted is lost.',
    spec: {
      level: 'silent',
      says: 'What to answer to a last event ID that is no longer stored is not said. This server refuses with 400.',
      section: RESUMABILITY,
    },
    ends: 'call-fails',
  },
  {
    id: 'json-answer',
    group: 'server',
    title: 'Answer as JSON',
    sentence: 'The call is answered with one JSON body and no stream: no ids, nothing to resume.',
    spec: {
      level: 'MUST',
      says: 'A request must be answered with an event stream or with one JSON object, and a client must support both.',
      section: SENDING,
    },
    ends: 'call-fails',
  },
  {
    id: 'reload',
    group: 'client',
    title: 'Reload the page',
    sentence: 'Everything in memory is gone. The new page has the kept headers, and picks up the run with them.',
    spec: ASK_BY_GET,
    ends: 'resumed',
  },
  {
    id: 'close-tab',
    group: 'client',
    title: 'Leave and return',
    sentence: 'The client goes away in the middle of the run, and comes back later with the headers it kept.',
    spec: NOT_CANCELLED,
    ends: 'resumed',
  },
  {
    id: 'second-tab',
    group: 'client',
    title: 'A second tab',
    sentence: 'A second tab resumes the same streams. The newer connection takes each stream over.',
    spec: {
      level: 'MUST NOT',
      says: 'The server sends each message on only one of the connected streams; it must not send the same one on several.',
      section: STREAMS,
    },
    ends: 'resumed',
  },
  {
    id: 'impatient',
    group: 'client',
    title: 'Impatient client',
    sentence: 'The client ignores retry and asks again at once, as often as it can.',
    spec: RESPECT_RETRY,
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

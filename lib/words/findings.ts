/**
 * What can be found wrong in a run, as words: each kind of finding with the sentence of the specification it stands on, and the bugs of the
 * gallery that show it. Whether it is there, diagnosis.ts computes.
 */
import type { BugId } from '../faults/gallery'
import type { ConnectionId, StreamName } from '../protocol/observation'

export type FindingKind =
  | 'silent-resume'
  | 'empty-resume'
  | 'skipped'
  | 'skipped-evicted'
  | 'skipped-shifted'
  | 'skipped-between'
  | 'repeated'
  | 'foreign'
  | 'never-ends'
  | 'no-priming'
  | 'no-ids'
  | 'ids-change'
  | 'resume-refused'
  | 'out-of-order'
  | 'ended-answers'

export type Finding = {
  readonly kind: FindingKind
  /** in words, with the values it stands on */
  readonly sentence: string
  readonly spec: SpecSentence
  /** keys of the events it stands on */
  readonly events: readonly string[]
  readonly connections: readonly ConnectionId[]
  readonly stream?: StreamName
  /** the bugs of the gallery that show it */
  readonly bugs: readonly BugId[]
}

/** What the specification (2025-11-25) says, in our words. */
export type SpecSentence = {
  readonly level: 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | 'silent'
  readonly says: string
  readonly section: string
}

const RESUMABILITY = 'basic/transports, Resumability and Redelivery'
const SENDING = 'basic/transports, Sending Messages to the Server'

const REPLAY: SpecSentence = {
  level: 'MAY',
  says: 'After a GET with Last-Event-ID the server may replay the messages that would have been sent after that event, on the stream that was cut. One that begins to do so and leaves some out loses them for good.',
  section: RESUMABILITY,
}

export const SPEC: Readonly<Record<FindingKind, SpecSentence>> = {
  'silent-resume': REPLAY,
  'empty-resume': REPLAY,
  skipped: REPLAY,
  'skipped-shifted': REPLAY,
  'skipped-between': REPLAY,
  'skipped-evicted': {
    level: 'silent',
    says: 'What is answered to a last event ID that cannot be served is not said. Answering as if nothing were missing leaves a gap that no one sees.',
    section: RESUMABILITY,
  },
  repeated: {
    level: 'MAY',
    says: 'What may be replayed is what would have been sent after the last event ID; the events before it were received.',
    section: RESUMABILITY,
  },
  foreign: {
    level: 'MUST NOT',
    says: 'The server must not replay messages that would have been delivered on a different stream.',
    section: RESUMABILITY,
  },
  'never-ends': { level: 'SHOULD', says: 'After the response has been sent, the server should end the stream.', section: SENDING },
  'no-priming': {
    level: 'SHOULD',
    says: 'At the beginning of a stream the server should at once send an event with an id and empty data, so that the client can come back.',
    section: SENDING,
  },
  'no-ids': {
    level: 'MAY',
    says: 'A server may give its events an id. Without one there is nothing to resume after.',
    section: RESUMABILITY,
  },
  'ids-change': {
    level: 'SHOULD',
    says: 'Event IDs should say enough to find the stream they came from: they serve as a cursor within it.',
    section: RESUMABILITY,
  },
  'resume-refused': REPLAY,
  'out-of-order': {
    level: 'MAY',
    says: 'Event IDs are a cursor within their stream: what comes after one on the stream comes after it in a replay.',
    section: RESUMABILITY,
  },
  'ended-answers': {
    level: 'MUST',
    says: 'After a session has ended, the server must answer requests with its id with 404.',
    section: 'basic/transports, Session Management',
  },
}

export const BUGS_OF: Readonly<Record<FindingKind, readonly BugId[]>> = {
  'silent-resume': ['replays-nothing'],
  'empty-resume': ['response-cleared'],
  skipped: ['taken-when-written'],
  'skipped-evicted': ['stale-cursor'],
  'skipped-shifted': ['shifting-position'],
  'skipped-between': ['handoff-gap'],
  repeated: ['from-the-start'],
  foreign: ['across-streams'],
  'never-ends': ['never-ends'],
  'no-priming': ['no-priming'],
  'no-ids': [],
  'ids-change': ['random-ids'],
  'resume-refused': [],
  'out-of-order': [],
  'ended-answers': ['survives-delete'],
}

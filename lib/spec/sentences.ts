/**
 * The sentences of MCP 2025-11-25, basic/transports, that this app quotes, in our words and each once: the fault table, the gallery, the
 * experiments with headers and the findings of the checker take theirs from here. Data; imports types.
 * The English words are the keys of the catalogue in lib/words.
 */

import type { SectionName } from './page'

/** The keyword of RFC 2119. `silent`: the specification says nothing of this case, and any answer is the server's own choice. */
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | 'silent'

/** What the specification says of one thing. */
export type Sentence = { readonly level: Level; readonly says: string; readonly section: SectionName }

const sentence = (section: SectionName, level: Level, says: string): Sentence => ({ level, says, section })

export const SENTENCES = {
  // Sending messages to the server
  'answer-kinds': sentence(
    'sending',
    'MUST',
    'A request must be answered with an event stream or with one JSON object, and a client must support both.',
  ),
  priming: sentence(
    'sending',
    'SHOULD',
    'The server should begin a stream with an event that has an id and empty data, so that the client can come back from the start.',
  ),
  'polite-close': sentence(
    'sending',
    'MAY',
    'Once it has sent an id, the server may close the connection without ending the stream; it should send retry first.',
  ),
  retry: sentence('sending', 'MUST', 'A client must wait for the time that the retry field says before it connects again.'),
  'end-after-response': sentence('sending', 'SHOULD', 'After the response has been sent, the server should end the stream.'),
  disconnection: sentence('sending', 'MAY', 'A disconnection may occur at any time, for reasons of the network.'),
  'not-cancelled': sentence('sending', 'SHOULD NOT', 'A disconnection should not be taken for a client that cancels its request.'),
  duration: sentence('sending', 'silent', 'How long a stream may take is left to both ends.'),
  // Listening, and several connections
  'standalone-stream': sentence(
    'listening',
    'MUST',
    'The server must answer such a GET with an event stream, or with 405. The response of a call must not come on it.',
  ),
  'one-stream-each': sentence(
    'connections',
    'MUST NOT',
    'The server sends each message on only one of the connected streams; it must not send the same one on several.',
  ),
  // Resumability and redelivery
  ids: sentence('resumability', 'MAY', 'A server may give its events an id. Without one there is nothing to resume after.'),
  'ids-unique': sentence(
    'resumability',
    'MUST',
    'An event ID, if there is one, must be unique across the streams of the session, to serve as a cursor within its stream.',
  ),
  'ids-tell-stream': sentence(
    'resumability',
    'SHOULD',
    'Event IDs should say enough to find the stream they came from: they serve as a cursor within it.',
  ),
  cursor: sentence(
    'resumability',
    'MAY',
    'Event IDs are a cursor within their stream: what comes after one on the stream comes after it in a replay.',
  ),
  'resume-by-get': sentence(
    'resumability',
    'SHOULD',
    'A client that wants to resume should send a GET with Last-Event-ID, however the stream began.',
  ),
  replay: sentence(
    'resumability',
    'MAY',
    'After a GET with Last-Event-ID the server may send again what came after that event, on the stream that was cut.',
  ),
  'replay-whole': sentence(
    'resumability',
    'MAY',
    'After a GET with Last-Event-ID the server may replay the messages that would have been sent after that event, on the stream that was cut. One that begins to do so and leaves some out loses them for good.',
  ),
  'replay-only-after': sentence(
    'resumability',
    'MAY',
    'What may be replayed is what would have been sent after the last event ID; the events before it were received.',
  ),
  'no-other-stream': sentence(
    'resumability',
    'MUST NOT',
    'The server must not replay messages that would have been delivered on a different stream.',
  ),
  'unserved-id': sentence(
    'resumability',
    'silent',
    'What is answered to a last event ID that cannot be served is not said. Answering as if nothing were missing leaves a gap that no one sees.',
  ),
  'evicted-id': sentence(
    'resumability',
    'silent',
    'What to answer to a last event ID that is no longer stored is not said. This server refuses with 400.',
  ),
  'how-long-kept': sentence('resumability', 'silent', 'How long events are kept, and what to answer when they are gone, is not said.'),
  'made-up-id': sentence('resumability', 'silent', 'What to answer to an id that was never handed out is not said.'),
  'other-session-id': sentence(
    'resumability',
    'silent',
    'Ids must be unique within one session, and no further. What to answer is not said; the events of another session must never come.',
  ),
  'torn-event': sentence(
    'resumability',
    'silent',
    'It leaves this to the event stream format (WHATWG): an event without its blank line at the end is thrown away.',
  ),
  'noticing-silence': sentence(
    'resumability',
    'silent',
    'It does not say how a client notices. Comments that keep a connection alive are the usual way.',
  ),
  // Sessions
  'session-id-needed': sentence('sessions', 'SHOULD', 'A server that requires a session id should answer a request without one with 400.'),
  'session-ends': sentence(
    'sessions',
    'MAY',
    'The server may end a session at any time. From then on it must answer requests for it with 404.',
  ),
  'ended-404': sentence('sessions', 'MUST', 'After a session has ended, the server must answer requests with its id with 404.'),
  'begin-anew': sentence(
    'sessions',
    'MUST',
    'Requests for a session that has ended must be answered with 404, and the client must begin a new one with initialize.',
  ),
  // Protocol version header
  'version-header': sentence(
    'version',
    'MUST',
    'The client should send the version it agreed on. A version that the server does not support must be answered with 400.',
  ),
  'version-unsupported': sentence('version', 'MUST', 'An invalid or unsupported version must be answered with 400.'),
} as const satisfies Readonly<Record<string, Sentence>>

/** Rules of MCP 2025-11-25, "Listening for messages from the server" and "Multiple connections", in our words. */
import { bug, fault, HEADERS, lesson, type MessagesOf, rule } from './rule'

const STREAMS = lesson('one-stream')

export const LISTENING = [
  rule(
    'MAY',
    'client',
    'A GET opens a stream on which the server speaks unasked.',
    'The standalone stream, dashed on the timeline.',
    STREAMS,
  ),
  rule('MUST', 'client', 'Such a GET accepts an event stream.', 'In the wire: Accept of the GET.', STREAMS),
  rule(
    'MUST',
    'server',
    'The answer is an event stream, or 405 if there is none to offer.',
    'In the wire: 200 and text/event-stream. Under 2026-07-28 it is 405.',
    STREAMS,
    lesson('what-changed'),
  ),
  rule('MAY', 'server', 'Requests and notifications travel on it.', 'Store: the stream named get has a log of its own.', STREAMS),
  rule(
    'SHOULD',
    'server',
    'They have nothing to do with a request that is running.',
    'Progress of a call stays on the stream of that call.',
    STREAMS,
  ),
  rule(
    'MUST NOT',
    'server',
    'No response comes on a GET, unless the GET resumes the stream of a request.',
    'Cut before the response: it comes by the GET that resumes.',
    lesson('plug-back-in'),
    fault('yank-before-response'),
  ),
  rule(
    'MAY',
    'server',
    'The server closes this stream when it likes.',
    'Polite close ends the standalone connection, too.',
    fault('polite-close'),
    lesson('server-hangs-up'),
  ),
  rule(
    'SHOULD',
    'server',
    'If only the connection closes, retry comes first and the client may come back.',
    'Both streams are polled after a polite close.',
    lesson('server-hangs-up'),
    fault('polite-close'),
  ),
  rule(
    'MAY',
    'client',
    'The client closes this stream when it likes.',
    'Close the tab: the session goes on.',
    lesson('leaving'),
    fault('close-tab'),
  ),
]

export const CONNECTIONS = [
  rule(
    'MAY',
    'client',
    'Several streams are open at the same time.',
    'A call and the standalone stream, side by side.',
    STREAMS,
    fault('second-tab'),
  ),
  rule('MUST', 'server', 'Each message goes to one stream only.', 'In the store every message stands once.', STREAMS, fault('second-tab')),
  rule(
    'MUST NOT',
    'server',
    'No message is sent to several streams.',
    'A server that replays across streams breaks this, too.',
    STREAMS,
    bug('across-streams'),
  ),
  rule(
    'MAY',
    'server',
    'Resumable streams lessen what is lost with a broken connection.',
    'The ledger: missing returns to 0.',
    lesson('plug-back-in'),
    HEADERS,
  ),
]

export type StreamsMessage = MessagesOf<typeof LISTENING> | MessagesOf<typeof CONNECTIONS>

/** Rules of MCP 2025-11-25, "Listening for messages from the server" and "Multiple connections", in our words. */
import { text } from '../words/text'
import { bug, fault, HEADERS, lesson, type Rule, rule } from './rule'

const STREAMS = lesson('one-stream')

export const LISTENING: readonly Rule[] = [
  rule(
    'MAY',
    'client',
    text('A GET opens a stream on which the server speaks unasked.', 'Ein GET öffnet einen Stream, auf dem der Server ungefragt spricht.'),
    text('The standalone stream, dashed on the timeline.', 'Der eigenständige Stream, auf der Zeitachse gestrichelt.'),
    STREAMS,
  ),
  rule(
    'MUST',
    'client',
    text('Such a GET accepts an event stream.', 'Ein solches GET nimmt einen Event-Stream an.'),
    text('In the wire: Accept of the GET.', 'In der Leitung: Accept des GET.'),
    STREAMS,
  ),
  rule(
    'MUST',
    'server',
    text(
      'The answer is an event stream, or 405 if there is none to offer.',
      'Die Antwort ist ein Event-Stream, oder 405, wenn es keinen gibt.',
    ),
    text(
      'In the wire: 200 and text/event-stream. Under 2026-07-28 it is 405.',
      'In der Leitung: 200 und text/event-stream. Unter 2026-07-28 ist es 405.',
    ),
    STREAMS,
    lesson('what-changed'),
  ),
  rule(
    'MAY',
    'server',
    text('Requests and notifications travel on it.', 'Anfragen und Notifications reisen auf ihm.'),
    text('Store: the stream named get has a log of its own.', 'Speicher: Der Stream namens get hat ein eigenes Protokoll.'),
    STREAMS,
  ),
  rule(
    'SHOULD',
    'server',
    text('They have nothing to do with a request that is running.', 'Sie haben nichts mit einer laufenden Anfrage zu tun.'),
    text('Progress of a call stays on the stream of that call.', 'Der Fortschritt eines Aufrufs bleibt auf dem Stream dieses Aufrufs.'),
    STREAMS,
  ),
  rule(
    'MUST NOT',
    'server',
    text(
      'No response comes on a GET, unless the GET resumes the stream of a request.',
      'Auf einem GET kommt keine Antwort, es sei denn, es setzt den Stream einer Anfrage fort.',
    ),
    text('Cut before the response: it comes by the GET that resumes.', 'Trenne vor der Antwort: Sie kommt mit dem GET, das fortsetzt.'),
    lesson('plug-back-in'),
    fault('yank-before-response'),
  ),
  rule(
    'MAY',
    'server',
    text('The server closes this stream when it likes.', 'Der Server schließt diesen Stream, wann er will.'),
    text('Polite close ends the standalone connection, too.', 'Höfliches Schließen beendet auch die eigenständige Verbindung.'),
    fault('polite-close'),
    lesson('server-hangs-up'),
  ),
  rule(
    'SHOULD',
    'server',
    text(
      'If only the connection closes, retry comes first and the client may come back.',
      'Schließt nur die Verbindung, kommt zuerst retry, und der Client darf wiederkommen.',
    ),
    text('Both streams are polled after a polite close.', 'Nach einem höflichen Schließen wird nach beiden Streams wieder gefragt.'),
    lesson('server-hangs-up'),
    fault('polite-close'),
  ),
  rule(
    'MAY',
    'client',
    text('The client closes this stream when it likes.', 'Der Client schließt diesen Stream, wann er will.'),
    text('Close the tab: the session goes on.', 'Schließ den Tab: Die Sitzung geht weiter.'),
    lesson('leaving'),
    fault('close-tab'),
  ),
]

export const CONNECTIONS: readonly Rule[] = [
  rule(
    'MAY',
    'client',
    text('Several streams are open at the same time.', 'Mehrere Streams sind zur gleichen Zeit offen.'),
    text('A call and the standalone stream, side by side.', 'Ein Aufruf und der eigenständige Stream, nebeneinander.'),
    STREAMS,
    fault('second-tab'),
  ),
  rule(
    'MUST',
    'server',
    text('Each message goes to one stream only.', 'Jede Nachricht geht nur auf einen Stream.'),
    text('In the store every message stands once.', 'Im Speicher steht jede Nachricht einmal.'),
    STREAMS,
    fault('second-tab'),
  ),
  rule(
    'MUST NOT',
    'server',
    text('No message is sent to several streams.', 'Keine Nachricht wird auf mehreren Streams gesendet.'),
    text('A server that replays across streams breaks this, too.', 'Ein Server, der über Streams hinweg nachliefert, bricht auch das.'),
    STREAMS,
    bug('across-streams'),
  ),
  rule(
    'MAY',
    'server',
    text(
      'Resumable streams lessen what is lost with a broken connection.',
      'Fortsetzbare Streams mindern, was mit einer gebrochenen Verbindung verloren geht.',
    ),
    text('The ledger: missing returns to 0.', 'Die Bilanz: fehlend kehrt zu 0 zurück.'),
    lesson('plug-back-in'),
    HEADERS,
  ),
]

/** Rules on listening and several connections, in German. */
import type { StreamsMessage } from '../../../spec/coverage-streams'

export const STREAMS: Readonly<Record<StreamsMessage, string>> = {
  'A GET opens a stream on which the server speaks unasked.': 'Ein GET öffnet einen Stream, auf dem der Server ungefragt spricht.',
  'The standalone stream, dashed on the timeline.': 'Der eigenständige Stream, auf der Zeitachse gestrichelt.',
  'Such a GET accepts an event stream.': 'Ein solches GET nimmt einen Event-Stream an.',
  'In the wire: Accept of the GET.': 'In der Leitung: Accept des GET.',
  'The answer is an event stream, or 405 if there is none to offer.': 'Die Antwort ist ein Event-Stream, oder 405, wenn es keinen gibt.',
  'In the wire: 200 and text/event-stream. Under 2026-07-28 it is 405.':
    'In der Leitung: 200 und text/event-stream. Unter 2026-07-28 ist es 405.',
  'Requests and notifications travel on it.': 'Anfragen und Notifications reisen auf ihm.',
  'Store: the stream named get has a log of its own.': 'Speicher: Der Stream namens get hat ein eigenes Protokoll.',
  'They have nothing to do with a request that is running.': 'Sie haben nichts mit einer laufenden Anfrage zu tun.',
  'Progress of a call stays on the stream of that call.': 'Der Fortschritt eines Aufrufs bleibt auf dem Stream dieses Aufrufs.',
  'No response comes on a GET, unless the GET resumes the stream of a request.':
    'Auf einem GET kommt keine Antwort, es sei denn, es setzt den Stream einer Anfrage fort.',
  'Cut before the response: it comes by the GET that resumes.': 'Trenne vor der Antwort: Sie kommt mit dem GET, das fortsetzt.',
  'The server closes this stream when it likes.': 'Der Server schließt diesen Stream, wann er will.',
  'Polite close ends the standalone connection, too.': 'Höfliches Schließen beendet auch die eigenständige Verbindung.',
  'If only the connection closes, retry comes first and the client may come back.':
    'Schließt nur die Verbindung, kommt zuerst retry, und der Client darf wiederkommen.',
  'Both streams are polled after a polite close.': 'Nach einem höflichen Schließen wird nach beiden Streams wieder gefragt.',
  'The client closes this stream when it likes.': 'Der Client schließt diesen Stream, wann er will.',
  'Close the tab: the session goes on.': 'Schließ den Tab: Die Sitzung geht weiter.',
  'Several streams are open at the same time.': 'Mehrere Streams sind zur gleichen Zeit offen.',
  'A call and the standalone stream, side by side.': 'Ein Aufruf und der eigenständige Stream, nebeneinander.',
  'Each message goes to one stream only.': 'Jede Nachricht geht nur auf einen Stream.',
  'In the store every message stands once.': 'Im Speicher steht jede Nachricht einmal.',
  'No message is sent to several streams.': 'Keine Nachricht wird auf mehreren Streams gesendet.',
  'A server that replays across streams breaks this, too.': 'Ein Server, der über Streams hinweg nachliefert, bricht auch das.',
  'Resumable streams lessen what is lost with a broken connection.':
    'Fortsetzbare Streams mindern, was mit einer gebrochenen Verbindung verloren geht.',
  'The ledger: missing returns to 0.': 'Die Bilanz: fehlend kehrt zu 0 zurück.',
}

/** The fault panel in German, and the lists behind it: faults, experiments with headers. */
import type { Catalogue } from '../t'

export const FAULT_WORDS: Catalogue = {
  // the panel
  'More ways to break it': 'Mehr Arten, es zu stören',
  'Close: more ways to break it': 'Schließen: mehr Arten, es zu stören',
  'Who acts': 'Wer handelt',
  Network: 'Netz',
  'Nobody closed anything.': 'Niemand hat etwas geschlossen.',
  'What the server does, or what happens to it.': 'Was der Server tut, oder was ihm geschieht.',
  'What this page may do, or suffer.': 'Was diese Seite tun oder erleiden kann.',
  'Freeze the waits': 'Wartezeiten einfrieren',
  'The reconnection time stands still, so that you can look at it. The server goes on.':
    'Die Wartezeit vor dem Neuverbinden steht still, damit du sie ansehen kannst. Der Server macht weiter.',
  // levels: RFC 2119 speaks English
  MUST: 'MUST',
  'MUST NOT': 'MUST NOT',
  SHOULD: 'SHOULD',
  'SHOULD NOT': 'SHOULD NOT',
  MAY: 'MAY',
  'not said': 'nicht gesagt',
  '{level}: what the specification says of {title}': '{level}: was die Spezifikation zu „{title}“ sagt',
  'The specification is silent here.': 'Die Spezifikation schweigt hier.',
  'Read it there': 'Dort nachlesen',
  // controls
  'Do it': 'Tu es',
  Arm: 'Scharf stellen',
  Armed: 'Scharf',
  'Keep-alive comments': 'Keep-alive-Kommentare',
  '{fault}: {amount}': '{fault}: {amount}',
  'bytes a second': 'Bytes pro Sekunde',
  '{n} bytes a second': '{n} Bytes pro Sekunde',
  'silence it allows': 'erlaubte Stille',
  'after {n} s of silence': 'nach {n} s Stille',
  'events it leaves': 'Events, die bleiben',
  'leave {n} events': { one: '{n} Event lassen', other: '{n} Events lassen' },
  'how long the client waits in silence': 'wie lange der Client bei Stille wartet',
  'the client gives up after {n} s of silence': 'der Client gibt nach {n} s Stille auf',
  // how one stands
  'Armed for the next run': 'Scharf für den nächsten Lauf',
  'On from the next run': 'An ab dem nächsten Lauf',
  'Waiting for its moment': 'Wartet auf den Augenblick',
  'Waiting: {detail}': 'Wartet: {detail}',
  On: 'An',
  'On: {detail}': 'An: {detail}',
  Done: 'Getan',
  'Done: {detail}': 'Getan: {detail}',
  'Done at {time}': 'Getan bei {time}',
  'Done at {time}: {detail}': 'Getan bei {time}: {detail}',
  // why nothing can be done now
  'This run is recorded. What you arm now waits for a live one.':
    'Dieser Lauf ist aufgezeichnet. Was du jetzt scharf stellst, wartet auf einen echten.',
  'The session is not open yet.': 'Die Sitzung ist noch nicht offen.',
  'This session has ended. What you arm now waits for the next run.':
    'Diese Sitzung ist beendet. Was du jetzt scharf stellst, wartet auf den nächsten Lauf.',
  'The plug is out already.': 'Der Stecker ist schon gezogen.',
  'No connection is open: the plug is out.': 'Keine Verbindung ist offen: Der Stecker ist gezogen.',
  'This session keeps no events. Run again with resumability.': 'Diese Sitzung behält keine Events. Starte noch einmal mit Wiederaufnahme.',
  'No call is running. Start a run first.': 'Es läuft kein Aufruf. Starte zuerst einen Lauf.',
  'Without event ids nothing can be picked up.': 'Ohne Event-IDs kann nichts aufgenommen werden.',
  'The plug is out. Plug in first.': 'Der Stecker ist gezogen. Steck ihn zuerst ein.',
  // network
  'Pull it now': 'Jetzt ziehen',
  'Every connection is cut, in the middle of whatever it carries.': 'Jede Verbindung wird getrennt, mitten in dem, was sie trägt.',
  'A disconnection should not be taken for a client that cancels its request.':
    'Eine Trennung soll nicht als Abbruch der Anfrage durch den Client gelten.',
  'Before the first event': 'Vor dem ersten Event',
  'Cut when the call is answered, before any event has come through.':
    'Trennt, wenn der Aufruf beantwortet ist und noch kein Event durchkam.',
  'The server should begin a stream with an event that has an id and empty data, so that the client can come back from the start.':
    'Der Server soll einen Stream mit einem Event beginnen, das eine ID und leere Daten hat, damit der Client von Anfang an wiederkommen kann.',
  'After the priming event': 'Nach dem Priming-Event',
  'Cut when the client has an id and nothing else.': 'Trennt, wenn der Client eine ID hat und sonst nichts.',
  'Stored, not written': 'Gespeichert, nicht geschrieben',
  'Cut when the server has stored an event and has not written it yet.':
    'Trennt, wenn der Server ein Event gespeichert und noch nicht geschrieben hat.',
  'After a GET with Last-Event-ID the server may send again what came after that event, on the stream that was cut.':
    'Nach einem GET mit Last-Event-ID darf der Server erneut senden, was nach diesem Event kam, auf dem getrennten Stream.',
  'Inside an event': 'Mitten in einem Event',
  'The connection is cut in the middle of an event. Half of its bytes arrive; the client discards an incomplete event.':
    'Die Verbindung wird mitten in einem Event getrennt. Die Hälfte seiner Bytes kommt an; ein unvollständiges Event verwirft der Client.',
  'It leaves this to the event stream format (WHATWG): an event without its blank line at the end is thrown away.':
    'Das überlässt sie dem Format der Event-Streams (WHATWG): Ein Event ohne seine Leerzeile am Ende wird verworfen.',
  'Before the response': 'Vor der Antwort',
  'Cut when all progress has come through and only the answer to the call is left.':
    'Trennt, wenn aller Fortschritt durchkam und nur die Antwort auf den Aufruf fehlt.',
  'During a replay': 'Beim erneuten Senden',
  'Cut again while the server sends what was missed.': 'Trennt noch einmal, während der Server sendet, was verpasst wurde.',
  'A client that wants to resume should send a GET with Last-Event-ID, however the stream began.':
    'Ein Client, der fortsetzen will, soll ein GET mit Last-Event-ID senden, wie auch immer der Stream begann.',
  'During the wait': 'Beim Warten',
  'Cut while the client waits before it asks again.': 'Trennt, während der Client wartet, bevor er wieder fragt.',
  'A client must wait for the time that the retry field says before it connects again.':
    'Ein Client muss so lange warten, wie das Feld retry sagt, bevor er sich neu verbindet.',
  Silence: 'Stille',
  'Bytes vanish on the way and nobody is told: both ends believe that they are connected.':
    'Bytes verschwinden unterwegs, und niemand erfährt es: Beide Enden glauben, verbunden zu sein.',
  'It does not say how a client notices. Comments that keep a connection alive are the usual way.':
    'Sie sagt nicht, woran ein Client es merkt. Üblich sind Kommentare, die eine Verbindung am Leben halten.',
  'Slow network': 'Langsames Netz',
  'So few bytes a second get through that events arrive in pieces, and late.':
    'So wenige Bytes pro Sekunde kommen durch, dass Events stückweise und spät ankommen.',
  'How long a stream may take is left to both ends.': 'Wie lange ein Stream dauern darf, bleibt beiden Enden überlassen.',
  'Impatient proxy': 'Ungeduldiger Proxy',
  'A proxy between the two cuts every connection that was silent for too long.':
    'Ein Proxy zwischen beiden trennt jede Verbindung, die zu lange still war.',
  'A disconnection may occur at any time, for reasons of the network.': 'Eine Trennung kann jederzeit vorkommen, durch das Netz.',
  // server
  'Polite close': 'Höflich schließen',
  'The server ends the connection, not the stream, and says when to come back: the client polls.':
    'Der Server beendet die Verbindung, nicht den Stream, und sagt, wann man wiederkommen soll: Der Client fragt nach.',
  'Once it has sent an id, the server may close the connection without ending the stream; it should send retry first.':
    'Hat er eine ID gesendet, darf der Server die Verbindung schließen, ohne den Stream zu beenden; vorher soll er retry senden.',
  'Restart, all forgotten': 'Neustart, alles vergessen',
  'The server restarts and knows nothing any more: no session, no events.':
    'Der Server startet neu und weiß nichts mehr: keine Sitzung, keine Events.',
  'Requests for a session that has ended must be answered with 404, and the client must begin a new one with initialize.':
    'Anfragen an eine beendete Sitzung müssen mit 404 beantwortet werden, und der Client muss mit initialize eine neue beginnen.',
  'Restart, log kept': 'Neustart, Log behalten',
  'The server restarts and finds its event log again: the session is back, and what it had stored.':
    'Der Server startet neu und findet sein Event-Log wieder: Die Sitzung ist zurück, und was er gespeichert hatte.',
  'Session deleted': 'Sitzung gelöscht',
  'Someone ends the session with DELETE, while its call is running.': 'Jemand beendet die Sitzung mit DELETE, während ihr Aufruf läuft.',
  'Session expired': 'Sitzung abgelaufen',
  'The server ends the session because its time is over.': 'Der Server beendet die Sitzung, weil ihre Zeit um ist.',
  'The server may end a session at any time. From then on it must answer requests for it with 404.':
    'Der Server darf eine Sitzung jederzeit beenden. Ab dann muss er Anfragen an sie mit 404 beantworten.',
  'Old events evicted': 'Alte Events verdrängt',
  'The store keeps only the newest events. What was missed and evicted is lost.':
    'Der Speicher behält nur die neuesten Events. Was verpasst und verdrängt wurde, ist verloren.',
  'What to answer to a last event ID that is no longer stored is not said. This server refuses with 400.':
    'Was auf eine letzte Event-ID zu antworten ist, die nicht mehr gespeichert ist, sagt sie nicht. Dieser Server lehnt mit 400 ab.',
  'Answer as JSON': 'Antwort als JSON',
  'The call is answered with one JSON body and no stream: no ids, nothing to resume.':
    'Der Aufruf wird mit einem JSON-Text beantwortet, ohne Stream: keine IDs, nichts fortzusetzen.',
  'A request must be answered with an event stream or with one JSON object, and a client must support both.':
    'Eine Anfrage muss mit einem Event-Stream oder einem JSON-Objekt beantwortet werden, und ein Client muss beides können.',
  // client
  'Reload the page': 'Seite neu laden',
  'Everything in memory is gone. The new page has the kept headers, and picks up the run with them.':
    'Alles im Arbeitsspeicher ist weg. Die neue Seite hat die behaltenen Header und nimmt den Lauf damit wieder auf.',
  'Leave and return': 'Gehen und wiederkommen',
  'The client goes away in the middle of the run, and comes back later with the headers it kept.':
    'Der Client geht mitten im Lauf weg und kommt später mit den behaltenen Headern wieder.',
  'A second tab': 'Ein zweiter Tab',
  'A second tab resumes the same streams. The newer connection takes each stream over.':
    'Ein zweiter Tab setzt dieselben Streams fort. Die neuere Verbindung übernimmt jeden Stream.',
  'The server sends each message on only one of the connected streams; it must not send the same one on several.':
    'Der Server sendet jede Nachricht auf nur einem der verbundenen Streams; dieselbe darf er nicht auf mehreren senden.',
  'Impatient client': 'Ungeduldiger Client',
  'The client ignores retry and asks again at once, as often as it can.':
    'Der Client missachtet retry und fragt sofort wieder, so oft er kann.',
  // experiments with the kept headers
  'Leave out Mcp-Session-Id': 'Mcp-Session-Id weglassen',
  'Resumes without saying which session: the server cannot know whose events are meant.':
    'Setzt fort, ohne die Sitzung zu nennen: Der Server kann nicht wissen, wessen Events gemeint sind.',
  'A server that requires a session id should answer a request without one with 400.':
    'Ein Server, der eine Sitzungs-ID verlangt, soll eine Anfrage ohne sie mit 400 beantworten.',
  'Leave out Last-Event-ID': 'Last-Event-ID weglassen',
  'A GET without a last event ID resumes nothing. It opens the standalone stream, and the call is not on it.':
    'Ein GET ohne letzte Event-ID setzt nichts fort. Es öffnet den eigenständigen Stream, und der Aufruf ist nicht darauf.',
  'The server must answer such a GET with an event stream, or with 405. The response of a call must not come on it.':
    'Der Server muss so ein GET mit einem Event-Stream oder mit 405 beantworten. Die Antwort eines Aufrufs darf darauf nicht kommen.',
  'An older id': 'Eine ältere ID',
  'Says less was received than was: the server sends again what the client already has.':
    'Nennt weniger, als empfangen wurde: Der Server sendet erneut, was der Client schon hat.',
  'An id from another stream': 'Eine ID aus einem anderen Stream',
  'A last event ID belongs to one stream. This one brings the events of the standalone stream, and none of the call.':
    'Eine letzte Event-ID gehört zu einem Stream. Diese bringt die Events des eigenständigen Streams und keines des Aufrufs.',
  'An id from another session': 'Eine ID aus einer anderen Sitzung',
  'The last event ID of the run before this one, sent in this session.':
    'Die letzte Event-ID des vorigen Laufs, in dieser Sitzung gesendet.',
  'Ids must be unique within one session, and no further. What to answer is not said; the events of another session must never come.':
    'IDs müssen in einer Sitzung eindeutig sein, weiter nicht. Was zu antworten ist, sagt sie nicht; die Events einer anderen Sitzung dürfen nie kommen.',
  'An evicted id': 'Eine verdrängte ID',
  'An id the server knew, whose events had to make room. Replaying from it would leave a hole.':
    'Eine ID, die der Server kannte und deren Events Platz machen mussten. Von ihr aus zu senden ließe eine Lücke.',
  'How long events are kept, and what to answer when they are gone, is not said.':
    'Wie lange Events aufgehoben werden, und was zu antworten ist, wenn sie weg sind, sagt sie nicht.',
  'A made-up id': 'Eine erfundene ID',
  'An id that no server ever handed out.': 'Eine ID, die nie ein Server ausgegeben hat.',
  'What to answer to an id that was never handed out is not said.':
    'Was auf eine ID zu antworten ist, die nie ausgegeben wurde, sagt sie nicht.',
  'An old protocol version': 'Eine alte Protokollversion',
  'Speaks of an older revision than the session agreed on.': 'Nennt eine ältere Revision als die, auf die sich die Sitzung geeinigt hat.',
  'The client should send the version it agreed on. A version that the server does not support must be answered with 400.':
    'Der Client soll die vereinbarte Version senden. Eine Version, die der Server nicht unterstützt, muss mit 400 beantwortet werden.',
  'An unknown protocol version': 'Eine unbekannte Protokollversion',
  'Names a revision that never was.': 'Nennt eine Revision, die es nie gab.',
  'An invalid or unsupported version must be answered with 400.':
    'Eine ungültige oder nicht unterstützte Version muss mit 400 beantwortet werden.',
  'Receive two events first.': 'Empfange zuerst zwei Events.',
  'No other stream has an id yet.': 'Noch hat kein anderer Stream eine ID.',
  'Run once more first: the id comes from the run before.': 'Starte zuerst noch einen Lauf: Die ID kommt aus dem vorigen.',
  'Nothing of this call is evicted yet: let the server evict first.':
    'Von diesem Aufruf ist noch nichts verdrängt: Lass den Server zuerst verdrängen.',
  'The call has no event id yet.': 'Der Aufruf hat noch keine Event-ID.',
  'Answered {status}. The specification is silent here: the server chose this.':
    'Antwort {status}. Die Spezifikation schweigt hier: Der Server hat es so gewählt.',
  'Answered {status}, which the specification allows.': 'Antwort {status}; die Spezifikation erlaubt das.',
  ' or ': ' oder ',
  'Answered {status}. A server may replay, and need not: this one refuses.':
    'Antwort {status}. Ein Server darf erneut senden und muss nicht: Dieser lehnt ab.',
  'Answered {status}, where the specification advises {expected}.': 'Antwort {status}, wo die Spezifikation {expected} empfiehlt.',
  'Answered {status}. The specification knows {expected} here, and says nothing of {status}.':
    'Antwort {status}. Die Spezifikation kennt hier {expected} und sagt nichts von {status}.',
  'Answered {status}, where the specification demands {expected}.': 'Antwort {status}, wo die Spezifikation {expected} verlangt.',
  '{id} is not what this session stored: an event of another session came.':
    '{id} ist nicht, was diese Sitzung gespeichert hat: Ein Event einer anderen Sitzung kam.',
  'Asked for {asked}, and {id} came: a message of another stream must not be replayed.':
    'Gefragt war {asked}, und {id} kam: Eine Nachricht eines anderen Streams darf nicht erneut gesendet werden.',
}

/** The text column in German: the chapters of a run, the goals, the words. */
import type { Catalogue } from '../../t'

export const STORY: Catalogue = {
  'What happens here': 'Was hier geschieht',
  'A recorded run': 'Ein aufgezeichneter Lauf',
  'Your run': 'Dein Lauf',
  'Your run, without resumability': 'Dein Lauf, ohne Wiederaufnahme',
  'Twelve lessons, five minutes each': 'Zwölf Lektionen, je fünf Minuten',
  'Rule by rule': 'Regel für Regel',
  'For a class': 'Für eine Klasse',
  'For authors': 'Für Autoren (englisch)',
  'You see revision {revision}. Revision 2026-07-28 removed sessions and resumability: there a broken stream loses the request in flight, and work that must survive is a task. Header names are the same in upper and lower case.':
    'Du siehst Revision {revision}. Revision 2026-07-28 hat Sitzungen und Wiederaufnahme entfernt: Dort verliert ein gerissener Stream die laufende Anfrage, und Arbeit, die überdauern muss, ist ein Task. Groß- und Kleinschreibung ist bei Header-Namen gleich.',
  // what each tool does
  'A tool on the server paints a picture, one row per <event>event</event>.':
    'Ein Werkzeug auf dem Server malt ein Bild, eine Zeile je <event>Event</event>.',
  'A tool on the server tells a story, one word per <event>event</event>.':
    'Ein Werkzeug auf dem Server erzählt eine Geschichte, ein Wort je <event>Event</event>.',
  'A tool on the server counts down, one number per <event>event</event>.':
    'Ein Werkzeug auf dem Server zählt herunter, eine Zahl je <event>Event</event>.',
  'One row, one event.': 'Eine Zeile, ein Event.',
  'One word, one event.': 'Ein Wort, ein Event.',
  'One number, one event.': 'Eine Zahl, ein Event.',
  'Same stream, same ids, no row twice.': 'Derselbe Stream, dieselben IDs, keine Zeile doppelt.',
  'Same stream, same ids, no word twice.': 'Derselbe Stream, dieselben IDs, kein Wort doppelt.',
  'Same stream, same ids, no number twice.': 'Derselbe Stream, dieselben IDs, keine Zahl doppelt.',
  // before, running
  'Cut it anywhere.': 'Trenne, wo du willst.',
  'The answer to one POST is a <stream>stream</stream> of such events, and it takes seconds. Start it, then pull the plug.':
    'Die Antwort auf ein POST ist ein <stream>Stream</stream> solcher Events und dauert Sekunden. Starte ihn, dann zieh den Stecker.',
  'The client will keep two headers. See whether they are enough.': 'Der Client wird zwei Header behalten. Sieh, ob sie reichen.',
  'The server <stores>stores</stores> each event before it sends it, and the id that arrives with it is the new {eventHeader}.':
    'Der Server <stores>speichert</stores> jedes Event, bevor er es sendet, und die ID, die damit ankommt, ist die neue {eventHeader}.',
  'Pull the plug while it is {doing}.': 'Zieh den Stecker, während es {doing}.',
  // cut
  'Missing is not lost.': 'Fehlend ist nicht verloren.',
  'Two headers survive the cut. {sessionHeader} says which session this was. {eventHeader} says, for each <stream>stream</stream>, where it stopped.':
    'Zwei Header überstehen den Schnitt. {sessionHeader} sagt, welche Sitzung das war. {eventHeader} sagt für jeden <stream>Stream</stream>, wo er stehen blieb.',
  'Too late to lose.': 'Zu spät, um zu verlieren.',
  // who broke it
  'After {row} the server ended the connection, not the stream.': 'Nach {row} beendete der Server die Verbindung, nicht den Stream.',
  'After {row} nothing came through any more, and the client gave the connection up.':
    'Nach {row} kam nichts mehr durch, und der Client gab die Verbindung auf.',
  'From the start nothing came through, and the client gave the connection up.':
    'Von Anfang an kam nichts durch, und der Client gab die Verbindung auf.',
  'After {row} another tab took the run over, with all that the first had kept.':
    'Nach {row} übernahm ein anderer Tab den Lauf, mit allem, was der erste behalten hatte.',
  // resuming, complete
  'It asks for the rest.': 'Er fragt nach dem Rest.',
  'The plug is in again.': 'Der Stecker steckt wieder.',
  'The server accepted that, and nothing comes.': 'Der Server nahm das an, und nichts kommt.',
  '<b>Check</b>, under the timeline, says what this run shows of its server. Pull and plug in to ask once more, or run again.':
    '<b>Prüfung</b>, unter der Zeitachse, sagt, was dieser Lauf über seinen Server zeigt. Zieh und steck ein, um noch einmal zu fragen, oder starte neu.',
  'Nothing was lost.': 'Nichts ging verloren.',
  'The client came back with the two headers it had kept: {sessionHeader} and {eventHeader}: {id}.':
    'Der Client kam mit den zwei Headern zurück, die er behalten hatte: {sessionHeader} und {eventHeader}: {id}.',
  '{rows} followed live, then the response.': '{rows} folgten live, dann die Antwort.',
  'The response followed.': 'Dann folgte die Antwort.',
  'That went too well.': 'Das ging zu glatt.',
  'All {rows} arrived on one connection: nothing was cut. Run it again, and pull the plug while it is {doing}.':
    'Alle {rows} kamen auf einer Verbindung an: Nichts wurde getrennt. Starte noch einmal und zieh den Stecker, während es {doing}.',
  // without a log
  'Now without a net.': 'Jetzt ohne Netz.',
  'But this server keeps no event log, so its events carry no id, and the client has no {eventHeader} to keep.':
    'Aber dieser Server führt kein Event-Log, also tragen seine Events keine ID, und der Client hat keine {eventHeader}, die er behalten könnte.',
  'Pull the plug while it is {doing}. Same tool, same cut.': 'Zieh den Stecker, während es {doing}. Dasselbe Werkzeug, derselbe Schnitt.',
  'Now it is lost.': 'Jetzt ist es verloren.',
  // what is gone
  'the answer': 'die Antwort',
  '{n} other events': { one: '{n} weiteres Event', other: '{n} weitere Events' },
  nothing: 'nichts',
  '{first} and {second}': '{first} und {second}',
  '{first}, {second} and {third}': '{first}, {second} und {third}',
  // refused and ended
  'It cannot be resumed.': 'Es lässt sich nicht fortsetzen.',
  'The client came back, and the stream could not be resumed. The reason:':
    'Der Client kam zurück, und der Stream ließ sich nicht fortsetzen. Der Grund:',
  'The call failed at once, with this reason, instead of waiting for ever. It can only be made again.':
    'Der Aufruf scheiterte sofort, mit diesem Grund, statt ewig zu warten. Er kann nur noch einmal gemacht werden.',
  'No such session.': 'Keine solche Sitzung.',
  'What it had stored went with the session: {what}.': 'Was er gespeichert hatte, ging mit der Sitzung: {what}.',
  '{eventHeader} means nothing outside its session.': '{eventHeader} bedeutet außerhalb ihrer Sitzung nichts.',
  'The server no longer knows the session.': 'Der Server kennt die Sitzung nicht mehr.',
  'The session was ended with DELETE.': 'Die Sitzung wurde mit DELETE beendet.',
  'The session’s time was over, and the server ended it.': 'Die Zeit der Sitzung war um, und der Server hat sie beendet.',
  'The server restarted and remembers nothing.': 'Der Server wurde neu gestartet und weiß nichts mehr.',
  'The server was stopped.': 'Der Server wurde angehalten.',
  'Not with these headers.': 'Nicht mit diesen Headern.',
  'Some of it is lost.': 'Etwas davon ist verloren.',
  'A store has an end. The server had to let its oldest events go, and some of them had not been received: nothing can bring them back. <lost>Lost:</lost> {what}.':
    'Ein Speicher hat ein Ende. Der Server musste seine ältesten Events gehen lassen, und manche davon waren nicht empfangen: Nichts bringt sie zurück. <lost>Verloren:</lost> {what}.',
  'It failed, and says why.': 'Es scheiterte und sagt, warum.',
  'The call has its answer, and the answer is an error:': 'Der Aufruf hat seine Antwort, und die Antwort ist ein Fehler:',
  'It came over the stream like any other event, so it could be resumed like any other. Nobody waits for an answer that never comes.':
    'Er kam über den Stream wie jedes andere Event, also ließ er sich fortsetzen wie jedes andere. Niemand wartet auf eine Antwort, die nie kommt.',
  // silence, polling
  'It gave up.': 'Er gab auf.',
  'Both believe it.': 'Beide glauben es.',
  'Open <b>More ways to break it</b>, switch the silence off, and watch.':
    'Öffne <b>Mehr Arten, es zu stören</b>, schalte die Stille aus und sieh zu.',
  'Open <b>More ways to break it</b>, switch the silence off, and watch, or pull the plug while it is {doing}.':
    'Öffne <b>Mehr Arten, es zu stören</b>, schalte die Stille aus und sieh zu, oder zieh den Stecker, während es {doing}.',
  'Come back later.': 'Komm später wieder.',
  // one JSON body
  'Nothing to ask for.': 'Nichts, wonach man fragen könnte.',
  'All at once, or not at all.': 'Alles auf einmal, oder gar nichts.',
  'This server answers the call with one JSON body instead of a stream. There are no events, so there is no {eventHeader}, and nothing to see before the end.':
    'Dieser Server beantwortet den Aufruf mit einem JSON-Körper statt mit einem Stream. Es gibt keine Events, also keine {eventHeader}, und vor dem Ende nichts zu sehen.',
  'Pull the plug while it works, and see what can be brought back.':
    'Zieh den Stecker, während es arbeitet, und sieh, was sich zurückholen lässt.',
  // what was observed
  'The server went on {doing} to the end: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>.':
    'Der Server {doing} bis zum Ende weiter: Er hat <stored>{n} gespeichert</stored>, der Client hat <received>{got} empfangen</received>.',
  'The server keeps {doing}: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>.':
    'Der Server {doing} weiter: Er hat <stored>{n} gespeichert</stored>, der Client hat <received>{got} empfangen</received>.',
  '{sessionHeader} survives the cut. No id of this call has come yet, so there is no {eventHeader} to send for it.':
    '{sessionHeader} übersteht den Schnitt. Von diesem Aufruf kam noch keine ID, also gibt es keine {eventHeader} für ihn.',
  'The answer had arrived before you pulled. The call has nothing to bring back.':
    'Die Antwort war da, bevor du gezogen hast. Für den Aufruf ist nichts zurückzuholen.',
  'Missing on the standalone stream: {what}.': 'Auf dem eigenständigen Stream fehlen: {what}.',
  'Run it again, and pull while it works.': 'Starte noch einmal und zieh, während es arbeitet.',
  'It will ask for the rest.': 'Er wird nach dem Rest fragen.',
  'The server has not answered yet.': 'Der Server hat noch nicht geantwortet.',
  'The server accepted the id. It sends what comes after it in its store, then it goes on live.':
    'Der Server nahm die ID an. Er sendet, was in seinem Speicher danach kommt, dann geht es live weiter.',
  'The server answered {status}. The client asks again later.': 'Der Server antwortete {status}. Der Client fragt später noch einmal.',
  '<missing>Still missing:</missing> {what}.': '<missing>Noch fehlend:</missing> {what}.',
  'In all the connection broke {times} times.': 'Insgesamt riss die Verbindung {times}-mal.',
  'The response was replayed too.': 'Auch die Antwort wurde erneut gesendet.',
  '<lost>Lost:</lost> {what}.': '<lost>Verloren:</lost> {what}.',
  'The answer is here.': 'Die Antwort ist da.',
  'All of it came, some of it twice.': 'Alles kam an, manches doppelt.',
  'All rows were here already: only the response was missing.': 'Alle Zeilen waren schon da: Nur die Antwort fehlte.',
  'There was nothing to replay. The same stream went on, on a new connection.':
    'Es war nichts erneut zu senden. Derselbe Stream ging weiter, auf einer neuen Verbindung.',
  'The server looked the id up in its store and <replayed>replayed {rows}</replayed> on a new connection.':
    'Der Server suchte die ID in seinem Speicher und <replayed>sandte {rows} erneut</replayed>, auf einer neuen Verbindung.',
  '{rows} came twice.': 'Doppelt kamen: {rows}.',
  '{n} other events came twice.': { one: '{n} weiteres Event kam doppelt.', other: '{n} weitere Events kamen doppelt.' },
  'The server goes on, into nothing: it <nothing>stores nothing</nothing>. <lost>Lost:</lost> {what}.':
    'Der Server macht weiter, ins Leere: Er <nothing>speichert nichts</nothing>. <lost>Verloren:</lost> {what}.',
  'The client has no id to send. Without {eventHeader} there is no question to ask, and the call can only be made again from the start.':
    'Der Client hat keine ID zu senden. Ohne {eventHeader} lässt sich nichts fragen, und der Aufruf kann nur von vorn beginnen.',
  'That was another stream.': 'Das war ein anderer Stream.',
  'The client stops here. What it had kept is still there: ask again as kept, or edit again.':
    'Der Client hält hier an. Was er behalten hat, ist noch da: Frag wie behalten noch einmal, oder ändere wieder.',
  'You left {header} out. The client had kept {kept}.': 'Du hast {header} weggelassen. Der Client hatte {kept} behalten.',
  'You sent {header}: {sent}.': 'Du hast {header}: {sent} gesendet.',
  'You sent {header}: {sent} instead of {kept}.': 'Du hast {header}: {sent} statt {kept} gesendet.',
  'The stream was not resumed.': 'Der Stream wurde nicht fortgesetzt.',
  'The server answered {status}, and did not resume the stream.': 'Der Server antwortete {status} und setzte den Stream nicht fort.',
  'Another session answered, with a <stream>stream</stream> of its own.':
    'Eine andere Sitzung antwortete, mit einem eigenen <stream>Stream</stream>.',
  'A GET without it resumes nothing: it opens the <standalone>standalone stream</standalone>. The call is not on that stream.':
    'Ein GET ohne sie setzt nichts fort: Es öffnet den <standalone>eigenständigen Stream</standalone>. Der Aufruf ist nicht auf diesem Stream.',
  'The server trusts the id. The id names another place, so what came is not what was asked for.':
    'Der Server vertraut der ID. Die ID nennt eine andere Stelle, also kam nicht, was gebraucht wurde.',
  'The stream cannot be resumed. The reason:': 'Der Stream lässt sich nicht fortsetzen. Der Grund:',
  'It answered 404 to the {sessionHeader}, and the client must begin again with initialize.':
    'Er antwortete mit 404 auf die {sessionHeader}, und der Client muss mit initialize neu beginnen.',
  'The client has not been told yet. The next request with this {sessionHeader} will be answered 404.':
    'Der Client weiß es noch nicht. Auf die nächste Anfrage mit dieser {sessionHeader} kommt 404.',
  '{rows} will never come.': 'Nie mehr kommen: {rows}.',
  'A server that is asked for what it no longer has should say so, and not send the rest as if nothing were missing.':
    'Ein Server, der nach etwas gefragt wird, das er nicht mehr hat, soll das sagen und nicht den Rest senden, als fehlte nichts.',
  'This server was asked for what it no longer has. It answered {status} and did not send the rest as if nothing were missing.':
    'Dieser Server wurde nach etwas gefragt, das er nicht mehr hat. Er antwortete {status} und sandte nicht den Rest, als fehlte nichts.',
  'Start again, and come back sooner.': 'Starte noch einmal, und komm früher zurück.',
  'The client gave the call up.': 'Der Client gab den Aufruf auf.',
  'No answer of the server came through. The client ended the call itself. The reason:':
    'Keine Antwort des Servers kam durch. Der Client hat den Aufruf selbst beendet. Der Grund:',
  'Not received: {what}.': 'Nicht empfangen: {what}.',
  'Stopped.': 'Angehalten.',
  'The call was cancelled. Nobody waits for its answer any more.': 'Der Aufruf wurde abgebrochen. Niemand wartet mehr auf seine Antwort.',
  'The answer came, and not all of the rest.': 'Die Antwort kam, und nicht alles andere.',
  'The call has its answer, so the client asks for no more of it. Not received: {what}.':
    'Der Aufruf hat seine Antwort, also fragt der Client nach nichts mehr davon. Nicht empfangen: {what}.',
  '<b>Check</b>, under the timeline, says what this run shows of its server.':
    '<b>Prüfung</b>, unter der Zeitachse, sagt, was dieser Lauf über seinen Server zeigt.',
  'No byte came for so long that the client gave the connection up. It asks again with its {eventHeader}. What it asks now gets through only when the silence is over. Stored {n}, received {got}.':
    'So lange kam kein Byte, dass der Client die Verbindung aufgab. Er fragt mit seiner {eventHeader} noch einmal. Was er jetzt fragt, kommt erst durch, wenn die Stille vorbei ist. Gespeichert {n}, empfangen {got}.',
  'The plug is in, and nothing gets through: bytes vanish on the way. The server has stored {n}, the client has received {got}, and both think that they are connected. Nobody will tell the client. It can only notice that not even a comment comes, give the connection up, and ask again with its {eventHeader}.':
    'Der Stecker steckt, und nichts kommt durch: Bytes verschwinden unterwegs. Der Server hat {n} gespeichert, der Client hat {got} empfangen, und beide halten sich für verbunden. Niemand wird es dem Client sagen. Er kann nur merken, dass nicht einmal ein Kommentar kommt, die Verbindung aufgeben und mit seiner {eventHeader} noch einmal fragen.',
  'The server ended the connection, and not the <stream>stream</stream>. It may do that once it has sent an id. It goes on {doing} meanwhile.':
    'Der Server beendete die Verbindung, nicht den <stream>Stream</stream>. Er darf das, sobald er eine ID gesendet hat. Währenddessen {doing} er weiter.',
  'The server said with <code>retry</code> when to come back.':
    'Der Server sagte mit <code>retry</code>, wann der Client wiederkommen soll.',
  'The client waits, then it sends a GET with {eventHeader}. You can freeze the wait in the wire’s head.':
    'Der Client wartet, dann sendet er ein GET mit {eventHeader}. Über der Leitung kannst du das Warten anhalten.',
  'The answer was cut off, and there is no id to resume it by. The call can only be made again. Choose an event stream in the server’s settings, and cut that.':
    'Die Antwort wurde abgeschnitten, und es gibt keine ID, um sie fortzusetzen. Der Aufruf kann nur noch einmal gemacht werden. Wähle in den Einstellungen des Servers einen Event-Stream, und trenne den.',
  'Run it again. Pull the plug while it works, and see what can be brought back.':
    'Starte noch einmal. Zieh den Stecker, während es arbeitet, und sieh, was sich zurückholen lässt.',
  'After {row} the plug was pulled.': 'Nach {row} wurde der Stecker gezogen.',
  'The plug was pulled before the first message.': 'Der Stecker wurde vor der ersten Nachricht gezogen.',
  'After {row} the network dropped.': 'Nach {row} fiel das Netz aus.',
  'The network dropped before the first message.': 'Das Netz fiel vor der ersten Nachricht aus.',
  'The server ended the connection before the first message. It did not end the stream.':
    'Der Server beendete die Verbindung vor der ersten Nachricht. Den Stream beendete er nicht.',
  'After {row} the server restarted, and its connections died.': 'Nach {row} startete der Server neu, und seine Verbindungen starben.',
  'The server restarted before the first message, and its connections died.':
    'Der Server startete vor der ersten Nachricht neu, und seine Verbindungen starben.',
  'After {row} the page was left. The page that was opened after it took the call up again.':
    'Nach {row} wurde die Seite verlassen. Die Seite, die danach geöffnet wurde, nahm den Aufruf wieder auf.',
  'The page was left before the first message. The page that was opened after it took the call up again.':
    'Die Seite wurde vor der ersten Nachricht verlassen. Die Seite, die danach geöffnet wurde, nahm den Aufruf wieder auf.',
  'Another tab took the run over before the first message, with all that the first had kept.':
    'Ein anderer Tab übernahm den Lauf vor der ersten Nachricht, mit allem, was der erste behalten hatte.',
  'On a new connection the client sent {eventHeader}: {id}, the last event it saw on this <stream>stream</stream>.':
    'Auf einer neuen Verbindung sandte der Client {eventHeader}: {id}, das letzte Event, das er auf diesem <stream>Stream</stream> gesehen hat.',
  'The client has no {eventHeader} to send for this call.': 'Der Client hat für diesen Aufruf keine {eventHeader} zu senden.',
  'The client waits. Then it sends a GET with {eventHeader}: {id}.': 'Der Client wartet. Dann sendet er ein GET mit {eventHeader}: {id}.',
  'The client is about to send a GET with {eventHeader}: {id}.': 'Der Client sendet gleich ein GET mit {eventHeader}: {id}.',
  'The client came back {times} times, each time with the two headers it had kept. The last {eventHeader} was {id}.':
    'Der Client kam {times}-mal zurück, jedes Mal mit den zwei Headern, die er behalten hatte. Die letzte {eventHeader} war {id}.',
  'The client came back {times} times. The last {eventHeader} was {id}.':
    'Der Client kam {times}-mal zurück. Die letzte {eventHeader} war {id}.',
  'The client came back with {eventHeader}: {id}.': 'Der Client kam mit {eventHeader}: {id} zurück.',
  'The client sent {eventHeader}: {id}, which you had written instead of {kept}.':
    'Der Client sandte {eventHeader}: {id}, was du statt {kept} geschrieben hattest.',
  'You had edited other headers of it, too.': 'Auch andere Header davon hattest du geändert.',
  'Not reached in this run. {rows} will never come.': 'In diesem Lauf nicht erreicht. Nie mehr kommen: {rows}.',
  'Not reached in this run. {rows} came twice.': 'In diesem Lauf nicht erreicht. Doppelt kamen: {rows}.',
  'Not reached in this run. Not received: {what}': 'In diesem Lauf nicht erreicht. Nicht empfangen: {what}',
  'Not reached in this run. The call is over.': 'In diesem Lauf nicht erreicht. Der Aufruf ist vorbei.',
  'Not yet. Nothing has come.': 'Noch nicht. Es kam noch nichts.',
  // goals
  Goals: 'Ziele',
  'Done:': 'Erreicht:',
  'Open:': 'Offen:',
  'Cut the stream while the tool is {doing}': 'Den Stream trennen, während das Werkzeug {doing}',
  'Fill the picture, no row twice': 'Das Bild füllen, keine Zeile doppelt',
  'Complete the story, no word twice': 'Die Geschichte vollenden, kein Wort doppelt',
  'Complete the countdown, no number twice': 'Den Countdown vollenden, keine Zahl doppelt',
  'Not reached in this run. Lost: {what}': 'In diesem Lauf nicht erreicht. Verloren: {what}',
  'Not yet. Still waiting on the server: {what}': 'Noch nicht. Auf dem Server warten noch: {what}',
  // words
  'The words on the stage': 'Die Wörter auf der Bühne',
  '<event>Event</event>: one block of the answer, sent as soon as it is there. It has an id.':
    '<event>Event</event>: ein Block der Antwort, gesendet, sobald er da ist. Er hat eine ID.',
  '<stream>Stream</stream>: one sequence of events, such as the answer to one POST. It outlives its connections.':
    '<stream>Stream</stream>: eine Folge von Events, etwa die Antwort auf ein POST. Er überlebt seine Verbindungen.',
  '<primes>Priming event</primes>: the first event of a stream, an id and nothing else. With it even a stream that was cut before its first message can be resumed.':
    '<primes>Priming-Event</primes>: das erste Event eines Streams, eine ID und sonst nichts. Damit lässt sich auch ein Stream fortsetzen, der vor seiner ersten Nachricht riss.',
  '<standalone>Standalone stream</standalone>: the stream that the client opens with a GET of its own. On it the server can speak without being asked.':
    '<standalone>Eigenständiger Stream</standalone>: der Stream, den der Client mit einem eigenen GET öffnet. Auf ihm kann der Server sprechen, ohne gefragt zu sein.',
  // one event, line by line
  '(blank line)': '(Leerzeile)',
  'The blank line ends the event. An event that is cut before it is discarded.':
    'Die Leerzeile beendet das Event. Ein Event, das vor ihr abbricht, wird verworfen.',
  'The type of the event.': 'Der Typ des Events.',
  'How long the client waits before it reconnects, in milliseconds.':
    'Wie lange der Client wartet, bevor er sich wieder verbindet, in Millisekunden.',
  'A comment. The client ignores it.': 'Ein Kommentar. Der Client übergeht ihn.',
  'The client keeps the id. To resume, it sends the id as Last-Event-ID.':
    'Der Client behält die ID. Zum Fortsetzen sendet er sie als Last-Event-ID.',
  '{stream} is the stream; {n} is the position in it.': '{stream} ist der Stream, {n} die Stelle darin.',
  '{stream} is the stream that answers JSON-RPC request {request}; {n} is the position in it.':
    '{stream} ist der Stream, der die JSON-RPC-Anfrage {request} beantwortet, {n} die Stelle darin.',
  'No data: this is a priming event. With its id, even a stream that is cut before its first message can be resumed.':
    'Keine Daten: Dies ist ein Priming-Event. Mit seiner ID lässt sich auch ein Stream fortsetzen, der vor seiner ersten Nachricht abbricht.',
  'One JSON-RPC message. This one reports progress.': 'Eine JSON-RPC-Nachricht. Diese meldet den Fortschritt.',
  'One JSON-RPC message. This one is the response to the call.': 'Eine JSON-RPC-Nachricht. Diese ist die Antwort auf den Aufruf.',
  'One JSON-RPC message.': 'Eine JSON-RPC-Nachricht.',
  '{n} progress messages and the response are {all} messages.': '{n} Fortschrittsmeldungen und die Antwort sind {all} Nachrichten.',
  'The stream begins with a priming event, which carries an id and no message.':
    'Der Stream beginnt mit einem Priming-Event; es trägt eine ID und keine Nachricht.',
  'One event, line by line': 'Ein Event, Zeile für Zeile',
}

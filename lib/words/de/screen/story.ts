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
  'Nobody closed anything, so the server went on {doing} to the end: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>.':
    'Niemand hat etwas geschlossen, also {doing} der Server bis zum Ende: Er hat <stored>{n} gespeichert</stored>, der Client hat <received>{got} empfangen</received>.',
  'Nobody closed anything, so the server keeps {doing}: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>.':
    'Niemand hat etwas geschlossen, also {doing} der Server weiter: Er hat <stored>{n} gespeichert</stored>, der Client hat <received>{got} empfangen</received>.',
  'Two headers survive the cut. {sessionHeader} says which session this was. {eventHeader} says, for each <stream>stream</stream>, where it stopped.':
    'Zwei Header überstehen den Schnitt. {sessionHeader} sagt, welche Sitzung das war. {eventHeader} sagt für jeden <stream>Stream</stream>, wo er stehen blieb.',
  'Too late to lose.': 'Zu spät, um zu verlieren.',
  'You pulled after the last event. Nothing to bring back: the answer had arrived. Run it again, and pull while it works.':
    'Du hast nach dem letzten Event gezogen. Nichts zurückzuholen: Die Antwort war schon da. Starte noch einmal und zieh, während es arbeitet.',
  // who broke it
  'After {row} the network went.': 'Nach {row} war das Netz weg.',
  'The network went at once.': 'Das Netz war sofort weg.',
  'After {row} the server ended the connection, not the stream.': 'Nach {row} beendete der Server die Verbindung, nicht den Stream.',
  'At once the server ended the connection, not the stream.': 'Sofort beendete der Server die Verbindung, nicht den Stream.',
  'After {row} nothing came through any more, and the client gave the connection up.':
    'Nach {row} kam nichts mehr durch, und der Client gab die Verbindung auf.',
  'From the start nothing came through, and the client gave the connection up.':
    'Von Anfang an kam nichts durch, und der Client gab die Verbindung auf.',
  'After {row} the page was left; the page that was opened after it took the call up again.':
    'Nach {row} wurde die Seite verlassen; die Seite, die danach geöffnet wurde, nahm den Aufruf wieder auf.',
  'At once the page was left; the page that was opened after it took the call up again.':
    'Die Seite wurde sofort verlassen; die Seite, die danach geöffnet wurde, nahm den Aufruf wieder auf.',
  'After {row} another tab took the run over, with all that the first had kept.':
    'Nach {row} übernahm ein anderer Tab den Lauf, mit allem, was der erste behalten hatte.',
  'At once another tab took the run over, with all that the first had kept.':
    'Ein anderer Tab übernahm den Lauf sofort, mit allem, was der erste behalten hatte.',
  // resuming, complete
  'It asks for the rest.': 'Er fragt nach dem Rest.',
  'The plug is in again.': 'Der Stecker steckt wieder.',
  'On a new connection the client sends {eventHeader}: {id}: the last event it saw on this <stream>stream</stream>.':
    'Auf einer neuen Verbindung sendet der Client {eventHeader}: {id}, das letzte Event, das er auf diesem <stream>Stream</stream> gesehen hat.',
  'On a new connection the client sends {eventHeader}: the last event it saw on this <stream>stream</stream>.':
    'Auf einer neuen Verbindung sendet der Client {eventHeader}: das letzte Event, das er auf diesem <stream>Stream</stream> gesehen hat.',
  'The server accepted that, and nothing comes. Still missing: {what}.': 'Der Server nahm das an, und nichts kommt. Noch fehlend: {what}.',
  'The server accepted that, and nothing comes.': 'Der Server nahm das an, und nichts kommt.',
  '<b>Check</b>, under the timeline, says what this run shows of its server. Pull and plug in to ask once more, or run again.':
    '<b>Prüfung</b>, unter der Zeitachse, sagt, was dieser Lauf über seinen Server zeigt. Zieh und steck ein, um noch einmal zu fragen, oder starte neu.',
  'The server looks that id up in its store and sends what comes after it. <missing>Still missing:</missing> {what}.':
    'Der Server sucht diese ID in seinem Speicher und sendet, was danach kommt. <missing>Noch fehlend:</missing> {what}.',
  'The server looks that id up in its store and sends what comes after it. Then it goes on live.':
    'Der Server sucht diese ID in seinem Speicher und sendet, was danach kommt. Dann geht es live weiter.',
  'Nothing was lost.': 'Nichts ging verloren.',
  'The client came back with the two headers it had kept: {sessionHeader} and {eventHeader}: {id}.':
    'Der Client kam mit den zwei Headern zurück, die er behalten hatte: {sessionHeader} und {eventHeader}: {id}.',
  'The client came back with the two headers it had kept: {sessionHeader} and {eventHeader}.':
    'Der Client kam mit den zwei Headern zurück, die er behalten hatte: {sessionHeader} und {eventHeader}.',
  'The server looked that id up in its store and <replayed>replayed {rows}</replayed> on a new connection.':
    'Der Server suchte diese ID in seinem Speicher und <replayed>sandte {rows} erneut</replayed>, auf einer neuen Verbindung.',
  'Same stream, same ids, and {n} came twice.': 'Derselbe Stream, dieselben IDs, und {n} kamen doppelt.',
  'Nothing had been stored in between, so there was nothing to replay. The same stream went on, on a new connection.':
    'Dazwischen war nichts gespeichert worden, also war nichts erneut zu senden. Derselbe Stream ging weiter, auf einer neuen Verbindung.',
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
  'The server kept {doing}, into nothing: it <nothing>stores nothing</nothing>. <lost>Lost:</lost> {what}.':
    'Der Server {doing} weiter, ins Leere: Er <nothing>speichert nichts</nothing>. <lost>Verloren:</lost> {what}.',
  'Plugging back in finds no id to send. Without {eventHeader} there is no question to ask, and the call can only be made again from the start.':
    'Beim Einstecken gibt es keine ID zu senden. Ohne {eventHeader} lässt sich nichts fragen, und der Aufruf kann nur von vorn beginnen.',
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
  'It answers 404 to the {sessionHeader}, and the client must begin again with initialize.':
    'Er antwortet mit 404 auf die {sessionHeader}, und der Client muss mit initialize neu beginnen.',
  'What it had stored went with the session: {what}.': 'Was er gespeichert hatte, ging mit der Sitzung: {what}.',
  '{eventHeader} means nothing outside its session.': '{eventHeader} bedeutet außerhalb ihrer Sitzung nichts.',
  'The server no longer knows the session.': 'Der Server kennt die Sitzung nicht mehr.',
  'The session was ended with DELETE.': 'Die Sitzung wurde mit DELETE beendet.',
  'The session’s time was over, and the server ended it.': 'Die Zeit der Sitzung war um, und der Server hat sie beendet.',
  'The server restarted and remembers nothing.': 'Der Server wurde neu gestartet und weiß nichts mehr.',
  'The server was stopped.': 'Der Server wurde angehalten.',
  'Not with these headers.': 'Nicht mit diesen Headern.',
  'You sent other headers than the client kept, and the server refused them. Nothing is gone: what was kept is still there. Ask again with it, or edit again.':
    'Du hast andere Header gesendet, als der Client behalten hatte, und der Server hat sie abgelehnt. Nichts ist weg: Was behalten wurde, ist noch da. Frag damit noch einmal, oder ändere wieder.',
  'Some of it is lost.': 'Etwas davon ist verloren.',
  'A store has an end. The server had to let its oldest events go, and some of them had not been received: nothing can bring them back. <lost>Lost:</lost> {what}.':
    'Ein Speicher hat ein Ende. Der Server musste seine ältesten Events gehen lassen, und manche davon waren nicht empfangen: Nichts bringt sie zurück. <lost>Verloren:</lost> {what}.',
  'A server that is asked for what it no longer has should say so, as this one does with 400, and not send the rest as if nothing were missing. Start again, and come back sooner.':
    'Ein Server, der nach etwas gefragt wird, das er nicht mehr hat, soll das sagen, wie dieser mit 400, und nicht den Rest senden, als fehlte nichts. Starte noch einmal, und komm früher zurück.',
  'It failed, and says why.': 'Es scheiterte und sagt, warum.',
  'The call has its answer, and the answer is an error:': 'Der Aufruf hat seine Antwort, und die Antwort ist ein Fehler:',
  'It came over the stream like any other event, so it could be resumed like any other. Nobody waits for an answer that never comes.':
    'Er kam über den Stream wie jedes andere Event, also ließ er sich fortsetzen wie jedes andere. Niemand wartet auf eine Antwort, die nie kommt.',
  // silence, polling
  'It gave up.': 'Er gab auf.',
  'Both believe it.': 'Beide glauben es.',
  'No byte came for so long that the client gave the connection up and asks again with its {eventHeader}. What it asks now gets through only when the silence is over. Stored {n}, received {got}.':
    'So lange kam kein Byte, dass der Client die Verbindung aufgab und mit seiner {eventHeader} noch einmal fragt. Was er jetzt fragt, kommt erst durch, wenn die Stille vorbei ist. Gespeichert {n}, empfangen {got}.',
  'No cable was pulled, and nothing gets through: bytes vanish on the way. The server has stored {n}, the client has received {got}, and both think that they are connected. Nobody will tell the client. It can only notice that not even a comment comes, give the connection up, and ask again with its {eventHeader}.':
    'Kein Kabel wurde gezogen, und nichts kommt durch: Bytes verschwinden unterwegs. Der Server hat {n} gespeichert, der Client hat {got} empfangen, und beide halten sich für verbunden. Niemand wird es dem Client sagen. Er kann nur merken, dass nicht einmal ein Kommentar kommt, die Verbindung aufgeben und mit seiner {eventHeader} noch einmal fragen.',
  'Open <b>More ways to break it</b>, switch the silence off, and watch.':
    'Öffne <b>Mehr Arten, es zu stören</b>, schalte die Stille aus und sieh zu.',
  'Open <b>More ways to break it</b>, switch the silence off, and watch, or pull the plug while it is {doing}.':
    'Öffne <b>Mehr Arten, es zu stören</b>, schalte die Stille aus und sieh zu, oder zieh den Stecker, während es {doing}.',
  'Come back later.': 'Komm später wieder.',
  'The connection ended, and the <stream>stream</stream> did not. The server may close a connection once it has sent an id, and says with <code>retry</code> when to come back; it goes on {doing} meanwhile.':
    'Die Verbindung endete, der <stream>Stream</stream> nicht. Der Server darf eine Verbindung schließen, sobald er eine ID gesendet hat, und sagt mit <code>retry</code>, wann der Client wiederkommen soll; währenddessen {doing} er weiter.',
  'The client waits for that long, then sends a GET with {eventHeader}. You can freeze the wait in the wire’s head.':
    'Der Client wartet so lange, dann sendet er ein GET mit {eventHeader}. Über der Leitung kannst du das Warten anhalten.',
  // one JSON body
  'Nothing to ask for.': 'Nichts, wonach man fragen könnte.',
  'All at once, or not at all.': 'Alles auf einmal, oder gar nichts.',
  'This server answers the call with one JSON body instead of a stream. There are no events, so there is no {eventHeader}, and nothing to see before the end.':
    'Dieser Server beantwortet den Aufruf mit einem JSON-Körper statt mit einem Stream. Es gibt keine Events, also keine {eventHeader}, und vor dem Ende nichts zu sehen.',
  'The answer was cut off, and there is no id to resume it by: the call failed at once and can only be made again. Choose an event stream in the server’s settings, and cut that.':
    'Die Antwort wurde abgeschnitten, und es gibt keine ID, um sie fortzusetzen: Der Aufruf scheiterte sofort und kann nur noch einmal gemacht werden. Wähle in den Einstellungen des Servers einen Event-Stream, und trenne den.',
  'Pull the plug while it works, and see what can be brought back.':
    'Zieh den Stecker, während es arbeitet, und sieh, was sich zurückholen lässt.',
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
}

/** Rules on sending messages, in German. */
import type { SendingMessage } from '../../../spec/coverage-sending'

export const SENDING: Readonly<Record<SendingMessage, string>> = {
  'Each message goes out in a POST of its own.': 'Jede Nachricht geht in einem eigenen POST hinaus.',
  'In the wire: one POST for each message of the client.': 'In der Leitung: ein POST für jede Nachricht des Clients.',
  'Messages are sent with POST, never with GET.': 'Nachrichten werden mit POST gesendet, nie mit GET.',
  'In the wire: a GET never has a body.': 'In der Leitung: Ein GET hat nie einen Körper.',
  'A POST accepts both JSON and an event stream.': 'Ein POST nimmt JSON und einen Event-Stream an.',
  'In the wire: Accept names both types on every POST.': 'In der Leitung: Accept nennt bei jedem POST beide Arten.',
  'The body of a POST is one message: no batches.': 'Der Körper eines POST ist eine einzige Nachricht: keine Stapel.',
  'In the wire: the body of any POST.': 'In der Leitung: der Körper irgendeines POST.',
  'A notification or response that is taken gets 202 and no body.':
    'Eine angenommene Notification oder Antwort bekommt 202 und keinen Körper.',
  'In the wire: the answer to notifications/initialized.': 'In der Leitung: die Antwort auf notifications/initialized.',
  'One that cannot be taken gets an error status.': 'Eine, die nicht angenommen werden kann, bekommt einen Fehlerstatus.',
  'End the session, then act: the answer is 404.': 'Beende die Sitzung, dann handle: Die Antwort ist 404.',
  'The body of such an answer is a JSON-RPC error without an id.': 'Der Körper einer solchen Antwort ist ein JSON-RPC-Fehler ohne ID.',
  'In the wire: the body of a refusal.': 'In der Leitung: der Körper einer Ablehnung.',
  'A request is answered with an event stream or with one JSON object.':
    'Eine Anfrage wird mit einem Event-Stream oder mit einem JSON-Objekt beantwortet.',
  'Run once as usual and once answered with JSON; compare Content-Type.':
    'Einmal wie üblich laufen lassen, einmal mit JSON beantwortet; vergleiche Content-Type.',
  'The client understands both kinds of answer.': 'Der Client versteht beide Arten von Antwort.',
  'With the JSON answer the call has its result all the same.': 'Auch mit der JSON-Antwort hat der Aufruf sein Ergebnis.',
  'A stream begins at once with an event that has an id and no data.':
    'Ein Stream beginnt sofort mit einem Event, das eine ID und keine Daten hat.',
  'Cut right after this event; then see a server that leaves it out.':
    'Trenne gleich nach diesem Event; sieh dann einen Server, der es weglässt.',
  'Once an id is out, the server closes the connection and keeps the stream.':
    'Ist eine ID gesendet, schließt der Server die Verbindung und behält den Stream.',
  'The connection ends, the stream does not.': 'Die Verbindung endet, der Stream nicht.',
  'The client then polls: it reconnects.': 'Der Client fragt dann wieder: Er verbindet sich neu.',
  'After each polite close comes a GET.': 'Nach jedem höflichen Schließen kommt ein GET.',
  'Before it closes early, the server sends a retry field.': 'Bevor der Server vorzeitig schließt, sendet er ein Feld retry.',
  'In the wire: retry in the frame before the close.': 'In der Leitung: retry im Frame vor dem Schließen.',
  'The client waits as long as retry says.': 'Der Client wartet so lange, wie retry sagt.',
  'On the timeline: the wait. Then a client that does not.': 'Auf der Zeitachse: das Warten. Dann ein Client, der es nicht tut.',
  'The response comes on the stream in the end.': 'Am Ende kommt die Antwort auf dem Stream.',
  'The last event carries it; then a server that has cleared it away.':
    'Das letzte Event trägt sie; dann ein Server, der sie schon weggeräumt hat.',
  'Requests and notifications come before the response.': 'Anfragen und Notifications kommen vor der Antwort.',
  'Each row of the picture is a notification.': 'Jede Zeile des Bildes ist eine Notification.',
  'They belong to the request that opened the stream.': 'Sie gehören zu der Anfrage, die den Stream geöffnet hat.',
  'Progress carries the token of its call.': 'Der Fortschritt trägt das Token seines Aufrufs.',
  'The stream ends when its session expires.': 'Der Stream endet, wenn seine Sitzung abläuft.',
  'Let the session expire while the tool runs.': 'Lass die Sitzung ablaufen, während das Werkzeug läuft.',
  'After the response the stream is ended.': 'Nach der Antwort wird der Stream beendet.',
  'The connection is complete; then a server that never ends it.':
    'Die Verbindung ist abgeschlossen; dann ein Server, der sie nie beendet.',
  'A connection can break at any time.': 'Eine Verbindung kann jederzeit brechen.',
  'Pull the plug. Or let it go silent: a break that nobody tells.':
    'Zieh den Stecker. Oder lass es still werden: ein Bruch, den niemand meldet.',
  'A broken connection is not taken for a cancelled request.': 'Eine gebrochene Verbindung gilt nicht als Abbruch der Anfrage.',
  'While the plug is out, the server goes on storing.': 'Während der Stecker draußen ist, speichert der Server weiter.',
  'To cancel, the client says so with a notification.': 'Wer abbrechen will, sagt es mit einer Notification.',
  'A reload says nothing, so it cancels nothing: no notifications/cancelled in the wire, and the tool paints on.':
    'Neu laden sagt nichts und bricht darum nichts ab: kein notifications/cancelled in der Leitung, und das Werkzeug malt weiter.',
  'A server makes its streams resumable, so that nothing is lost.':
    'Ein Server macht seine Streams fortsetzbar, damit nichts verloren geht.',
  'Two runs, with the event store and without.': 'Zwei Läufe, mit dem Event-Speicher und ohne ihn.',
}

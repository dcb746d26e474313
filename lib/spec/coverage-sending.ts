/** Rules of MCP 2025-11-25, "Sending messages to the server", in our words. */
import { text } from '../words/text'
import type { Rule } from './coverage'
import { bug, fault, lesson, rule } from './rule'

const ONE = lesson('one-post-many-events')

export const SENDING: readonly Rule[] = [
  rule(
    'MUST',
    'client',
    text('Each message goes out in a POST of its own.', 'Jede Nachricht geht in einem eigenen POST hinaus.'),
    text('In the wire: one POST for each message of the client.', 'In der Leitung: ein POST für jede Nachricht des Clients.'),
    ONE,
  ),
  rule(
    'MUST',
    'client',
    text('Messages are sent with POST, never with GET.', 'Nachrichten werden mit POST gesendet, nie mit GET.'),
    text('In the wire: a GET never has a body.', 'In der Leitung: Ein GET hat nie einen Körper.'),
    ONE,
  ),
  rule(
    'MUST',
    'client',
    text('A POST accepts both JSON and an event stream.', 'Ein POST nimmt JSON und einen Event-Stream an.'),
    text('In the wire: Accept names both types on every POST.', 'In der Leitung: Accept nennt bei jedem POST beide Arten.'),
    ONE,
  ),
  rule(
    'MUST',
    'both',
    text('The body of a POST is one message: no batches.', 'Der Körper eines POST ist eine einzige Nachricht: keine Stapel.'),
    text('In the wire: the body of any POST.', 'In der Leitung: der Körper irgendeines POST.'),
    ONE,
  ),
  rule(
    'MUST',
    'server',
    text(
      'A notification or response that is taken gets 202 and no body.',
      'Eine angenommene Notification oder Antwort bekommt 202 und keinen Körper.',
    ),
    text('In the wire: the answer to notifications/initialized.', 'In der Leitung: die Antwort auf notifications/initialized.'),
    ONE,
  ),
  rule(
    'MUST',
    'server',
    text('One that cannot be taken gets an error status.', 'Eine, die nicht angenommen werden kann, bekommt einen Fehlerstatus.'),
    text('End the session, then act: the answer is 404.', 'Beende die Sitzung, dann handle: Die Antwort ist 404.'),
    lesson('refused'),
    fault('end-session'),
  ),
  rule(
    'MAY',
    'server',
    text(
      'The body of such an answer is a JSON-RPC error without an id.',
      'Der Körper einer solchen Antwort ist ein JSON-RPC-Fehler ohne ID.',
    ),
    text('In the wire: the body of a refusal.', 'In der Leitung: der Körper einer Ablehnung.'),
    lesson('refused'),
  ),
  rule(
    'MUST',
    'server',
    text(
      'A request is answered with an event stream or with one JSON object.',
      'Eine Anfrage wird mit einem Event-Stream oder mit einem JSON-Objekt beantwortet.',
    ),
    text(
      'Run once as usual and once answered with JSON; compare Content-Type.',
      'Einmal wie üblich laufen lassen, einmal mit JSON beantwortet; vergleiche Content-Type.',
    ),
    ONE,
    fault('json-answer'),
  ),
  rule(
    'MUST',
    'client',
    text('The client understands both kinds of answer.', 'Der Client versteht beide Arten von Antwort.'),
    text('With the JSON answer the call has its result all the same.', 'Auch mit der JSON-Antwort hat der Aufruf sein Ergebnis.'),
    fault('json-answer'),
  ),
  rule(
    'SHOULD',
    'server',
    text(
      'A stream begins at once with an event that has an id and no data.',
      'Ein Stream beginnt sofort mit einem Event, das eine ID und keine Daten hat.',
    ),
    text(
      'Cut right after this event; then see a server that leaves it out.',
      'Trenne gleich nach diesem Event; sieh dann einen Server, der es weglässt.',
    ),
    lesson('priming-event'),
    fault('yank-after-priming'),
    bug('no-priming'),
  ),
  rule(
    'MAY',
    'server',
    text(
      'Once an id is out, the server closes the connection and keeps the stream.',
      'Ist eine ID gesendet, schließt der Server die Verbindung und behält den Stream.',
    ),
    text('The connection ends, the stream does not.', 'Die Verbindung endet, der Stream nicht.'),
    lesson('server-hangs-up'),
    fault('polite-close'),
  ),
  rule(
    'SHOULD',
    'client',
    text('The client then polls: it reconnects.', 'Der Client fragt dann wieder: Er verbindet sich neu.'),
    text('After each polite close comes a GET.', 'Nach jedem höflichen Schließen kommt ein GET.'),
    lesson('server-hangs-up'),
    fault('polite-close'),
  ),
  rule(
    'SHOULD',
    'server',
    text('Before it closes early, the server sends a retry field.', 'Bevor der Server vorzeitig schließt, sendet er ein Feld retry.'),
    text('In the wire: retry in the frame before the close.', 'In der Leitung: retry im Frame vor dem Schließen.'),
    lesson('server-hangs-up'),
    fault('polite-close'),
  ),
  rule(
    'MUST',
    'client',
    text('The client waits as long as retry says.', 'Der Client wartet so lange, wie retry sagt.'),
    text('On the timeline: the wait. Then a client that does not.', 'Auf der Zeitachse: das Warten. Dann ein Client, der es nicht tut.'),
    lesson('server-hangs-up'),
    fault('impatient'),
  ),
  rule(
    'SHOULD',
    'server',
    text('The response comes on the stream in the end.', 'Am Ende kommt die Antwort auf dem Stream.'),
    text(
      'The last event carries it; then a server that has cleared it away.',
      'Das letzte Event trägt sie; dann ein Server, der sie schon weggeräumt hat.',
    ),
    ONE,
    bug('response-cleared'),
  ),
  rule(
    'MAY',
    'server',
    text('Requests and notifications come before the response.', 'Anfragen und Notifications kommen vor der Antwort.'),
    text('Each row of the picture is a notification.', 'Jede Zeile des Bildes ist eine Notification.'),
    ONE,
  ),
  rule(
    'SHOULD',
    'server',
    text('They belong to the request that opened the stream.', 'Sie gehören zu der Anfrage, die den Stream geöffnet hat.'),
    text('Progress carries the token of its call.', 'Der Fortschritt trägt das Token seines Aufrufs.'),
    ONE,
  ),
  rule(
    'MAY',
    'server',
    text('The stream ends when its session expires.', 'Der Stream endet, wenn seine Sitzung abläuft.'),
    text('Let the session expire while the tool runs.', 'Lass die Sitzung ablaufen, während das Werkzeug läuft.'),
    lesson('refused'),
    fault('expire-session'),
  ),
  rule(
    'SHOULD',
    'server',
    text('After the response the stream is ended.', 'Nach der Antwort wird der Stream beendet.'),
    text(
      'The connection is complete; then a server that never ends it.',
      'Die Verbindung ist abgeschlossen; dann ein Server, der sie nie beendet.',
    ),
    ONE,
    bug('never-ends'),
  ),
  rule(
    'MAY',
    'both',
    text('A connection can break at any time.', 'Eine Verbindung kann jederzeit brechen.'),
    text(
      'Pull the plug. Or let it go silent: a break that nobody tells.',
      'Zieh den Stecker. Oder lass es still werden: ein Bruch, den niemand meldet.',
    ),
    lesson('pull-the-plug'),
    lesson('silence'),
    fault('yank'),
  ),
  rule(
    'SHOULD NOT',
    'server',
    text('A broken connection is not taken for a cancelled request.', 'Eine gebrochene Verbindung gilt nicht als Abbruch der Anfrage.'),
    text('While the plug is out, the server goes on storing.', 'Während der Stecker draußen ist, speichert der Server weiter.'),
    lesson('pull-the-plug'),
    fault('yank'),
  ),
  rule(
    'SHOULD',
    'client',
    text('To cancel, the client says so with a notification.', 'Wer abbrechen will, sagt es mit einer Notification.'),
    text(
      'A reload says nothing, so it cancels nothing: no notifications/cancelled in the wire, and the tool paints on.',
      'Neu laden sagt nichts und bricht darum nichts ab: kein notifications/cancelled in der Leitung, und das Werkzeug malt weiter.',
    ),
    lesson('leaving'),
    lesson('what-changed'),
  ),
  rule(
    'MAY',
    'server',
    text(
      'A server makes its streams resumable, so that nothing is lost.',
      'Ein Server macht seine Streams fortsetzbar, damit nichts verloren geht.',
    ),
    text('Two runs, with the event store and without.', 'Zwei Läufe, mit dem Event-Speicher und ohne ihn.'),
    lesson('stored-first'),
    lesson('pull-the-plug'),
  ),
]

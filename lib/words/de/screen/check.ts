/** The checker in German: the servers broken on purpose, what a run shows of them, and what the specification says. */
import type { Catalogue } from '../../t'

export const CHECK: Catalogue = {
  // a case
  'Case {n}: {title}': 'Fall {n}: {title}',
  'what is wrong with this server?': 'Was ist mit diesem Server nicht in Ordnung?',
  '<b>To bring it out:</b> {how}': '<b>So zeigt es sich:</b> {how}',
  'The checker has found something in this run.': 'Die Prüfung hat in diesem Lauf etwas gefunden.',
  'The checker has found nothing in this run yet.': 'Die Prüfung hat in diesem Lauf noch nichts gefunden.',
  'Which bug is it?': 'Welcher Fehler ist es?',
  'That is it': 'Das ist es',
  'Let the checker tell': 'Die Prüfung fragen',
  'Right.': 'Richtig.',
  'Not “{title}”.': 'Nicht „{title}“.',
  'The checker names it from this trace.': 'Die Prüfung liest ihn aus diesem Lauf ab.',
  'This run does not show it yet, so the checker cannot name it: bring it out, and look again.':
    'Dieser Lauf zeigt ihn noch nicht, also kann die Prüfung ihn nicht nennen: Bring ihn hervor und sieh noch einmal nach.',
  'In public:': 'Öffentlich:',
  // findings
  'Nothing has been asked yet. Start a run; what its server does wrong will stand here.':
    'Noch wurde nichts gefragt. Starte einen Lauf; was sein Server falsch macht, steht dann hier.',
  'The checker finds nothing in this run yet. Provoke it: cut, wait, plug back in.':
    'Die Prüfung findet in diesem Lauf noch nichts. Reiz ihn: trennen, warten, wieder einstecken.',
  'So far this run shows nothing that the server did wrong.': 'Bisher zeigt dieser Lauf nichts, was der Server falsch gemacht hätte.',
  'So far this run shows nothing that the server did wrong. What is missing now can still be asked for.':
    'Bisher zeigt dieser Lauf nichts, was der Server falsch gemacht hätte. Nach dem, was jetzt fehlt, kann noch gefragt werden.',
  'The checker found {n} things': { one: 'Die Prüfung fand dies', other: 'Die Prüfung fand {n} Dinge' },
  'connection {id}': 'Verbindung {id}',
  'and {n} more': 'und {n} weitere',
  '{first} to {last}': '{first} bis {last}',
  'The first event already carries a message ({events}).': 'Schon das erste Event trägt eine Nachricht ({events}).',
  'Events without an id came through on {connections}.': 'Auf {connections} kamen Events ohne ID durch.',
  '{n} events came through under ids the server never stored: {event} as "{id}".': {
    one: '{n} Event kam unter einer ID durch, die der Server nie gespeichert hat: {event} als „{id}“.',
    other: '{n} Events kamen unter IDs durch, die der Server nie gespeichert hat: {event} als „{id}“.',
  },
  '{events} came through on a connection of stream {stream}.': '{events} kam auf einer Verbindung des Streams {stream} durch.',
  'After the response {event} the server left {connection} open.': 'Nach der Antwort {event} ließ der Server {connection} offen.',
  'The session had ended ({reason}), and {connections} were served all the same.': {
    one: 'Die Sitzung war beendet ({reason}), und {connections} wurde trotzdem bedient.',
    other: 'Die Sitzung war beendet ({reason}), und {connections} wurden trotzdem bedient.',
  },
  'The resume after {id} brought {events} again, which lie before it.': {
    one: 'Das Fortsetzen nach {id} brachte noch einmal {events}, das davor liegt.',
    other: 'Das Fortsetzen nach {id} brachte noch einmal {events}, die davor liegen.',
  },
  'The resume after {id} left out {events} and went on: some of that had been evicted, and nobody was told.':
    'Das Fortsetzen nach {id} ließ {events} aus und ging weiter: Einiges davon war verdrängt, und niemand erfuhr es.',
  'The resume after {id} left out {events} and went on; evicted were only events before it.':
    'Das Fortsetzen nach {id} ließ {events} aus und ging weiter; verdrängt waren nur Events davor.',
  'The resume after {id} left out {events} and went on: stored between the replay and what came live.':
    'Das Fortsetzen nach {id} ließ {events} aus und ging weiter: gespeichert zwischen dem erneuten Senden und dem, was live kam.',
  'The resume after {id} left out {events} and went on, although all of it was stored.':
    'Das Fortsetzen nach {id} ließ {events} aus und ging weiter, obwohl alles gespeichert war.',
  'The resume after {id} was accepted, although what comes after it was evicted.':
    'Das Fortsetzen nach {id} wurde angenommen, obwohl verdrängt war, was danach kommt.',
  'The resume after {id} ended at once and brought nothing; {events} had been stored, the response among them.':
    'Das Fortsetzen nach {id} endete sofort und brachte nichts; gespeichert waren {events}, darunter die Antwort.',
  'The resume after {id} was accepted, and nothing came on it, while {events} lay stored.':
    'Das Fortsetzen nach {id} wurde angenommen, und nichts kam, während {events} gespeichert bereitlag.',
  'The resume after {id} brought {events} after later events.': 'Das Fortsetzen nach {id} brachte {events} erst nach späteren Events.',
  'The server had sent the id "{id}" itself, and answered {status} to a resume after it.':
    'Der Server hatte die ID „{id}“ selbst gesendet und antwortete {status} auf ein Fortsetzen danach.',
  // what the specification says of them
  'After a GET with Last-Event-ID the server may replay the messages that would have been sent after that event, on the stream that was cut. One that begins to do so and leaves some out loses them for good.':
    'Nach einem GET mit Last-Event-ID darf der Server auf dem getrennten Stream die Nachrichten erneut senden, die nach diesem Event gesendet worden wären. Wer damit beginnt und welche auslässt, verliert sie für immer.',
  'What is answered to a last event ID that cannot be served is not said. Answering as if nothing were missing leaves a gap that no one sees.':
    'Was auf eine letzte Event-ID geantwortet wird, die nicht bedient werden kann, sagt sie nicht. Zu antworten, als fehlte nichts, lässt eine Lücke, die niemand sieht.',
  'What may be replayed is what would have been sent after the last event ID; the events before it were received.':
    'Erneut gesendet werden darf, was nach der letzten Event-ID gesendet worden wäre; die Events davor wurden empfangen.',
  'The server must not replay messages that would have been delivered on a different stream.':
    'Der Server darf keine Nachrichten erneut senden, die auf einem anderen Stream zugestellt worden wären.',
  'A server may give its events an id. Without one there is nothing to resume after.':
    'Ein Server darf seinen Events eine ID geben. Ohne sie gibt es nichts, wonach fortgesetzt werden kann.',
  'Event IDs should say enough to find the stream they came from: they serve as a cursor within it.':
    'Event-IDs sollen genug sagen, um den Stream zu finden, aus dem sie kommen: Sie sind darin eine Position.',
  'Event IDs are a cursor within their stream: what comes after one on the stream comes after it in a replay.':
    'Event-IDs sind eine Position in ihrem Stream: Was auf dem Stream nach einer kommt, kommt auch beim erneuten Senden nach ihr.',
  // the gallery
  'The resume that stays silent': 'Das stumme Fortsetzen',
  'The server cannot read the stream out of its own event ID, so it accepts the resume, and then says nothing, for ever.':
    'Der Server kann den Stream nicht aus seiner eigenen Event-ID lesen, nimmt das Fortsetzen also an und sagt dann nichts, für immer.',
  'A GET with Last-Event-ID is answered 200, and nothing comes on it, while the server stores more and more.':
    'Ein GET mit Last-Event-ID wird mit 200 beantwortet, und nichts kommt, während der Server immer mehr speichert.',
  'Pull the plug in the middle of the run, wait for a few events, plug back in.':
    'Zieh den Stecker mitten im Lauf, warte einige Events ab, steck ihn wieder ein.',
  'Events of another stream': 'Events eines anderen Streams',
  'The server keeps one list for all streams, and replays everything after the last event ID, whichever stream it is of.':
    'Der Server führt eine Liste für alle Streams und sendet alles nach der letzten Event-ID erneut, gleich aus welchem Stream.',
  'On the connection that resumes a call, an event of the standalone stream comes through.':
    'Auf der Verbindung, die einen Aufruf fortsetzt, kommt ein Event des eigenständigen Streams durch.',
  'Cleared too early': 'Zu früh gelöscht',
  'The server clears the record of a stream when its response is stored, so a client that was away then never gets it.':
    'Der Server löscht die Aufzeichnung eines Streams, sobald seine Antwort gespeichert ist; ein Client, der da weg war, bekommt sie nie.',
  'After the response is stored every resume is answered 200 and ends at once, with nothing in it.':
    'Ist die Antwort gespeichert, wird jedes Fortsetzen mit 200 beantwortet und endet sofort, ohne Inhalt.',
  'Pull the plug, wait until the response is stored, plug back in.':
    'Zieh den Stecker, warte, bis die Antwort gespeichert ist, steck ihn wieder ein.',
  'No id to begin with': 'Keine ID am Anfang',
  'The server sends no id before the first message, so a client that is cut before it cannot come back.':
    'Der Server sendet vor der ersten Nachricht keine ID; ein Client, der davor getrennt wird, kann nicht wiederkommen.',
  'The first event of the call already carries a message; there is no event with an id and empty data before it.':
    'Schon das erste Event des Aufrufs trägt eine Nachricht; davor gibt es kein Event mit einer ID und leeren Daten.',
  'Look at the first event of the call; then start again and pull the plug before it comes.':
    'Sieh dir das erste Event des Aufrufs an; starte dann neu und zieh den Stecker, bevor es kommt.',
  'A queue, not a store': 'Warteschlange statt Speicher',
  'The server takes an event out of its queue when it writes it, so what was on the way when the cable was cut is gone.':
    'Der Server nimmt ein Event aus seiner Warteschlange, wenn er es schreibt; was beim Trennen unterwegs war, ist weg.',
  'A resume brings what was stored while the plug was out, but not the events that were written just before.':
    'Ein Fortsetzen bringt, was bei gezogenem Stecker gespeichert wurde, aber nicht die Events, die kurz davor geschrieben wurden.',
  'Pull the plug in the middle of a frame: the server has written it, and it was not received.':
    'Zieh den Stecker mitten in einem Frame: Der Server hat ihn geschrieben, und er wurde nicht empfangen.',
  'Ids that mean nothing': 'IDs ohne Bedeutung',
  'The server gives each frame a random id and keeps no note of it, so no resume can ever find its place.':
    'Der Server gibt jedem Frame eine zufällige ID und merkt sie sich nicht; kein Fortsetzen kann je seine Stelle finden.',
  'The ids that come through are none that the server has stored, and every resume is refused.':
    'Die IDs, die durchkommen, hat der Server nicht gespeichert, und jedes Fortsetzen wird abgelehnt.',
  'An event ID, if there is one, must be unique across the streams of the session, to serve as a cursor within its stream.':
    'Eine Event-ID muss, wenn es sie gibt, über alle Streams der Sitzung eindeutig sein, um in ihrem Stream als Position zu dienen.',
  'The gap nobody mentions': 'Die Lücke, die niemand nennt',
  'When the events after the last event ID were evicted, the server replays what it still has, as if nothing were missing.':
    'Wurden die Events nach der letzten Event-ID verdrängt, sendet der Server, was er noch hat, als fehlte nichts.',
  'After an eviction the resume is answered 200 and skips events, which are lost; the client is told nothing.':
    'Nach dem Verdrängen wird das Fortsetzen mit 200 beantwortet und überspringt Events, die verloren sind; der Client erfährt nichts.',
  'Pull the plug, wait for a few events, evict all but two, plug back in.':
    'Zieh den Stecker, warte einige Events ab, verdränge alle bis auf zwei, steck ihn wieder ein.',
  'A position that shifts': 'Eine Position, die sich verschiebt',
  'The server takes the number in the id for a position in its list. When the list loses its oldest events, the position shifts.':
    'Der Server hält die Zahl in der ID für eine Position in seiner Liste. Verliert die Liste ihre ältesten Events, verschiebt sich die Position.',
  'The server evicted only events that the client already had. The resume then skips the same number of events that the client does not have.':
    'Der Server hat nur Events verdrängt, die der Client schon hatte. Die Wiederaufnahme überspringt dann gleich viele, die der Client nicht hat.',
  'Evict all but a few events while connected, pull the plug at once, plug back in.':
    'Verdränge verbunden alle bis auf einige Events, zieh sofort den Stecker, steck ihn wieder ein.',
  'The replay that never ends': 'Das Senden, das nie endet',
  'The server replays the response and leaves the connection open, although nothing can follow.':
    'Der Server sendet die Antwort erneut und lässt die Verbindung offen, obwohl nichts mehr folgen kann.',
  'The response has come through on a resumed connection, and the server does not end it.':
    'Die Antwort kam auf einer fortgesetzten Verbindung durch, und der Server beendet sie nicht.',
  'After the response has been sent, the server should end the stream.':
    'Nachdem die Antwort gesendet ist, soll der Server den Stream beenden.',
  'Everything again': 'Alles noch einmal',
  'The server begins every resume with the first event of the stream, whatever the last event ID says.':
    'Der Server beginnt jedes Fortsetzen mit dem ersten Event des Streams, was auch immer die letzte Event-ID sagt.',
  'A resume brings events that had been received before the cut: the ledger counts duplicates.':
    'Ein Fortsetzen bringt Events, die vor der Trennung empfangen wurden: Die Bilanz zählt doppelte.',
  'Between replay and live': 'Zwischen erneut und live',
  'The server reads what it has to replay, and only then begins to listen: an event stored in between reaches nobody.':
    'Der Server liest, was er erneut zu senden hat, und hört erst dann zu: Ein Event, das dazwischen gespeichert wird, erreicht niemanden.',
  'The replay comes, later events come, and one between them does not.':
    'Das erneut Gesendete kommt, spätere Events kommen, und eines dazwischen nicht.',
  'The session that would not die': 'Die Sitzung, die nicht sterben will',
  'The server says that the session has ended, and goes on answering under its id.':
    'Der Server sagt, die Sitzung sei beendet, und antwortet weiter unter ihrer ID.',
  'A request that names the ended session is answered 200 instead of 404.':
    'Eine Anfrage, die die beendete Sitzung nennt, wird mit 200 statt 404 beantwortet.',
  'After a session has ended, the server must answer requests with its id with 404.':
    'Ist eine Sitzung beendet, muss der Server Anfragen mit ihrer ID mit 404 beantworten.',
  'End the session on the server while a call runs, and watch the call go on.':
    'Beende die Sitzung auf dem Server, während ein Aufruf läuft, und sieh zu, wie er weitergeht.',
}

/** Rules of MCP 2025-11-25, "Resumability and redelivery", "Session management" and "Protocol version header", in our words. */
import { text } from '../words/text'
import { bug, fault, HEADERS, lesson, type Rule, rule } from './rule'

export const RESUMABILITY: readonly Rule[] = [
  rule(
    'MAY',
    'server',
    text('Events carry an id.', 'Events tragen eine ID.'),
    text('With the event store every event has one, without it none.', 'Mit dem Event-Speicher hat jedes Event eine, ohne ihn keines.'),
    lesson('two-headers'),
    lesson('pull-the-plug'),
  ),
  rule(
    'MUST',
    'server',
    text('An id is unique among all streams of its session.', 'Eine ID ist unter allen Streams ihrer Sitzung einmalig.'),
    text(
      'Each id begins with the name of its stream. Then a server with random ids, and one whose ids shift.',
      'Jede ID beginnt mit dem Namen ihres Streams. Dann ein Server mit zufälligen IDs und einer, dessen IDs sich verschieben.',
    ),
    lesson('one-stream'),
    bug('random-ids'),
    bug('shifting-position'),
  ),
  rule(
    'SHOULD',
    'server',
    text('An id tells which stream it belongs to.', 'Eine ID sagt, zu welchem Stream sie gehört.'),
    text('call-2/9: the stream, and the place in it.', 'call-2/9: der Stream und der Platz darin.'),
    lesson('one-stream'),
    bug('replays-nothing'),
  ),
  rule(
    'SHOULD',
    'client',
    text(
      'To resume, the client sends a GET with the last event ID it has.',
      'Zum Fortsetzen sendet der Client ein GET mit der letzten Event-ID, die er hat.',
    ),
    text('The header on the GET is the kept one. Leave it out and see.', 'Der Header am GET ist der behaltene. Lass ihn weg und sieh.'),
    lesson('plug-back-in'),
    HEADERS,
    fault('yank'),
  ),
  rule(
    'MAY',
    'server',
    text(
      'The server replays what came after that id, on that stream, and goes on live.',
      'Der Server liefert nach, was auf diesem Stream nach der ID kam, und geht live weiter.',
    ),
    text(
      'The replay arcs; then a replay that is cut itself.',
      'Die Bögen der Nachlieferung; dann eine Nachlieferung, die selbst getrennt wird.',
    ),
    lesson('plug-back-in'),
    fault('yank-in-replay'),
    bug('from-the-start'),
  ),
  rule(
    'MUST NOT',
    'server',
    text('Nothing of another stream is replayed.', 'Nichts von einem anderen Stream wird nachgeliefert.'),
    text(
      'Resume with the id of the other stream; then a server that mixes them up.',
      'Setze mit der ID des anderen Streams fort; dann ein Server, der sie vermischt.',
    ),
    lesson('one-stream'),
    bug('across-streams'),
    HEADERS,
  ),
]

export const SESSIONS: readonly Rule[] = [
  rule(
    'MAY',
    'server',
    text('The answer to initialize hands out a session id.', 'Die Antwort auf initialize gibt eine Sitzungs-ID aus.'),
    text('In the wire: Mcp-Session-Id on the first answer.', 'In der Leitung: Mcp-Session-Id an der ersten Antwort.'),
    lesson('two-headers'),
  ),
  rule(
    'SHOULD',
    'server',
    text('A session id is unique and cannot be guessed.', 'Eine Sitzungs-ID ist einmalig und nicht zu erraten.'),
    text('A random UUID; every run has another.', 'Eine zufällige UUID; jeder Lauf hat eine andere.'),
    lesson('two-headers'),
  ),
  rule(
    'MUST',
    'server',
    text('It has visible ASCII characters only.', 'Sie hat nur sichtbare ASCII-Zeichen.'),
    text('The kept header, whole, in the wire.', 'Der behaltene Header, ganz, in der Leitung.'),
    lesson('two-headers'),
  ),
  rule(
    'MUST',
    'client',
    text('The client treats it as a secret.', 'Der Client behandelt sie als Geheimnis.'),
    text(
      'Recordings and links that leave this page have no session id in them; the code keeps it in a file of its owner.',
      'Aufzeichnungen und Links, die diese Seite verlassen, enthalten keine Sitzungs-ID; der Code behält sie in einer Datei des Eigentümers.',
    ),
    lesson('two-headers'),
    lesson('stored-first'),
  ),
  rule(
    'MUST',
    'client',
    text('Every later request carries it.', 'Jede spätere Anfrage trägt sie.'),
    text(
      'In the wire: on each POST, GET and DELETE. Leave it out and see.',
      'In der Leitung: an jedem POST, GET und DELETE. Lass sie weg und sieh.',
    ),
    lesson('two-headers'),
    HEADERS,
  ),
  rule(
    'SHOULD',
    'server',
    text('A request without it gets 400.', 'Eine Anfrage ohne sie bekommt 400.'),
    text('Resume without Mcp-Session-Id.', 'Setze ohne Mcp-Session-Id fort.'),
    lesson('refused'),
    HEADERS,
  ),
  rule(
    'MAY',
    'server',
    text('The server ends a session when it likes.', 'Der Server beendet eine Sitzung, wann er will.'),
    text('Expire it, or restart the server without its memory.', 'Lass sie ablaufen, oder starte den Server ohne sein Gedächtnis neu.'),
    lesson('refused'),
    fault('expire-session'),
    fault('restart-forgetting'),
  ),
  rule(
    'MUST',
    'server',
    text('From then on that session id gets 404.', 'Von da an bekommt diese Sitzungs-ID 404.'),
    text(
      'Resume after the end; then a server where a session survives its end.',
      'Setze nach dem Ende fort; dann ein Server, bei dem eine Sitzung ihr Ende überlebt.',
    ),
    lesson('refused'),
    fault('end-session'),
    bug('survives-delete'),
  ),
  rule(
    'MUST',
    'client',
    text(
      'After a 404 the client begins a new session, without a session id.',
      'Nach einer 404 beginnt der Client eine neue Sitzung, ohne Sitzungs-ID.',
    ),
    text('Start again: a new initialize, a new id.', 'Beginne neu: ein neues initialize, eine neue ID.'),
    lesson('refused'),
    fault('end-session'),
  ),
  rule(
    'SHOULD',
    'client',
    text(
      'A client that is done with a session ends it with DELETE.',
      'Ein Client, der mit einer Sitzung fertig ist, beendet sie mit DELETE.',
    ),
    text('DELETE when a run is left; none on a reload.', 'DELETE, wenn ein Lauf verlassen wird; keines beim Neuladen.'),
    lesson('leaving'),
    fault('reload'),
  ),
  rule(
    'MAY',
    'server',
    text(
      'The server answers 405 if it does not let clients end sessions.',
      'Der Server antwortet 405, wenn er Clients keine Sitzungen beenden lässt.',
    ),
    text(
      'This one lets them and answers 200. Under 2026-07-28 it is always 405.',
      'Dieser lässt sie und antwortet 200. Unter 2026-07-28 ist es immer 405.',
    ),
    lesson('leaving'),
    lesson('what-changed'),
  ),
]

export const VERSION: readonly Rule[] = [
  rule(
    'MUST',
    'client',
    text('Every request after initialize names the protocol version.', 'Jede Anfrage nach initialize nennt die Protokollversion.'),
    text('In the wire: MCP-Protocol-Version from the second request on.', 'In der Leitung: MCP-Protocol-Version ab der zweiten Anfrage.'),
    lesson('two-headers'),
  ),
  rule(
    'SHOULD',
    'client',
    text('It is the version both agreed on.', 'Es ist die Version, auf die sich beide geeinigt haben.'),
    text('The same as in the answer to initialize.', 'Dieselbe wie in der Antwort auf initialize.'),
    lesson('two-headers'),
  ),
  rule(
    'SHOULD',
    'server',
    text(
      'Without the header, and with nothing else to go by, the server assumes 2025-03-26.',
      'Ohne den Header, und ohne anderen Anhalt, nimmt der Server 2025-03-26 an.',
    ),
    text(
      'Leave it out on a resume: this server takes the request all the same.',
      'Lass ihn beim Fortsetzen weg: Dieser Server nimmt die Anfrage trotzdem an.',
    ),
    lesson('priming-event'),
    HEADERS,
  ),
  rule(
    'MUST',
    'server',
    text('A version it does not know gets 400.', 'Eine Version, die er nicht kennt, bekommt 400.'),
    text('Resume with another value.', 'Setze mit einem anderen Wert fort.'),
    lesson('refused'),
    HEADERS,
  ),
]

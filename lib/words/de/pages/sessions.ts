/** Rules on resumability, sessions and the version header, in German. */
import type { SessionsMessage } from '../../../spec/coverage-sessions'

export const SESSIONS: Readonly<Record<SessionsMessage, string>> = {
  'Events carry an id.': 'Events tragen eine ID.',
  'With the event store every event has one, without it none.': 'Mit dem Event-Speicher hat jedes Event eine, ohne ihn keines.',
  'An id is unique among all streams of its session.': 'Eine ID ist unter allen Streams ihrer Sitzung einmalig.',
  'Each id begins with the name of its stream. Then a server with random ids, and one whose ids shift.':
    'Jede ID beginnt mit dem Namen ihres Streams. Dann ein Server mit zufälligen IDs und einer, dessen IDs sich verschieben.',
  'An id tells which stream it belongs to.': 'Eine ID sagt, zu welchem Stream sie gehört.',
  'call-2/9: the stream, and the place in it.': 'call-2/9: der Stream und der Platz darin.',
  'To resume, the client sends a GET with the last event ID it has.':
    'Zum Fortsetzen sendet der Client ein GET mit der letzten Event-ID, die er hat.',
  'The header on the GET is the kept one. Leave it out and see.': 'Der Header am GET ist der behaltene. Lass ihn weg und sieh.',
  'The server replays what came after that id, on that stream, and goes on live.':
    'Der Server liefert nach, was auf diesem Stream nach der ID kam, und geht live weiter.',
  'The replay arcs; then a replay that is cut itself.': 'Die Bögen der Nachlieferung; dann eine Nachlieferung, die selbst getrennt wird.',
  'Nothing of another stream is replayed.': 'Nichts von einem anderen Stream wird nachgeliefert.',
  'Resume with the id of the other stream; then a server that mixes them up.':
    'Setze mit der ID des anderen Streams fort; dann ein Server, der sie vermischt.',
  'The answer to initialize hands out a session id.': 'Die Antwort auf initialize gibt eine Sitzungs-ID aus.',
  'In the wire: Mcp-Session-Id on the first answer.': 'In der Leitung: Mcp-Session-Id an der ersten Antwort.',
  'A session id is unique and cannot be guessed.': 'Eine Sitzungs-ID ist einmalig und nicht zu erraten.',
  'A random UUID; every run has another.': 'Eine zufällige UUID; jeder Lauf hat eine andere.',
  'It has visible ASCII characters only.': 'Sie hat nur sichtbare ASCII-Zeichen.',
  'The kept header, whole, in the wire.': 'Der behaltene Header, ganz, in der Leitung.',
  'The client treats it as a secret.': 'Der Client behandelt sie als Geheimnis.',
  'Recordings and links that leave this page have no session id in them; the code keeps it in a file of its owner.':
    'Aufzeichnungen und Links, die diese Seite verlassen, enthalten keine Sitzungs-ID; der Code behält sie in einer Datei des Eigentümers.',
  'Every later request carries it.': 'Jede spätere Anfrage trägt sie.',
  'In the wire: on each POST, GET and DELETE. Leave it out and see.':
    'In der Leitung: an jedem POST, GET und DELETE. Lass sie weg und sieh.',
  'A request without it gets 400.': 'Eine Anfrage ohne sie bekommt 400.',
  'Resume without Mcp-Session-Id.': 'Setze ohne Mcp-Session-Id fort.',
  'The server ends a session when it likes.': 'Der Server beendet eine Sitzung, wann er will.',
  'Expire it, or restart the server without its memory.': 'Lass sie ablaufen, oder starte den Server ohne sein Gedächtnis neu.',
  'From then on that session id gets 404.': 'Von da an bekommt diese Sitzungs-ID 404.',
  'Resume after the end; then a server where a session survives its end.':
    'Setze nach dem Ende fort; dann ein Server, bei dem eine Sitzung ihr Ende überlebt.',
  'After a 404 the client begins a new session, without a session id.':
    'Nach einer 404 beginnt der Client eine neue Sitzung, ohne Sitzungs-ID.',
  'Start again: a new initialize, a new id.': 'Beginne neu: ein neues initialize, eine neue ID.',
  'A client that is done with a session ends it with DELETE.': 'Ein Client, der mit einer Sitzung fertig ist, beendet sie mit DELETE.',
  'DELETE when a run is left; none on a reload.': 'DELETE, wenn ein Lauf verlassen wird; keines beim Neuladen.',
  'The server answers 405 if it does not let clients end sessions.':
    'Der Server antwortet 405, wenn er Clients keine Sitzungen beenden lässt.',
  'This one lets them and answers 200. Under 2026-07-28 it is always 405.':
    'Dieser lässt sie und antwortet 200. Unter 2026-07-28 ist es immer 405.',
  'Every request after initialize names the protocol version.': 'Jede Anfrage nach initialize nennt die Protokollversion.',
  'In the wire: MCP-Protocol-Version from the second request on.': 'In der Leitung: MCP-Protocol-Version ab der zweiten Anfrage.',
  'It is the version both agreed on.': 'Es ist die Version, auf die sich beide geeinigt haben.',
  'The same as in the answer to initialize.': 'Dieselbe wie in der Antwort auf initialize.',
  'Without the header, and with nothing else to go by, the server assumes 2025-03-26.':
    'Ohne den Header, und ohne anderen Anhalt, nimmt der Server 2025-03-26 an.',
  'Leave it out on a resume: this server takes the request all the same.':
    'Lass ihn beim Fortsetzen weg: Dieser Server nimmt die Anfrage trotzdem an.',
  'A version it does not know gets 400.': 'Eine Version, die er nicht kennt, bekommt 400.',
  'Resume with another value.': 'Setze mit einem anderen Wert fort.',
}

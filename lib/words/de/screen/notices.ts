/** What is announced, told in a notice, or given as a reason, in German. */
import type { Catalogue } from '../../t'

export const NOTICES: Catalogue = {
  'Take it back': 'Zurückholen',
  'Put this notice away': 'Diesen Hinweis weglegen',
  'Read it all': 'Alles lesen',
  'Another tab has this run now.': 'Ein anderer Tab hat jetzt diesen Lauf.',
  'Two clients that resume the same streams would cut each other off for ever, so this one has stopped. Take it back, or go on there.':
    'Zwei Clients, die dieselben Streams fortsetzen, würden einander endlos trennen, also hat dieser aufgehört. Hol ihn zurück, oder mach dort weiter.',
  'The session has ended.': 'Die Sitzung ist beendet.',
  'Session {session} has ended.': 'Sitzung {session} ist beendet.',
  'The server refused to resume: {status}.': 'Der Server lehnte das Fortsetzen ab: {status}.',
  'There is nothing to resume with.': 'Es gibt nichts zum Fortsetzen.',
  'The plug was out.': 'Der Stecker war gezogen.',
  'The request never reached the server. Plug back in and run again.':
    'Die Anfrage erreichte den Server nie. Steck ein und starte noch einmal.',
  'No answer from the server.': 'Keine Antwort vom Server.',
  'Check that it is running, then run again. The recording still plays.':
    'Prüfe, ob er läuft, dann starte noch einmal. Die Aufzeichnung spielt weiterhin.',
  'The server refused to begin.': 'Der Server lehnte den Beginn ab.',
  'The call ended without a result.': 'Der Aufruf endete ohne Ergebnis.',
  // a moment in words, and what is said aloud
  'Nothing has happened yet.': 'Noch ist nichts geschehen.',
  'Connecting.': 'Verbindet.',
  'Connected. No tool called yet.': 'Verbunden. Noch kein Werkzeug aufgerufen.',
  'Calling {tool}.': 'Ruft {tool} auf.',
  'Plugged in.': 'Eingesteckt.',
  'Plugged back in.': 'Wieder eingesteckt.',
  'Plug pulled.': 'Getrennt.',
  'Plugged in. Asks again in {time}.': 'Eingesteckt. Fragt in {time} noch einmal.',
  'You pulled after the last event. Nothing to bring back.': 'Du hast nach dem letzten Event gezogen. Nichts zurückzuholen.',
  'Nothing sent since, none kept.': 'Seither nichts gesendet, nichts behalten.',
  '{n} messages sent since, none kept.': {
    one: 'Seither {n} Nachricht gesendet, keine behalten.',
    other: 'Seither {n} Nachrichten gesendet, keine behalten.',
  },
  'Nothing stored since.': 'Seither nichts gespeichert.',
  '{n} events stored since.': 'Seither {n} gespeichert.',
  'The edited headers were refused. The kept ones are still there: ask with those.':
    'Die geänderten Header wurden abgelehnt. Die behaltenen sind noch da: Frag mit ihnen.',
  'The edited headers were refused ({status}). The kept ones are still there: ask with those.':
    'Die geänderten Header wurden abgelehnt ({status}). Die behaltenen sind noch da: Frag mit ihnen.',
  '404: the session has ended. Start a new session.': '404: Die Sitzung ist beendet. Beginne eine neue.',
  '404: session {session} has ended. Start a new session.': '404: Sitzung {session} ist beendet. Beginne eine neue.',
  'Not resumed:': 'Nicht fortgesetzt:',
  'Not resumed ({status}):': 'Nicht fortgesetzt ({status}):',
  '{n} missing.': '{n} fehlend.',
  'Connected, and nothing replayed. {n} missing.': 'Verbunden, und nichts kam erneut. {n} fehlend.',
  'Resuming. {replayed} replayed, {missing} missing.': 'Setzt fort. {replayed} erneut, {missing} fehlend.',
  'Resumed. {n} replayed, none missing.': 'Fortgesetzt. {n} erneut, nichts fehlt.',
  'Resumed: {n} replayed, none missing.': 'Fortgesetzt: {n} erneut, nichts fehlt.',
  'Done. {received} received, none missing.': 'Fertig. {received} empfangen, nichts fehlt.',
  'Done. {received} received, {missing} missing.': 'Fertig. {received} empfangen, {missing} fehlend.',
  'Cancelled.': 'Abgebrochen.',
  'The call failed:': 'Der Aufruf scheiterte:',
  'Painting.': 'Malt.',
  'Painting. Row {n}.': 'Malt. Zeile {n}.',
  'Painting. Row {n} of {total}.': 'Malt. Zeile {n} von {total}.',
  'Telling.': 'Erzählt.',
  'Telling. Word {n}.': 'Erzählt. Wort {n}.',
  'Telling. Word {n} of {total}.': 'Erzählt. Wort {n} von {total}.',
  'Counting.': 'Zählt.',
  'Counting. Step {n}.': 'Zählt. Schritt {n}.',
  'Counting. Step {n} of {total}.': 'Zählt. Schritt {n} von {total}.',
  'Running.': 'Läuft.',
  'Running. Step {n}.': 'Läuft. Schritt {n}.',
  'Running. Step {n} of {total}.': 'Läuft. Schritt {n} von {total}.',
  'There are no event IDs, so nothing can be resumed.': 'Es gibt keine Event-IDs, also lässt sich nichts fortsetzen.',
  'No event ID yet.': 'Noch keine Event-ID.',
  '{n} lost: nothing can bring them back.': {
    one: '{n} verloren: Nichts bringt es zurück.',
    other: '{n} verloren: Nichts bringt sie zurück.',
  },
  // reasons, beside those of trace.ts
  'no reason was given': 'kein Grund wurde genannt',
  'resume refused with {status}': 'Wiederaufnahme mit {status} abgelehnt',
  'resume refused with {status}: {quoted}': 'Wiederaufnahme mit {status} abgelehnt: {quoted}',
  'No event ID was received, so there is nothing to resume after.':
    'Keine Event-ID wurde empfangen, also gibt es nichts, wonach fortgesetzt werden kann.',
  'The run was left before it began.': 'Der Lauf wurde verlassen, bevor er begann.',
  'The feed answered {status}: the server does not know the session. Start again.':
    'Der Beobachtungskanal antwortete {status}: Der Server kennt die Sitzung nicht. Starte noch einmal.',
  'The feed answered {status}: the server refused. Start again.':
    'Der Beobachtungskanal antwortete {status}: Der Server lehnte ab. Starte noch einmal.',
  'The session is gone: the server ended it, or was started anew. Start a new one.':
    'Die Sitzung ist weg: Der Server hat sie beendet oder wurde neu gestartet. Beginne eine neue.',
  'run taken by another tab': 'Lauf von einem anderen Tab übernommen',
  // what stands in place of a page that failed
  'The page broke.': 'Die Seite ist kaputt.',
  'Something on this page failed while it was being drawn:': 'Beim Zeichnen dieser Seite ist etwas misslungen:',
  'no reason given': 'kein Grund genannt',
  'The run on the server is not affected; the page can pick it up again.':
    'Der Lauf auf dem Server ist nicht betroffen; die Seite kann ihn wieder aufnehmen.',
  'Draw it again': 'Neu zeichnen',
}

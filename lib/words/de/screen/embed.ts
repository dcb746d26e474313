/** The embeds in German: the runs by name, the foot, the poster, and what is said about an address that is not there. */
import type { Catalogue } from '../../t'

export const EMBED: Catalogue = {
  'Full page': 'Ganze Seite',
  'Open the full page': 'Die ganze Seite öffnen',
  'Sessions and resumability were removed in 2026-07-28': 'Sitzungen und Wiederaufnahme wurden mit 2026-07-28 entfernt',
  'A recorded run: {sentence}': 'Ein aufgezeichneter Lauf: {sentence}',
  // runs
  'Pull the plug, and plug back in': 'Stecker ziehen und wieder einstecken',
  'A stream is cut in the middle. The server goes on storing; the client asks again after the last event ID it saw.':
    'Ein Stream wird in der Mitte getrennt. Der Server speichert weiter; der Client fragt nach der letzten Event-ID, die er sah.',
  'Cut twice': 'Zweimal getrennt',
  'The connection that resumes the stream is cut as well. The last event ID has moved on, so nothing comes twice.':
    'Auch die Verbindung, die den Stream fortsetzt, wird getrennt. Die letzte Event-ID ist weitergerückt, darum kommt nichts doppelt.',
  'The same cut, without resumability': 'Derselbe Schnitt, ohne Wiederaufnahme',
  'The server keeps no events and sends no ids. What was sent while the plug was out is lost.':
    'Der Server behält keine Events und sendet keine IDs. Was gesendet wurde, während der Stecker draußen war, ist verloren.',
  'Cut after the first event': 'Nach dem ersten Event getrennt',
  'One event got through before the cut. One id is enough to ask for all the rest.':
    'Ein Event kam vor dem Schnitt durch. Eine ID genügt, um nach allem Übrigen zu fragen.',
  'Cut just before the end': 'Kurz vor dem Ende getrennt',
  'Only the last row and the answer are missing. The answer to a call is an event like the others, and comes back like them.':
    'Nur die letzte Zeile und die Antwort fehlen. Die Antwort auf einen Aufruf ist ein Event wie die anderen und kommt zurück wie sie.',
  'Cut before the first event': 'Vor dem ersten Event getrennt',
  'The connection is cut before its first event got through. Our server names the id of that event in a response header as well.':
    'Die Verbindung wird getrennt, bevor ihr erstes Event durchkam. Unser Server nennt die ID dieses Events auch in einem Header der Antwort.',
  'The server closes, and keeps the stream': 'Der Server schließt und behält den Stream',
  'After row 5 the server ends the connection on purpose. The client waits as long as the server asked, then reconnects.':
    'Nach Zeile 5 beendet der Server die Verbindung mit Absicht. Der Client wartet so lange, wie der Server verlangt, und verbindet sich dann wieder.',
  'A story, word by word': 'Eine Geschichte, Wort für Wort',
  'What a language model streams, with a hole in it: the words that were told while the plug was out.':
    'Was ein Sprachmodell streamt, mit einem Loch darin: die Wörter, die erzählt wurden, während der Stecker draußen war.',
  // the run of an address
  'The s of this address is no shared run. Copy what a shared link has after its #; it begins with v=1.':
    'Das s dieser Adresse ist kein geteilter Lauf. Kopiere, was ein geteilter Link nach seinem # hat; es beginnt mit v=1.',
  'The run in this address cannot be read.': 'Der Lauf in dieser Adresse ist nicht lesbar.',
  // an address that is not there
  '<b>{refusal}</b> Below is the first run.': '<b>{refusal}</b> Unten ist der erste Lauf.',
  'This embed is version {number}, this site reads {version}. It needs a newer copy of the site.':
    'Diese Einbettung hat Version {number}, diese Seite liest {version}. Sie braucht eine neuere Kopie der Seite.',
  'This site has no embeds of version "{version}".': 'Diese Seite hat keine Einbettungen der Version „{version}“.',
  'This site knows no run named "{name}". The guide for authors lists the names.':
    'Diese Seite kennt keinen Lauf namens „{name}“. Die Anleitung für Autoren nennt die Namen.',
}

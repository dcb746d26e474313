/** Lesson 7 in German. */

import type { en } from '../../../en/lessons/07-12/07-priming-event'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Eine ID vor dem ersten Wort.',
  summary:
    'Das Priming-Event trägt eine ID und sonst nichts. Damit lässt sich ein Stream fortsetzen, der vor seiner ersten Nachricht riss.',
  steps: {
    after: {
      title: 'Vor der ersten Zeile getrennt',
      prose: [
        'Ein Schnitt kann vor der ersten Nachricht kommen. Dann hätte der Client keine ID und nichts zum Fortsetzen. Darum beginnt der Server jeden Stream mit einem [Event](event), das eine ID und leere Daten hat: `call-2/0`.',
      ],
      act: 'Trenne direkt nach dem Priming-Event und steck den Stecker ein.',
      question: 'Keine Zeile ist angekommen. Was kann der Client senden?',
      choices: { nothing: 'Keine `Last-Event-ID`', zero: 'Die ID des leeren Events', one: 'Die ID von Zeile 1' },
      goal: 'Das Bild füllen, obwohl vor dem Schnitt keine Zeile ankam',
      spec: 'Der Server soll sofort ein Event mit einer ID und leerem data-Feld senden.',
      hints: [
        'Eine Hand ist dafür zu langsam. Nimm den Knopf, dann starte.',
        'Drücke **Nach dem Priming-Event trennen**, starte, warte auf fehlende Zeilen, steck ein.',
      ],
      offers: { 'yank-after-priming': 'Nach dem Priming-Event trennen' },
      notes:
        'Die Rechnung zählt Priming-Events nicht: Sie tragen keine Nachricht. Das TypeScript-SDK sendet eines nur, wenn es einen Event-Speicher gibt und der Client 2025-11-25 oder neuer spricht.',
    },
    before: {
      title: 'Einen Moment früher',
      prose: [
        'Und vor dem Priming-Event? Der Client hat die Header der Antwort und kein einziges [Event](event). Nach der Spezifikation hat er dann keine ID. Dieser Server wiederholt die erste ID in einem eigenen Header, `x-first-event-id`, damit sich auch dieser Schnitt fortsetzen lässt.',
      ],
      act: 'Trenne vor dem Priming-Event und steck den Stecker ein.',
      question: 'Gar kein Event ist angekommen. Was wird aus dem Aufruf?',
      choices: {
        fails: 'Er scheitert: Es gibt keine ID zu senden',
        resumed: 'Er wird mit der ID aus dem Header fortgesetzt',
        again: 'Der Client ruft das Werkzeug neu auf',
      },
      goal: 'Das Bild füllen, obwohl vor dem Schnitt kein Event ankam',
      spec: 'Fortsetzen braucht eine ID, die der Client bekommen hat. Ohne sie kennt die Spezifikation keinen Weg zurück; der Header ist von uns.',
      hints: [
        'Erst den Schnitt scharf machen, dann das Werkzeug starten.',
        'Drücke **Vor dem Priming-Event trennen**, dann den gelben Knopf, warte auf fehlende Zeilen, steck ein.',
      ],
      offers: { 'yank-before-priming': 'Vor dem Priming-Event trennen' },
      notes:
        'Eine Lücke bleibt: ein Schnitt vor den Headern. Der Server hat den Aufruf oder nicht, und der Client kann es nicht wissen. Kein Protokoll schließt sie; ein Aufruf, den man gefahrlos wiederholen kann, schon.',
    },
  },
  messages: {
    'sent-id': '{id} sendete {lastEventId}.',
    'resumed-from-priming': 'Fortgesetzt nach {lastEventId}: Alle {rows} kamen.',
    'row-before-cut': 'vor dem Schnitt schon eine Zeile da war ({lastEventId}).',
    'resumed-after-header': 'Fortgesetzt nach {lastEventId}; das Werkzeug wurde einmal aufgerufen.',
    'failed-without-id': 'Der Aufruf scheiterte: Keine ID war angekommen.',
    'cut-before-any-event': '{id} brachte Header und kein Event; {resumeId} setzte nach {lastEventId} fort.',
    'event-before-cut': 'vor dem Schnitt schon ein Event angekommen war.',
    'no-id': 'keine ID',
  },
} satisfies Translation<typeof en>

/** Lesson 1 in German. */

import type { en } from '../../../en/lessons/01-06/01-one-post-many-events'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Eine Anfrage, viele Events.',
  summary:
    'Ein Werkzeugaufruf ist ein POST. Die Antwort ist ein Stream aus Events, der Sekunden dauert; das Ergebnis ist sein letztes Event.',
  steps: {
    start: {
      title: 'Das Werkzeug starten',
      prose: [
        'Ein Werkzeug auf dem Server malt einen Leuchtturm, eine Zeile pro [Event](event). Das dauert Sekunden, also antwortet der Server mit einem [Stream](stream).',
      ],
      act: 'Drücke den gelben Knopf und warte, bis das Bild voll ist.',
      question: 'Wie viele Anfragen bringen die sechzehn Zeilen?',
      choices: { one: 'Ein POST bringt sie alle', each: 'Eine Anfrage pro Zeile', two: 'Ein POST zum Starten, ein GET zum Abholen' },
      goal: 'Alle sechzehn Zeilen und die Antwort kommen auf einer Verbindung an',
      spec: 'Ein Server darf einen POST mit einem Event-Stream beantworten und vor der Antwort Nachrichten senden.',
      hints: ['Der gelbe Knopf startet das Werkzeug. Sonst nichts anfassen.', 'Drücke **Bild malen** und warte auf Zeile 16.'],
      notes:
        'Zuerst raten lassen. Viele erwarten eine Anfrage pro Zeile, wie beim Polling. Auf die Spur „wire“ zeigen: ein Balken, sechzehn Marken.',
    },
    response: {
      title: 'Die Antwort finden',
      prose: [
        'Jedes [Event](event) hat eine `id` und trägt eine JSON-RPC-Nachricht. Sechzehn melden den Fortschritt. Eines ist die Antwort auf den Aufruf, und es beendet den Stream.',
      ],
      act: 'Wähle das Event aus, das die Antwort trägt.',
      goal: 'Das Event mit der Antwort auswählen',
      spec: 'Der Stream soll die Antwort enthalten und danach enden.',
      hints: ['Sieh am Ende des Speichers nach, rechts.', 'Es ist das Event nach Zeile 16: `call-2/17`.'],
      notes:
        'Fortschritt und Antwort teilen sich einen Stream und eine Art von Frame. Wer nur das letzte Event liest, hat seine Antwort; wer es nie sieht, wartet für immer.',
    },
  },
  messages: {
    'one-request': 'Eine: {id}, ein {method}, trug {rows} und die Antwort.',
    'several-requests': 'Diesmal {used}: Die erste wurde getrennt, die anderen setzten sie fort.',
    'was-cut': 'der Stream nach {rows} getrennt wurde.',
    'all-on-one': '{rows} und die Antwort, alles auf {id}.',
    'no-answer-yet': 'der Aufruf noch keine Antwort hat.',
    'none-selected': 'kein Event des Aufrufs ausgewählt ist.',
    'selected-response': '{key} ist die Antwort: das letzte Event seines Streams.',
    'selected-row': 'du {key} ausgewählt hast; es trägt Zeile {progress}.',
    'selected-neither': 'du {key} ausgewählt hast; es trägt weder Zeile noch Antwort.',
  },
} satisfies Translation<typeof en>

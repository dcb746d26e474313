/** Lesson 2 in German. */

import type { en } from '../../../en/lessons/01-06/02-pull-the-plug'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Was weg ist, wenn das Netz weg ist.',
  summary:
    'Zieh den Stecker bei einem Server, der nichts speichert. Das Werkzeug arbeitet weiter, und was es inzwischen sendet, ist verloren.',
  steps: {
    cut: {
      title: 'Trennen',
      prose: [
        'Dasselbe Werkzeug, dasselbe Bild. Aber dieser Server behält keine Events: Er schickt jedes an die Verbindung, die gerade offen ist, und vergisst es.',
      ],
      act: 'Starte das Werkzeug und zieh den Stecker, während es malt.',
      question: 'Das Netz fällt aus. Was macht das Werkzeug?',
      choices: { 'goes-on': 'Es malt weiter', stops: 'Es hört auf', waits: 'Es wartet auf den Client' },
      goal: 'Den Stream trennen, während das Werkzeug malt',
      spec: 'Eine unterbrochene Verbindung soll nicht als Abbruch der Anfrage verstanden werden.',
      hints: ['Zieh vor Zeile 16. Du hast sechs Sekunden.', 'Starten, fünf Zeilen abwarten, **Stecker ziehen** drücken.'],
      notes:
        'Der Aufruf scheitert beim Client sofort, weil es keine Event-ID zum Fortsetzen gibt. Der Server weiß nichts davon und malt weiter. Ein Netzausfall ist kein Abbruch.',
    },
    back: {
      title: 'Wieder einstecken',
      prose: [
        'Das Werkzeug malt weiter, aber niemand empfängt die Zeilen. Die Zeilen mit Loch wurden nach dem Schnitt gesendet. Dieser Server hat keinen Event-Speicher, also hat sie niemand.',
      ],
      act: 'Lass das Werkzeug fertig malen, dann steck den Stecker ein.',
      question: 'Welche Zeilen kommen zurück?',
      choices: { none: 'Keine', all: 'Alle verpassten', last: 'Nur das fertige Bild' },
      goal: 'Sehen, was nach dem Schnitt zurückkommt: nichts',
      spec: 'Fortsetzen ist eine Möglichkeit: Ein Server darf seinen Events IDs geben, damit ein gerissener Stream fortgesetzt werden kann.',
      hints: [
        'Die Zahl unter **verloren** wächst, bis das Werkzeug fertig ist.',
        'Warte, bis 17 Nachrichten gesendet sind, dann drücke **Stecker einstecken**.',
      ],
      notes:
        'Was sieht, wer diesen Client benutzt? Einen Fehler, obwohl die Arbeit getan ist. Neu aufrufen malt alles noch einmal. Bei einem Bild ist das langweilig, bei einer Zahlung nicht.',
    },
  },
  messages: {
    'went-on': 'Es malte weiter: {rows} nach dem Schnitt gesendet, an niemanden.',
    'cut-after': 'Getrennt nach {rows}; bisher {lost} verloren.',
    'nothing-sent-since': 'der Server seit dem Schnitt nichts gesendet hat.',
    'none-came-back': 'Keine: {ids} sind verloren, auch die Antwort.',
    'still-painting': 'das Werkzeug noch malt; bisher {lost} verloren.',
    'lost-for-good': 'Der Stecker ist drin, und {lost} Nachrichten sind endgültig verloren.',
  },
} satisfies Translation<typeof en>

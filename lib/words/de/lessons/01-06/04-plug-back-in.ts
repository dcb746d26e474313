/** Lesson 4 in German. */

import type { en } from '../../../en/lessons/01-06/04-plug-back-in'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Es kam zurück.',
  summary: 'Ein GET mit Last-Event-ID setzt den Stream fort: Der Server liefert nach, was nach dieser ID kam, und macht live weiter.',
  steps: {
    resume: {
      title: 'Wieder einstecken',
      prose: [
        'Dieser Server [speichert](stored) jedes Event. Trenne den Stream, lass ein paar Zeilen auflaufen und steck den Stecker ein: Der Client sendet ein GET mit den zwei behaltenen Headern.',
      ],
      act: 'Starten, ziehen, drei fehlende Zeilen abwarten, einstecken.',
      question: 'Der Client sendet `Last-Event-ID`. Welche Zeilen sendet der Server?',
      choices: {
        all: 'Alle Zeilen noch einmal, ab Zeile 1',
        after: 'Die Zeilen nach dieser ID, dann neue, wie sie kommen',
        new: 'Nur neue Zeilen',
      },
      goal: 'Das Bild nach einem Schnitt füllen, keine Zeile doppelt',
      spec: 'Zum Fortsetzen soll der Client ein GET mit Last-Event-ID senden; der Server darf dann nachliefern, was danach auf diesem Stream kam.',
      hints: [
        'Es muss etwas fehlen, bevor etwas zurückkommen kann.',
        'Bei Zeile 5 ziehen, einstecken, wenn die Rechnung „fehlend 3“ zeigt.',
      ],
      notes:
        'Derselbe Stream, eine neue Verbindung. Es ist ein GET, obwohl der Stream als POST begann; das Werkzeug wird nicht neu aufgerufen. „Wire“ öffnen und die Anfrage vorlesen.',
    },
    twice: {
      title: 'Noch einmal',
      prose: [
        'Eine [Sitzung](session) lebt über jeden Schnitt weiter. Ein [Stream](stream) ist die Antwort auf eine Anfrage und lebt auch weiter. Nur die Verbindung stirbt: Dieser Lauf hat bisher {connections} gebraucht.',
      ],
      act: 'Trenne denselben Lauf zweimal und füll das Bild trotzdem.',
      question: 'Nach zwei Schnitten: Wie viele Sitzungen, Streams und Verbindungen hat der Aufruf gebraucht?',
      choices: {
        'three-each': '3 Sitzungen, 3 Streams, 3 Verbindungen',
        'one-one-three': '1 Sitzung, 1 Stream, 3 Verbindungen',
        'one-three-three': '1 Sitzung, 3 Streams, 3 Verbindungen',
      },
      goal: 'Zwei Schnitte, eine Antwort, keine Zeile doppelt',
      spec: 'Das gilt für jeden Stream, egal wodurch er begann: Fortgesetzt wird immer mit GET.',
      hints: [
        'Zieh wieder, sobald nach dem ersten Nachliefern Zeilen kommen.',
        'Bei Zeile 4 ziehen, einstecken, bei Zeile 9 ziehen, einstecken.',
      ],
      notes:
        'Sitzung, Stream, Verbindung: drei Namen für drei Dinge, und die meisten Fehler hier verwechseln zwei davon. Auf der Zeitachse zählen lassen.',
    },
  },
  messages: {
    'replayed-after': '{id} sendete {lastEventId}; nachgeliefert: {ids}.',
    'nothing-to-replay': 'dazwischen nichts gespeichert wurde und also nichts zurückkam.',
    'came-back': '{events} kamen zurück: {ids}. Das Werkzeug wurde {times} aufgerufen.',
    counted: '1 Sitzung, 1 Stream, {answered} Verbindungen.',
    'whole-after-cuts': '{cuts}; fortgesetzt nach {resumedAfter}; {rows}, jede einmal.',
  },
} satisfies Translation<typeof en>

/** Lesson 10 in German. */

import type { en } from '../../../en/lessons/07-12/10-leaving'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Gehen, geordnet oder nicht.',
  summary:
    'Eine Seite wird neu geladen, ein Client stürzt ab, eine ID wird zu spät gesichert. Was wieder aufgenommen wird, und warum Events doppelt ankommen können.',
  steps: {
    reload: {
      title: 'Die Seite neu laden',
      prose: [
        'Neu laden ist ein harter Schnitt: Die Verbindungen gehen, und alles, was der Client im Speicher hatte. Was er gesichert hat, bleibt: die [Sitzung](session) und eine [`Last-Event-ID`](last-event-id) für den Aufruf.',
      ],
      act: 'Starten und die Seite neu laden, während das Werkzeug malt.',
      question: 'Die neue Seite kennt nur, was gesichert war. Bekommt sie die Antwort?',
      choices: { yes: 'Ja, die Antwort auf den alten Aufruf', again: 'Nur mit einem neuen Aufruf', no: 'Nein' },
      goal: 'Mittendrin neu laden und die Antwort trotzdem bekommen',
      spec: 'Trennen ist nicht Abbrechen: Ein Client, der aufhören will, muss es sagen.',
      hints: ['Der Neu-laden-Knopf des Browsers tut dasselbe.', 'Starten, bei Zeile 4 **Den Client neu laden** drücken, warten.'],
      offers: { reload: 'Den Client neu laden' },
      notes:
        'Dafür muss man etwas mehr sichern als zwei Header: welche Anfrage der Stream beantwortet. Frage: Wohin schreibt es eine Handy-App oder ein Kommandozeilenprogramm?',
    },
    late: {
      title: 'Zu spät gesichert',
      prose: [
        'Ein Client, der seine ID nur ab und zu sichert, kommt mit einer alten zurück. Der Server kann nicht wissen, dass spätere Events schon da waren. Er sendet sie noch einmal.',
      ],
      act: 'Ab Zeile 5 ziehen, eine alte ID nehmen, einstecken.',
      question: 'Die ID ist drei Events alt. Was kommt an?',
      choices: { hole: 'Drei Events sind verloren', twice: 'Drei Events kommen doppelt an', refused: 'Der Server lehnt ab' },
      goal: 'Events doppelt ankommen lassen und keines verlieren',
      spec: 'Der Server liefert nach, was nach der genannten ID kam; nur der Client weiß, was er hatte.',
      hints: [
        'Die alte ID muss eine sein, die der Client schon hatte.',
        'Bei Zeile 5 ziehen, **Die ID von vor drei Events nehmen** drücken, einstecken.',
      ],
      offers: { 'old-id': 'Die ID von vor drei Events nehmen' },
      notes:
        'Das ist Zustellung „mindestens einmal“. „Genau einmal“ gibt es auf der Leitung nicht; es entsteht beim Empfänger, der sich IDs merkt.',
    },
    drop: {
      title: 'Bekanntes weglassen',
      prose: [
        'Jedes Event hat eine ID, also lässt sich eine Wiederholung erkennen. Ein Client, der sich gesehene IDs merkt, hält die zweite Kopie von der Anwendung fern. Auf der Leitung kommt sie trotzdem zweimal.',
      ],
      act: 'Mach dasselbe mit einem Client, der sich IDs merkt.',
      goal: 'Zweimal auf der Leitung, einmal in der Anwendung',
      spec: 'Event-IDs müssen über alle Streams einer Sitzung eindeutig sein, also verraten sie eine Wiederholung.',
      hints: [
        'Dieselben drei Handgriffe wie eben; nur der Client ist ein anderer.',
        'Bei Zeile 5 ziehen, **Die ID von vor drei Events nehmen** drücken, einstecken.',
      ],
      offers: { 'old-id': 'Die ID von vor drei Events nehmen' },
      notes:
        'IDs zu merken kostet Speicher; sind sie geordnet, reicht die höchste pro Stream. Für Arbeit mit Wirkung muss die Anfrage selbst wiederholbar sein.',
    },
  },
  messages: {
    'yes-resumed': 'Ja: fortgesetzt nach {lastEventId}, das Werkzeug wurde {times} aufgerufen.',
    'call-failed': 'Der Aufruf scheiterte.',
    'answered-before-reload': 'die Antwort vor dem Neuladen kam.',
    'not-reloaded-yet': 'die Seite noch nicht neu geladen wurde; bisher {rows}.',
    'ended-without-result': 'der Aufruf ohne Ergebnis endete.',
    'no-response-on-new-page': 'die Antwort auf der neuen Seite noch nicht angekommen ist.',
    'answered-after-reload': 'Ein neuer Client, zwei gesicherte Header, und die Antwort auf den alten Aufruf, nach {lastEventId}.',
    'not-resumed': 'der Aufruf nicht fortgesetzt wurde.',
    'arrived-twice': '{ids} kamen doppelt an.',
    'twice-and-none-missing': '{events} kamen doppelt an ({ids}), keines fehlt.',
    'each-once': 'jedes Event einmal ankam.',
    'none-twice-yet': 'noch kein Event doppelt angekommen ist.',
    dropped: 'Vor der Anwendung weggelassen: {dropped}.',
    'no-response-yet': 'die Antwort noch nicht angekommen ist.',
    'nothing-twice': 'nichts doppelt ankam.',
    'none-dropped-yet': 'noch keine Wiederholung weggelassen wurde.',
  },
} satisfies Translation<typeof en>

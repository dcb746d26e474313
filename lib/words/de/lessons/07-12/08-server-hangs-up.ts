/** Lesson 8 in German. */

import type { en } from '../../../en/lessons/07-12/08-server-hangs-up'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Wenn der Server auflegt.',
  summary:
    'Ein Server darf eine Verbindung schließen und den Stream behalten. Er sagt, wie lange zu warten ist, und der Client kommt wieder: Polling.',
  steps: {
    poll: {
      title: 'Geschlossen, nicht beendet',
      prose: [
        'Diesmal ist nichts kaputt. Ein Server mit vielen Clients schließt eine Verbindung, die wenig zu sagen hat, nachdem er eine ID gesendet hat. Der [Stream](stream) geht ohne sie weiter. Das Feld `retry` sagt, wie viele Millisekunden der Client wartet, bevor er wieder fragt.',
      ],
      act: 'Lass den Server die Verbindung schließen, während das Werkzeug malt.',
      question: 'Die Verbindung endete ordentlich, ohne die Antwort. Was macht der Client?',
      choices: { fails: 'Er meldet einen Fehler', calls: 'Er ruft das Werkzeug neu auf', polls: 'Er wartet und setzt dann mit GET fort' },
      goal: 'Der Server schließt, der Client kommt wieder, das Bild ist voll',
      spec: 'Nachdem eine ID gesendet wurde, darf der Server die Verbindung schließen, ohne den Stream zu beenden; der Client soll dann durch Wiederverbinden pollen.',
      hints: [
        'Der Stecker bleibt drin. Der Knopf oben gehört dem Server.',
        'Starten, bei Zeile 4 **Der Server schließt die Verbindung** drücken, warten.',
      ],
      offers: { 'polite-close': 'Der Server schließt die Verbindung' },
      notes:
        'Für den Client sehen höfliches Schließen und ein Schnitt fast gleich aus: Der Stream hat noch keine Antwort. Darum reicht ein Mechanismus für beides.',
    },
    impatient: {
      title: 'Ein Client, der nicht warten kann',
      prose: [
        'Der Client muss das `retry` des Servers einhalten. Würden sich tausend Clients sofort wieder verbinden, nachdem der Server ihre Verbindungen geschlossen hat, ginge es dem Server schlechter als mit offenen Verbindungen.',
      ],
      act: 'Mach den Client ungeduldig, starte und lass den Server schließen.',
      goal: 'Den Client ertappen, wie er vor der Zeit zurückkommt',
      spec: 'Der Server soll vor dem Schließen retry senden; der Client muss sich daran halten.',
      hints: [
        'Zwei Knöpfe: einer vor dem Start, einer, während das Werkzeug malt.',
        'Drücke **Den Client ungeduldig machen**, starte, drücke bei Zeile 4 **Der Server schließt die Verbindung**.',
      ],
      offers: { impatient: 'Den Client ungeduldig machen', 'polite-close': 'Der Server schließt die Verbindung' },
      notes:
        'Rechnen lassen: tausend Clients mit einer Sekunde retry, gegen tausend ohne. Die Wartezeit auf der Bühne anhalten, um darüber zu reden.',
    },
  },
  messages: {
    'asked-later': '{id} endete; {wait} s später fragte {nextId} nach {lastEventId}.',
    'answered-before-close': 'die Antwort kam, bevor der Server etwas schloss.',
    'not-closed-yet': 'der Server noch keine Verbindung des Aufrufs geschlossen hat.',
    'closed-and-resumed': 'Vom Server geschlossen, {times} fortgesetzt, nichts verloren. Du hast {cutsMade} getrennt.',
    'not-back-yet': 'der Client noch nicht zurückgekommen ist.',
    'waited-long-enough': 'er {wait} s gewartet hat, und retry sagt {retry} s.',
    'came-too-early': '{id} kam nach {wait} ms; retry sagt {retry} ms.',
    'cuts-made': '{n} Mal',
  },
} satisfies Translation<typeof en>

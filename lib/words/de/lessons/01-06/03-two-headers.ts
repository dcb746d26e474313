/** Lesson 3 in German. */

import type { en } from '../../../en/lessons/01-06/03-two-headers'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Zwei Header überleben.',
  summary: 'Was der Client behalten muss: einmal Mcp-Session-Id, und für jeden Stream die ID des letzten Events, das er gesehen hat.',
  steps: {
    keep: {
      title: 'Zusehen, was bleibt',
      prose: [
        'Unter dem Bild hängen die Schilder: was dieser Client behält. [`Mcp-Session-Id`](session) kam einmal, mit der Antwort auf initialize. [`Last-Event-ID`](last-event-id) ist die ID des neuesten Events, eine für jeden [Stream](stream).',
      ],
      act: 'Starte das Werkzeug, beobachte die Schilder und zieh den Stecker.',
      question: 'Wann ändert der Client `Last-Event-ID`?',
      choices: { once: 'Einmal, wenn der Stream beginnt', event: 'Mit jedem Event, das ankommt', cut: 'Wenn die Verbindung reißt' },
      goal: 'Den Stecker ziehen und beide Header noch haben',
      spec: 'Ein Client, der eine Sitzungs-ID bekam, muss sie mit jeder weiteren Anfrage senden.',
      hints: [
        'Ein Schild bleibt gleich, eines ändert sich mit jeder Zeile.',
        'Starten, ein paar Zeilen abwarten, **Stecker ziehen** drücken, die Schilder ansehen.',
      ],
      notes:
        'Wer die ID erst notiert, wenn die Verbindung reißt, kommt zu spät: Ein Absturz lässt keine Zeit. Mit jedem Event sichern, dort, wo es überlebt.',
    },
    name: {
      title: 'Das Event finden, das sie nennt',
      prose: [
        'Der Stecker ist draußen, und die Schilder ändern sich nicht. `Last-Event-ID` ist {last-id}: nicht das neueste Event des Servers, sondern das letzte, das dieser Client sah. Der Server hat {stored} [gespeichert](stored).',
      ],
      act: 'Wähle bei gezogenem Stecker das Event aus, das `Last-Event-ID` nennt.',
      goal: 'Das Event auswählen, das Last-Event-ID nennt',
      spec: 'Event-IDs sind eine Marke innerhalb eines Streams.',
      hints: [
        'Lies das Schild vom Stream des Aufrufs und such diese ID im Speicher.',
        'Drücke auf den Wert am Schild oder auf die letzte angekommene Zeile.',
      ],
      notes:
        'Die ID ist das Lesezeichen des Clients, nicht des Servers. Der Server kann weit voraus sein. Diese Differenz ist alles, was noch einmal gesendet werden muss.',
    },
  },
  messages: {
    'with-every-event': 'Mit jedem Event: bisher {values} Werte, der letzte ist {lastId}. Der Schnitt änderte nichts.',
    'answered-before-cut': 'die Antwort vor dem Schnitt kam und nichts überleben musste.',
    'plug-is-in': 'der Stecker drin ist. Bisher behalten: {id}.',
    'cut-before-first-id': 'der Schnitt vor der ersten Event-ID kam.',
    'cut-before-first-row': 'erst {id} angekommen war, vor der ersten Zeile.',
    'kept-both': 'Behalten: Sitzung {session}… und {id}.',
    'plugged-in-again': 'der Stecker wieder drin ist und die ID weiterläuft.',
    'nothing-stored-since': 'seit dem Schnitt nichts gespeichert wurde.',
    'none-selected': 'kein Event des Aufrufs ausgewählt ist.',
    'selected-named': '{id}: Alles danach fehlt, alles bis dahin ist da.',
    'selected-unseen': 'du {key} ausgewählt hast; dieser Client hat es nie gesehen.',
    'selected-too-early': 'du {key} ausgewählt hast; es kamen noch spätere an.',
    'no-event-id': 'keine Event-ID',
  },
} satisfies Translation<typeof en>

/** Lesson 5 in German. */

import type { en } from '../../../en/lessons/01-06/05-stored-first'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Erst speichern, dann senden.',
  summary:
    'Die Seite des Servers: ein Event-Speicher. Ein Event, das vor dem Senden gespeichert wird, kann unzugestellt sein, aber nicht verloren.',
  steps: {
    'only-there': {
      title: 'Was nur der Server hat',
      prose: [
        'Die Wand rechts ist der Event-Speicher. Dort bekommt jede Nachricht ihre ID, wenn sie [gespeichert](stored) wird: bevor jemand versucht, sie zu senden, und egal, ob jemand verbunden ist.',
      ],
      act: 'Trenne den Stream und wähle ein Event aus, das nur der Server hat.',
      question: 'Der Stecker ist draußen. Wer gibt den neuen Events ihre IDs?',
      choices: {
        client: 'Der Client, wenn er zurück ist',
        send: 'Der Server, wenn er sie sendet',
        store: 'Der Server, wenn er sie speichert',
      },
      goal: 'Ein Event auswählen, das nur der Server hat',
      spec: 'Server dürfen Events eine ID geben; sie muss über alle Streams der Sitzung eindeutig sein.',
      hints: [
        'Zieh den Stecker und such rechts einen durchgestrichenen Ring.',
        'Drücke bei gezogenem Stecker die unterste Zeile im Speicher.',
      ],
      notes:
        'Der Speicher ist die Wahrheit; jede Verbindung liest nur daraus. Frage: Wo muss er liegen, wenn der Server auf drei Maschinen läuft?',
    },
    between: {
      title: 'Zwischen Speichern und Senden',
      prose: [
        'Der schlimmste Moment für einen Schnitt: Das Event ist gespeichert, und noch kein Byte davon geschrieben. Ein Server, der erst sendet und dann speichert, kann es endgültig verlieren. Dieser nicht.',
      ],
      act: 'Lass das Netz genau dann ausfallen, dann steck den Stecker wieder ein.',
      question: 'Gespeichert, nicht geschrieben, getrennt. Was wird aus dem Event?',
      choices: { lost: 'Es ist verloren', replayed: 'Es kommt zurück, wenn der Client fortsetzt', twice: 'Es kommt doppelt an' },
      goal: 'Zwischen Speichern und Senden trennen und das Bild trotzdem füllen',
      spec: 'Der Server darf die Nachrichten nachliefern, die nach der letzten Event-ID gesendet worden wären.',
      hints: [
        'Der Knopf oben wartet auf seinen Moment: Drücke ihn, während das Werkzeug malt.',
        'Starten, bei Zeile 4 den Knopf drücken, auf zwei fehlende warten, einstecken.',
      ],
      offers: { 'yank-stored-unwritten': 'Zwischen Speichern und Senden trennen' },
      notes:
        'Die Reihenfolge zählt: anhängen, dann schreiben. Der Transport des SDK macht es auch so. Ein Server, der das Event zum Senden aus einer Warteschlange nimmt, hat es verloren, wenn das Schreiben scheitert.',
    },
  },
  messages: {
    'stored-with-id': 'Der Speicher: {key} hat seine ID schon, und niemand ist verbunden.',
    'selected-unsent': '{key}: gespeichert, mit ID, und an niemanden gesendet.',
    'client-has-all': 'der Client alles hat.',
    'client-has-all-stored': 'der Client alles hat, was gespeichert ist.',
    'selected-received': 'der Client {key} auch hat.',
    'none-selected': 'keines der {missing} fehlenden Events ausgewählt ist.',
    'came-back-once': '{key} kam zurück, einmal, nach {lastEventId}.',
    'not-cut-between': 'nichts zwischen Speichern und Senden getrennt wurde.',
    'cut-elsewhere': 'dieser Lauf in einem anderen Moment getrennt wurde.',
    'stored-and-came-back': '{key} war gespeichert, nicht geschrieben, und kam zurück.',
    'nothing-came-back': 'nichts zurückkommen musste.',
  },
} satisfies Translation<typeof en>

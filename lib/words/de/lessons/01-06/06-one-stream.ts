/** Lesson 6 in German. */

import type { en } from '../../../en/lessons/01-06/06-one-stream'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Eine ID gehört zu einem Stream.',
  summary:
    'Eine Sitzung kann viele Streams haben, jeder mit seiner eigenen letzten Event-ID. Was zu einem gehört, wird nie auf einem anderen nachgeliefert.',
  steps: {
    'two-gets': {
      title: 'Zwei Streams, zwei GETs',
      prose: [
        'In diesem Kabel laufen zwei Adern. Eine ist die Antwort auf den Aufruf. Die andere ist der eigenständige [Stream](stream), mit GET geöffnet, für das, was der Server von sich aus sagt. Jeder hat seine eigene [`Last-Event-ID`](last-event-id).',
      ],
      act: 'Trenne beide mit einem Zug und steck den Stecker ein.',
      question: 'Wie viele Anfragen bringen beide Streams zurück?',
      choices: { one: 'Ein GET für die Sitzung', two: 'Ein GET für jeden Stream', post: 'Ein GET und noch einmal der POST' },
      goal: 'Beide Streams fortsetzen, jeden nach seiner ID',
      spec: 'Ein Client darf mehrere Streams offen halten; der Server sendet jede Nachricht nur auf einem davon.',
      hints: ['Zähl die Schilder, bevor du einsteckst.', 'Bei Zeile 4 ziehen, einstecken, die zwei GETs auf der Zeitachse lesen.'],
      notes:
        'Ein häufiger Fehler ist eine einzige Variable „lastEventId“ für den ganzen Client. Bei zwei Streams steht dort, was zuletzt kam, und der falsche wird fortgesetzt.',
    },
    stray: {
      title: 'Die falsche ID',
      prose: [
        'Und wenn ein Client sie verwechselt und den Rest des Bildes mit der ID des eigenständigen Streams verlangt? Der Server vertraut der ID. Die ID nennt den Stream und die Stelle darin.',
        'Der Client hält beim Ergebnis an: Die Lücken bleiben. **Wie behalten noch einmal fragen** sendet die eigene ID des Aufrufs.',
      ],
      act: 'Ziehen, die ID des anderen Streams an das Schild des Aufrufs hängen, einstecken.',
      question: 'Das GET des Aufrufs trägt die ID des anderen Streams. Was bringt es?',
      choices: { rows: 'Die fehlenden Zeilen', nothing: 'Keine Zeile des Bildes', all: 'Alles aus beiden Streams' },
      goal: 'Den Aufruf mit der ID des anderen Streams fortsetzen: Keine Zeile kommt',
      spec: 'Der Server darf keine Nachrichten nachliefern, die auf einem anderen Stream gesendet worden wären.',
      hints: [
        'Erst ziehen. Dann den Knopf oben benutzen, oder selbst auf das Schild schreiben.',
        'Bei Zeile 4 ziehen, den Knopf drücken, einstecken.',
      ],
      offers: { edit: 'Die ID des eigenständigen Streams nehmen' },
      notes:
        'Das MUST NOT schützt den Client: Events eines Streams auf einem anderen würden die falsche Anfrage beantworten. In 2025-11-25 sollen IDs sagen, zu welchem Stream sie gehören; unsere tun es.',
    },
  },
  messages: {
    'gets-after': '{resumed} GETs, nach {ids}.',
    'resumed-after': 'Fortgesetzt nach {ids}.',
    'none-resumed': 'noch kein Stream fortgesetzt ist.',
    'one-resumed': 'erst {names} fortgesetzt ist.',
    'stray-answered': '{id}, nach {lastEventId}, bekam {status} und brachte {got} Zeilen.',
    'resumed-with-own-id': 'der Aufruf mit seiner eigenen ID fortgesetzt wurde.',
    'would-send': 'der Stecker draußen ist; der Client würde {lastId} senden.',
    'plug-is-out': 'der Stecker draußen ist: Niemand kann antworten.',
    'no-answer-yet': '{id} noch keine Antwort hat.',
    'stray-got-no-row': '{id} fragte nach {lastEventId}. Der Server antwortete {status}, und keine Zeile kam. Es fehlen noch: {ids}.',
    'stray-got-no-row-then': '{id} fragte nach {lastEventId}. Der Server antwortete {status}, und keine Zeile kam darauf.',
  },
} satisfies Translation<typeof en>

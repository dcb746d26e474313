/** Lesson 12 in German. */

import type { en } from '../../../en/lessons/07-12/12-what-changed'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Was 2026-07-28 geändert hat.',
  summary:
    'Die Revision 2026-07-28 kennt keine Sitzungen und keine fortsetzbaren Streams. Was ein gerissener Stream dort bedeutet, was lange Arbeit stattdessen tut, und was überall gilt.',
  steps: {
    'no-resume': {
      title: 'Nichts fortzusetzen',
      prose: [
        'Du hast Revision 2025-11-25 gelernt. Die nächste, 2026-07-28, hat das entfernt: kein `initialize`, keine `Mcp-Session-Id`, kein GET-Stream, keine Event-IDs, keine `Last-Event-ID`. Ein gerissener Stream verliert die laufende Anfrage, und der Server behandelt die Trennung als Abbruch.',
        'Diese Bühne spricht sie nicht. Aber ein Lauf ohne Event-Log zeigt, was der Client sieht.',
      ],
      act: 'Starten und den Stream trennen, während das Werkzeug malt.',
      question: 'Keine Event-IDs. Welche Anfrage kann den Rest bringen?',
      choices: { get: 'Ein GET mit der Sitzungs-ID', none: 'Keine: Der Aufruf ist vorbei', post: 'Derselbe POST mit derselben Anfrage-ID' },
      goal: 'Eine Anfrage an einen gerissenen Stream verlieren',
      spec: 'Entfernt: Sitzungen (SEP-2567), fortsetzbare Streams und Event-IDs (SEP-2575).',
      hints: ['Derselbe Handgriff wie in Lektion 2.', 'Starten, bei Zeile 5 **Stecker ziehen** drücken.'],
      notes:
        'Ein Unterschied, den man aussprechen muss: In 2025-11-25 soll eine Trennung nicht als Abbruch gelten, in 2026-07-28 muss sie es. Unser Werkzeug malt weiter; ein Server der neuen Revision soll aufhören.',
    },
    reissue: {
      title: 'Neu fragen, oder einen Beleg haben',
      prose: [
        'Was macht ein Client dort? Er muss die Anfrage neu stellen, als neue mit neuer Anfrage-ID. Das Protokoll hat keinen Idempotenz-Schlüssel. Ob das Werkzeug gefahrlos zweimal laufen kann, kann also nur das Werkzeug sagen.',
        'Arbeit, die überleben muss, bekommt einen **Beleg**. Mit der Tasks-Erweiterung antwortet der Server sofort mit einer `taskId`, gespeichert, bevor er antwortet. Der Client behält die ID und fragt mit `tasks/get` nach, auch nach einem Absturz.',
      ],
      act: 'Frag neu: Lass das Werkzeug ohne Schnitt laufen und hol die Antwort.',
      question: 'Derselbe Aufruf noch einmal. Wer bezahlt die Arbeit von vorher?',
      choices: {
        nobody: 'Niemand: Der Server macht weiter, wo er war',
        again: 'Alles wird noch einmal gemacht, ab Zeile 1',
        half: 'Nur die fehlenden Zeilen werden gemalt',
      },
      goal: 'Die ganze Antwort mit einer neuen Anfrage holen',
      spec: 'Ein gerissener Antwort-Stream verliert die laufende Anfrage; der Client muss sie als neue Anfrage mit neuer ID stellen.',
      hints: ['Neu beginnen und den Stecker in Ruhe lassen.', 'Drücke **Neu beginnen**, dann den gelben Knopf, und warte auf Zeile 16.'],
      notes:
        'Ein Beleg ist dieselbe Idee ein Stockwerk höher: ein Name für Arbeit, vom Client behalten, vom Server gespeichert, bevor er antwortet. Zwei einfache Werkzeuge, start_job und get_job, leisten das in jeder Revision.',
    },
    'carries-over': {
      title: 'Was überall gilt',
      prose: [
        'Event-IDs und `Last-Event-ID` sind älter als MCP: Sie gehören zu Server-Sent Events, und jede Anwendung, die über HTTP streamt, kann sie nutzen. Nummeriere die Events. Speichere, bevor du sendest. Behalte die letzte ID, wo sie überlebt. Frag nach dem Rest.',
        'Hier ist eine Geschichte, Wort für Wort, wie ein Sprachmodell sie senden würde.',
      ],
      act: 'Trenne die Geschichte zweimal und lies sie trotzdem ganz.',
      goal: 'Zwei Schnitte, die ganze Geschichte, kein Wort doppelt',
      spec: 'HTML, Server-Sent Events: Ein Client, der sich neu verbindet, sendet die letzte Event-ID, die er sah.',
      hints: ['Das kannst du inzwischen ohne uns.', 'Ziehen, einstecken, und noch einmal, bevor die Geschichte endet.'],
      notes: 'Mit den vier Sätzen des Textes schließen, auswendig, von der Klasse. Sie sind der ganze Kurs.',
    },
  },
  messages: {
    'none-resumed': 'Keine: {resumes} Fortsetzungen gesendet, und der Aufruf scheiterte sofort.',
    'still-waits': 'der Client noch wartet.',
    'answered-before-cut': 'die Antwort vor dem Schnitt kam.',
    'request-lost': 'Die Anfrage ist nach {rows} verloren. Es gibt nichts, womit man nach dem Rest fragen könnte.',
    'all-again': 'Alles: {here} Zeilen auf {id}, angefangen mit Zeile 1.',
    'was-cut': 'dieser Lauf getrennt wurde und {lost} Nachrichten verloren sind.',
    'new-request': 'Ein neuer POST, {id}, Anfrage-ID {rpcId}: {here} Zeilen und die Antwort.',
    'two-cuts-whole': '{cuts}, {replayed} Events auf {acceptedResumes} neuen Verbindungen nachgeliefert, nichts verloren.',
  },
} satisfies Translation<typeof en>

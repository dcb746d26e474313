/**
 * Lesson 12: what revision 2026-07-28 changed. The stage speaks 2025-11-25; what the new revision asks of a client is done by hand
 * on a run without an event log, and the prose says so. Source: changelog of 2026-07-28; SEP-2567, SEP-2575, SEP-2663.
 */

import { spec } from '../../spec/sections'
import { counted, text } from '../../words/text'
import { CUT, done, judge, noLonger, notYet, pluggedIn, rows, started, wasCut, whole, withLog } from '../judge/judge'
import {
  acceptedResumes,
  connectionsOf,
  cutsOf,
  hasResult,
  isOut,
  isSettled,
  lostOf,
  missingOf,
  replayedOf,
  resumesOf,
  rowsHere,
} from '../judge/selectors'
import type { Lesson } from '../lesson'
import { BARE, PAINT } from '../setups'

export const whatChanged: Lesson = {
  slug: 'what-changed',
  title: text('What 2026-07-28 changed.', 'Was 2026-07-28 geändert hat.'),
  summary: text(
    'Revision 2026-07-28 has no sessions and no resumable streams. What a dropped stream means there, what long work does instead, and what stays true everywhere.',
    'Die Revision 2026-07-28 kennt keine Sitzungen und keine fortsetzbaren Streams. Was ein gerissener Stream dort bedeutet, was lange Arbeit stattdessen tut, und was überall gilt.',
  ),
  steps: [
    {
      id: 'no-resume',
      title: text('Nothing to resume', 'Nichts fortzusetzen'),
      prose: [
        text(
          'You have learned revision 2025-11-25. The next one, 2026-07-28, took it out: no `initialize`, no `Mcp-Session-Id`, no GET stream, no event ids, no `Last-Event-ID`. A broken stream loses the request that was under way, and the server treats the disconnect as cancellation.',
          'Du hast Revision 2025-11-25 gelernt. Die nächste, 2026-07-28, hat das entfernt: kein `initialize`, keine `Mcp-Session-Id`, kein GET-Stream, keine Event-IDs, keine `Last-Event-ID`. Ein gerissener Stream verliert die laufende Anfrage, und der Server behandelt die Trennung als Abbruch.',
        ),
        text(
          'This stage does not speak it. But a run without an event log shows what the client sees.',
          'Diese Bühne spricht sie nicht. Aber ein Lauf ohne Event-Log zeigt, was der Client sieht.',
        ),
      ],
      act: text('Start, and cut the stream while the tool paints.', 'Starten und den Stream trennen, während das Werkzeug malt.'),
      prediction: {
        question: text('No event ids. Which request can bring the rest?', 'Keine Event-IDs. Welche Anfrage kann den Rest bringen?'),
        choices: [
          { id: 'get', words: text('A GET with the session id', 'Ein GET mit der Sitzungs-ID') },
          { id: 'none', words: text('None: the call is over', 'Keine: Der Aufruf ist vorbei') },
          { id: 'post', words: text('The same POST with the same request id', 'Derselbe POST mit derselben Anfrage-ID') },
        ],
        answer: (run) => {
          if (cutsOf(run).length === 0 || !isSettled(run) || hasResult(run)) return undefined
          return {
            choice: 'none',
            shown: text(
              `None: ${resumesOf(run).length} resumes were sent, and the call failed at once.`,
              `Keine: ${resumesOf(run).length} Fortsetzungen gesendet, und der Aufruf scheiterte sofort.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('Lose a request to a broken stream', 'Eine Anfrage an einen gerissenen Stream verlieren'),
        judge: judge(started, withLog(false), wasCut(), (run) => {
          if (!isSettled(run)) return notYet(text('the client still waits.', 'der Client noch wartet.'))
          return hasResult(run)
            ? noLonger(text('the answer arrived before the cut.', 'die Antwort vor dem Schnitt kam.'))
            : done(
                text(
                  `The request is lost after ${rows(rowsHere(run)).en}. There is nothing to ask for the rest with.`,
                  `Die Anfrage ist nach ${rows(rowsHere(run)).de} verloren. Es gibt nichts, womit man nach dem Rest fragen könnte.`,
                ),
              )
        }),
      },
      spec: spec(
        'changes',
        text(
          'Removed: sessions (SEP-2567), stream resumability and event ids (SEP-2575).',
          'Entfernt: Sitzungen (SEP-2567), fortsetzbare Streams und Event-IDs (SEP-2575).',
        ),
      ),
      hints: [
        text('Same act as in lesson 2.', 'Derselbe Handgriff wie in Lektion 2.'),
        text('Start, press **Pull the plug** at row 5.', 'Starten, bei Zeile 5 **Stecker ziehen** drücken.'),
      ],
      setup: BARE,
      solution: [{ do: 'start' }, { do: 'pull', when: (run) => rowsHere(run) >= 5 }],
      notes: text(
        'One difference to say aloud: in 2025-11-25 a disconnect should not be read as cancellation, in 2026-07-28 it must be. Our tool paints on; a server of the new revision should stop.',
        'Ein Unterschied, den man aussprechen muss: In 2025-11-25 soll eine Trennung nicht als Abbruch gelten, in 2026-07-28 muss sie es. Unser Werkzeug malt weiter; ein Server der neuen Revision soll aufhören.',
      ),
    },
    {
      id: 'reissue',
      title: text('Ask again, or hold a handle', 'Neu fragen, oder einen Beleg haben'),
      prose: [
        text(
          'What does a client do there? It must issue the request again, as a new one with a new request id. There is no idempotency key in the protocol: whether doing it twice is safe, the tool has to say.',
          'Was macht ein Client dort? Er muss die Anfrage neu stellen, als neue mit neuer Anfrage-ID. Einen Idempotenz-Schlüssel hat das Protokoll nicht: Ob zweimal ungefährlich ist, muss das Werkzeug sagen.',
        ),
        text(
          'Work that must survive gets a **handle**. With the tasks extension the server answers at once with a `taskId`, stored before it answers. The client keeps the id and polls `tasks/get`, after a crash too.',
          'Arbeit, die überleben muss, bekommt einen **Beleg**. Mit der Tasks-Erweiterung antwortet der Server sofort mit einer `taskId`, gespeichert, bevor er antwortet. Der Client behält die ID und fragt mit `tasks/get` nach, auch nach einem Absturz.',
        ),
      ],
      act: text(
        'Ask again: run the tool without a cut, and get the answer.',
        'Frag neu: Lass das Werkzeug ohne Schnitt laufen und hol die Antwort.',
      ),
      prediction: {
        question: text(
          'The same call a second time. Who pays for the work done before?',
          'Derselbe Aufruf noch einmal. Wer bezahlt die Arbeit von vorher?',
        ),
        choices: [
          { id: 'nobody', words: text('Nobody: the server goes on where it was', 'Niemand: Der Server macht weiter, wo er war') },
          { id: 'again', words: text('All of it is done again, from row 1', 'Alles wird noch einmal gemacht, ab Zeile 1') },
          { id: 'half', words: text('Only the missing rows are painted', 'Nur die fehlenden Zeilen werden gemalt') },
        ],
        answer: (run) => {
          if (!hasResult(run) || cutsOf(run).length > 0 || run.snapshot.session?.resumable !== false) return undefined
          return {
            choice: 'again',
            shown: text(
              `All of it: ${rowsHere(run)} rows on ${connectionsOf(run)[0]?.id}, beginning with row 1.`,
              `Alles: ${rowsHere(run)} Zeilen auf ${connectionsOf(run)[0]?.id}, angefangen mit Zeile 1.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('Get the whole answer with a new request', 'Die ganze Antwort mit einer neuen Anfrage holen'),
        judge: judge(
          started,
          withLog(false),
          (run) =>
            cutsOf(run).length > 0
              ? noLonger(
                  text(
                    `this run was cut, and ${lostOf(run).length} messages are lost.`,
                    `dieser Lauf getrennt wurde und ${lostOf(run).length} Nachrichten verloren sind.`,
                  ),
                )
              : undefined,
          whole,
          (run) => {
            const post = connectionsOf(run)[0]
            return done(
              text(
                `A new POST, ${post?.id}, request id ${post?.rpc?.id}: ${rowsHere(run)} rows and the response.`,
                `Ein neuer POST, ${post?.id}, Anfrage-ID ${post?.rpc?.id}: ${rowsHere(run)} Zeilen und die Antwort.`,
              ),
            )
          },
        ),
      },
      spec: spec(
        'changes',
        text(
          'A broken response stream loses the request in flight; the client must re-issue it as a new request with a new id.',
          'Ein gerissener Antwort-Stream verliert die laufende Anfrage; der Client muss sie als neue Anfrage mit neuer ID stellen.',
        ),
      ),
      hints: [
        text('Start again, and leave the plug alone.', 'Neu beginnen und den Stecker in Ruhe lassen.'),
        text(
          'Press **Start again**, then the yellow button, and wait for row 16.',
          'Drücke **Neu beginnen**, dann den gelben Knopf, und warte auf Zeile 16.',
        ),
      ],
      setup: BARE,
      solution: [{ do: 'start' }],
      notes: text(
        'A handle is the same idea one floor up: a name for work, kept by the client, stored by the server before it answers. Two plain tools, start_job and get_job, do it in any revision.',
        'Ein Beleg ist dieselbe Idee ein Stockwerk höher: ein Name für Arbeit, vom Client behalten, vom Server gespeichert, bevor er antwortet. Zwei einfache Werkzeuge, start_job und get_job, leisten das in jeder Revision.',
      ),
    },
    {
      id: 'carries-over',
      title: text('What stays true', 'Was überall gilt'),
      prose: [
        text(
          'Event ids and `Last-Event-ID` are older than MCP: they belong to server-sent events, and every application that streams over HTTP can use them. Number the events. Store before you send. Keep the last id where it survives. Ask for the rest.',
          'Event-IDs und `Last-Event-ID` sind älter als MCP: Sie gehören zu Server-Sent Events, und jede Anwendung, die über HTTP streamt, kann sie nutzen. Nummeriere die Events. Speichere, bevor du sendest. Behalte die letzte ID, wo sie überlebt. Frag nach dem Rest.',
        ),
        text(
          'Here is a story, word by word, as a language model would send it.',
          'Hier ist eine Geschichte, Wort für Wort, wie ein Sprachmodell sie senden würde.',
        ),
      ],
      act: text('Cut the story twice, and still read all of it.', 'Trenne die Geschichte zweimal und lies sie trotzdem ganz.'),
      goal: {
        sentence: text('Two cuts, the whole story, no word twice', 'Zwei Schnitte, die ganze Geschichte, kein Wort doppelt'),
        judge: judge(started, withLog(true), wasCut(2), pluggedIn, whole, (run) =>
          done(
            text(
              `${counted(cutsOf(run).length, CUT).en}, ${replayedOf(run).length} events replayed on ${acceptedResumes(run).length} new connections, nothing lost.`,
              `${counted(cutsOf(run).length, CUT).de}, ${replayedOf(run).length} Events auf ${acceptedResumes(run).length} neuen Verbindungen nachgeliefert, nichts verloren.`,
            ),
          ),
        ),
      },
      spec: spec(
        'lastEventId',
        text(
          'HTML, server-sent events: a client that reconnects sends the last event ID it saw.',
          'HTML, Server-Sent Events: Ein Client, der sich neu verbindet, sendet die letzte Event-ID, die er sah.',
        ),
      ),
      hints: [
        text('You can do this without us by now.', 'Das kannst du inzwischen ohne uns.'),
        text('Pull, plug in, and once more before the story ends.', 'Ziehen, einstecken, und noch einmal, bevor die Geschichte endet.'),
      ],
      setup: { ...PAINT, tool: 'tell_story', delay: 150 },
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 5 },
        { do: 'push', when: (run) => missingOf(run).length >= 2 },
        { do: 'pull', when: (run) => !isOut(run) && replayedOf(run).length > 0 && missingOf(run).length === 0 && rowsHere(run) >= 12 },
        { do: 'push', when: (run) => isOut(run) && cutsOf(run).length >= 2 },
      ],
      notes: text(
        'End with the four sentences of the text, from memory, by the class. They are the whole course.',
        'Mit den vier Sätzen des Textes schließen, auswendig, von der Klasse. Sie sind der ganze Kurs.',
      ),
    },
  ],
}

/** Lesson 2: the same cut on a server that keeps nothing. What is not received is lost. */

import { spec } from '../../spec/sections'
import { text } from '../../words/text'
import { done, judge, notYet, pluggedIn, rows, started, wasCut, withLog } from '../judge/judge'
import { idsOf, isCompleted, isOut, lostOf, rowsHere } from '../judge/selectors'
import type { Lesson } from '../lesson'
import { BARE } from '../setups'

export const pullThePlug: Lesson = {
  slug: 'pull-the-plug',
  title: text('What is gone when the network goes.', 'Was weg ist, wenn das Netz weg ist.'),
  summary: text(
    'Pull the plug on a server that stores nothing. The tool goes on working, and what it sends in the meantime is lost.',
    'Zieh den Stecker bei einem Server, der nichts speichert. Das Werkzeug arbeitet weiter, und was es inzwischen sendet, ist verloren.',
  ),
  steps: [
    {
      id: 'cut',
      title: text('Cut it', 'Trennen'),
      prose: [
        text(
          'Same tool, same picture. But this server keeps no events: it sends each one to whatever connection is open, and forgets it.',
          'Dasselbe Werkzeug, dasselbe Bild. Aber dieser Server behält keine Events: Er schickt jedes an die Verbindung, die gerade offen ist, und vergisst es.',
        ),
      ],
      act: text('Start the tool, and pull the plug while it paints.', 'Starte das Werkzeug und zieh den Stecker, während es malt.'),
      prediction: {
        question: text('The network goes. What does the tool do?', 'Das Netz fällt aus. Was macht das Werkzeug?'),
        choices: [
          { id: 'goes-on', words: text('It goes on painting', 'Es malt weiter') },
          { id: 'stops', words: text('It stops', 'Es hört auf') },
          { id: 'waits', words: text('It waits for the client', 'Es wartet auf den Client') },
        ],
        answer: (run) => {
          const lost = lostOf(run)
          if (run.snapshot.session?.resumable !== false || lost.length === 0) return undefined
          return {
            choice: 'goes-on',
            shown: text(
              `It went on: ${rows(lost.length).en} sent after the cut, to nobody.`,
              `Es malte weiter: ${rows(lost.length).de} nach dem Schnitt gesendet, an niemanden.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('Cut the stream while the tool is painting', 'Den Stream trennen, während das Werkzeug malt'),
        judge: judge(started, withLog(false), wasCut(), (run) => {
          const lost = lostOf(run)
          return lost.length > 0
            ? done(
                text(
                  `Cut after ${rows(rowsHere(run)).en}; ${lost.length} lost so far.`,
                  `Getrennt nach ${rows(rowsHere(run)).de}; bisher ${lost.length} verloren.`,
                ),
              )
            : notYet(text('the server has sent nothing since the cut.', 'der Server seit dem Schnitt nichts gesendet hat.'))
        }),
      },
      spec: spec(
        'sending',
        text(
          'A disconnection should not be understood as the client cancelling its request.',
          'Eine unterbrochene Verbindung soll nicht als Abbruch der Anfrage verstanden werden.',
        ),
      ),
      hints: [
        text('Pull before row 16. You have six seconds.', 'Zieh vor Zeile 16. Du hast sechs Sekunden.'),
        text('Start, wait for five rows, press **Pull the plug**.', 'Starten, fünf Zeilen abwarten, **Stecker ziehen** drücken.'),
      ],
      setup: BARE,
      solution: [{ do: 'start' }, { do: 'pull', when: (run) => rowsHere(run) >= 5 }],
      notes: text(
        'The call fails at once on the client, because there is no event id to resume with. The server does not know, and paints on. A network failure is not a cancellation.',
        'Der Aufruf scheitert beim Client sofort, weil es keine Event-ID zum Fortsetzen gibt. Der Server weiß nichts davon und malt weiter. Ein Netzausfall ist kein Abbruch.',
      ),
    },
    {
      id: 'back',
      title: text('Plug back in', 'Wieder einstecken'),
      prose: [
        text(
          'The tool paints on, into nothing. The rows with a hole were sent after the cut; there is no store on the right, so nobody has them.',
          'Das Werkzeug malt ins Leere weiter. Die Zeilen mit Loch wurden nach dem Schnitt gesendet; rechts steht kein Speicher, also hat sie niemand.',
        ),
      ],
      act: text('Let the tool finish, then plug back in.', 'Lass das Werkzeug fertig malen, dann steck den Stecker ein.'),
      prediction: {
        question: text('Which rows will come back?', 'Welche Zeilen kommen zurück?'),
        choices: [
          { id: 'none', words: text('None of them', 'Keine') },
          { id: 'all', words: text('All that were missed', 'Alle verpassten') },
          { id: 'last', words: text('Only the finished picture', 'Nur das fertige Bild') },
        ],
        answer: (run) => {
          const lost = lostOf(run)
          if (isOut(run) || !isCompleted(run) || lost.length === 0) return undefined
          return {
            choice: 'none',
            shown: text(
              `None: ${idsOf(lost, 'to')} are lost, the response among them.`,
              `Keine: ${idsOf(lost, 'bis')} sind verloren, auch die Antwort.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('See what comes back after the cut: nothing', 'Sehen, was nach dem Schnitt zurückkommt: nichts'),
        judge: judge(
          started,
          withLog(false),
          wasCut(),
          (run) =>
            isCompleted(run)
              ? undefined
              : notYet(
                  text(
                    `the tool is still painting; ${lostOf(run).length} lost so far.`,
                    `das Werkzeug noch malt; bisher ${lostOf(run).length} verloren.`,
                  ),
                ),
          pluggedIn,
          (run) => {
            const lost = lostOf(run)
            return done(
              text(
                `The plug is in, and ${lost.length} messages are lost for good.`,
                `Der Stecker ist drin, und ${lost.length} Nachrichten sind endgültig verloren.`,
              ),
            )
          },
        ),
      },
      spec: spec(
        'resumability',
        text(
          'Resuming is an option: a server may attach ids to its events so that a broken stream can be resumed.',
          'Fortsetzen ist eine Möglichkeit: Ein Server darf seinen Events IDs geben, damit ein gerissener Stream fortgesetzt werden kann.',
        ),
      ),
      hints: [
        text('The number under **lost** grows until the tool is done.', 'Die Zahl unter **verloren** wächst, bis das Werkzeug fertig ist.'),
        text(
          'Wait until 17 messages were sent, then press **Plug back in**.',
          'Warte, bis 17 Nachrichten gesendet sind, dann drücke **Stecker einstecken**.',
        ),
      ],
      setup: BARE,
      solution: [{ do: 'start' }, { do: 'pull', when: (run) => rowsHere(run) >= 5 }, { do: 'push', when: isCompleted }],
      notes: text(
        'Ask what the user of this client sees: an error, after work that was done to the end. Calling again paints everything a second time. For a picture that is dull; for a payment it is not.',
        'Was sieht, wer diesen Client benutzt? Einen Fehler, obwohl die Arbeit getan ist. Neu aufrufen malt alles noch einmal. Bei einem Bild ist das langweilig, bei einer Zahlung nicht.',
      ),
    },
  ],
}

/** Lesson 7: the priming event. An id before there is anything to say, so that even the earliest cut can be resumed. */

import { parseEventId } from '../../protocol/event-id'
import { spec } from '../../spec/sections'
import { text } from '../../words/text'
import { done, judge, noLonger, pluggedIn, rows, started, wasCut, whole, withLog } from '../judge/judge'
import { acceptedResumes, cutsOf, faultStruck, isOut, isSettled, messagesOf, rowsOf } from '../judge/selectors'
import type { Lesson, LessonRun } from '../lesson'
import { PAINT } from '../setups'

/** The connection of the call that was cut with headers and without an event. */
const cutBeforeAnyEvent = (run: LessonRun) =>
  cutsOf(run).find(({ frames, lastEventId }) => frames.length === 0 && lastEventId === undefined)

export const primingEvent: Lesson = {
  slug: 'priming-event',
  title: text('An id before the first word.', 'Eine ID vor dem ersten Wort.'),
  summary: text(
    'The priming event carries an id and nothing else. With it, a stream can be resumed that was cut before its first message.',
    'Das Priming-Event trägt eine ID und sonst nichts. Damit lässt sich ein Stream fortsetzen, der vor seiner ersten Nachricht riss.',
  ),
  steps: [
    {
      id: 'after',
      title: text('Cut before the first row', 'Vor der ersten Zeile getrennt'),
      prose: [
        text(
          'A cut can come before the first message. Then the client would have no id, and nothing to resume with. So the server begins each stream with an [event](event) that has an id and empty data: `call-2/0`.',
          'Ein Schnitt kann vor der ersten Nachricht kommen. Dann hätte der Client keine ID und nichts zum Fortsetzen. Darum beginnt der Server jeden Stream mit einem [Event](event), das eine ID und leere Daten hat: `call-2/0`.',
        ),
      ],
      act: text('Cut right after the priming event, and plug back in.', 'Trenne direkt nach dem Priming-Event und steck den Stecker ein.'),
      offers: [
        {
          words: text('Cut after the priming event', 'Nach dem Priming-Event trennen'),
          act: { do: 'fault', fault: 'yank-after-priming' },
        },
      ],
      prediction: {
        question: text('No row has arrived. What can the client send?', 'Keine Zeile ist angekommen. Was kann der Client senden?'),
        choices: [
          { id: 'nothing', words: text('No `Last-Event-ID`', 'Keine `Last-Event-ID`') },
          { id: 'zero', words: text('The id of the empty event', 'Die ID des leeren Events') },
          { id: 'one', words: text('The id of row 1', 'Die ID von Zeile 1') },
        ],
        answer: (run) => {
          const [resume] = acceptedResumes(run)
          if (!faultStruck(run, 'yank-after-priming') || !resume) return undefined
          const n = parseEventId(resume.lastEventId ?? '')?.n
          return {
            choice: n === 0 ? 'zero' : 'one',
            shown: text(`${resume.id} sent ${resume.lastEventId}.`, `${resume.id} sendete ${resume.lastEventId}.`),
          }
        },
      },
      goal: {
        sentence: text(
          'Fill the picture although no row arrived before the cut',
          'Das Bild füllen, obwohl vor dem Schnitt keine Zeile ankam',
        ),
        judge: judge(started, withLog(true), wasCut(), pluggedIn, whole, (run) => {
          const first = acceptedResumes(run).find(({ lastEventId }) => parseEventId(lastEventId ?? '')?.n === 0)
          return first
            ? done(
                text(
                  `Resumed after ${first.lastEventId}: all ${rows(rowsOf(run).length).en} came.`,
                  `Fortgesetzt nach ${first.lastEventId}: Alle ${rows(rowsOf(run).length).de} kamen.`,
                ),
              )
            : noLonger(
                text(
                  `a row had arrived before the cut (${acceptedResumes(run)[0]?.lastEventId ?? 'no id'}).`,
                  `vor dem Schnitt schon eine Zeile da war (${acceptedResumes(run)[0]?.lastEventId ?? 'keine ID'}).`,
                ),
              )
        }),
      },
      spec: spec(
        'sending',
        text(
          'The server should at once send an event with an id and an empty data field.',
          'Der Server soll sofort ein Event mit einer ID und leerem data-Feld senden.',
        ),
      ),
      hints: [
        text('A hand is too slow for this. Use the button, then start.', 'Eine Hand ist dafür zu langsam. Nimm den Knopf, dann starte.'),
        text(
          'Press **Cut after the priming event**, start, wait for missing rows, plug back in.',
          'Drücke **Nach dem Priming-Event trennen**, starte, warte auf fehlende Zeilen, steck ein.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'fault', fault: 'yank-after-priming' },
        { do: 'start' },
        { do: 'push', when: (run) => isOut(run) && messagesOf(run).length >= 3 },
      ],
      notes: text(
        'The ledger does not count priming events: they carry no message. The TypeScript SDK sends one only if there is an event store and the client speaks 2025-11-25 or later.',
        'Die Rechnung zählt Priming-Events nicht: Sie tragen keine Nachricht. Das TypeScript-SDK sendet eines nur, wenn es einen Event-Speicher gibt und der Client 2025-11-25 oder neuer spricht.',
      ),
    },
    {
      id: 'before',
      title: text('One moment earlier', 'Einen Moment früher'),
      prose: [
        text(
          'And before the priming event? The client has the headers of the answer and not one [event](event). By the specification it has no id then. This server repeats the first id in a header of its own, `x-first-event-id`, so that even this cut can be resumed.',
          'Und vor dem Priming-Event? Der Client hat die Header der Antwort und kein einziges [Event](event). Nach der Spezifikation hat er dann keine ID. Dieser Server wiederholt die erste ID in einem eigenen Header, `x-first-event-id`, damit sich auch dieser Schnitt fortsetzen lässt.',
        ),
      ],
      act: text('Cut before the priming event, and plug back in.', 'Trenne vor dem Priming-Event und steck den Stecker ein.'),
      offers: [
        {
          words: text('Cut before the priming event', 'Vor dem Priming-Event trennen'),
          act: { do: 'fault', fault: 'yank-before-priming' },
        },
      ],
      prediction: {
        question: text('No event at all has arrived. What becomes of the call?', 'Gar kein Event ist angekommen. Was wird aus dem Aufruf?'),
        choices: [
          { id: 'fails', words: text('It fails: there is no id to send', 'Er scheitert: Es gibt keine ID zu senden') },
          { id: 'resumed', words: text('It is resumed with the id from the header', 'Er wird mit der ID aus dem Header fortgesetzt') },
          { id: 'again', words: text('The client calls the tool again', 'Der Client ruft das Werkzeug neu auf') },
        ],
        answer: (run) => {
          const [resume] = acceptedResumes(run)
          if (!cutBeforeAnyEvent(run)) return undefined
          if (resume) {
            return {
              choice: 'resumed',
              shown: text(
                `Resumed after ${resume.lastEventId}; the tool was called once.`,
                `Fortgesetzt nach ${resume.lastEventId}; das Werkzeug wurde einmal aufgerufen.`,
              ),
            }
          }
          return isSettled(run)
            ? { choice: 'fails', shown: text('The call failed: no id had arrived.', 'Der Aufruf scheiterte: Keine ID war angekommen.') }
            : undefined
        },
      },
      goal: {
        sentence: text(
          'Fill the picture although not one event arrived before the cut',
          'Das Bild füllen, obwohl vor dem Schnitt kein Event ankam',
        ),
        judge: judge(started, withLog(true), wasCut(), pluggedIn, whole, (run) => {
          const cut = cutBeforeAnyEvent(run)
          const [resume] = acceptedResumes(run)
          return cut
            ? done(
                text(
                  `${cut.id} brought headers and no event; ${resume?.id} resumed after ${resume?.lastEventId}.`,
                  `${cut.id} brachte Header und kein Event; ${resume?.id} setzte nach ${resume?.lastEventId} fort.`,
                ),
              )
            : noLonger(text('an event had arrived before the cut.', 'vor dem Schnitt schon ein Event angekommen war.'))
        }),
      },
      spec: spec(
        'resumability',
        text(
          'Resuming needs an id the client has received. Without one, the specification offers no way back; the header is ours.',
          'Fortsetzen braucht eine ID, die der Client bekommen hat. Ohne sie kennt die Spezifikation keinen Weg zurück; der Header ist von uns.',
        ),
      ),
      hints: [
        text('Arm the cut first, then start the tool.', 'Erst den Schnitt scharf machen, dann das Werkzeug starten.'),
        text(
          'Press **Cut before the priming event**, then the yellow button, wait for missing rows, plug back in.',
          'Drücke **Vor dem Priming-Event trennen**, dann den gelben Knopf, warte auf fehlende Zeilen, steck ein.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'fault', fault: 'yank-before-priming' },
        { do: 'start' },
        { do: 'push', when: (run) => isOut(run) && messagesOf(run).length >= 3 },
      ],
      notes: text(
        'One gap stays open: a cut before the headers. The server may have the call or not, and the client cannot know. No protocol closes that gap; a call that is safe to repeat does.',
        'Eine Lücke bleibt: ein Schnitt vor den Headern. Der Server hat den Aufruf oder nicht, und der Client kann es nicht wissen. Kein Protokoll schließt sie; ein Aufruf, den man gefahrlos wiederholen kann, schon.',
      ),
    },
  ],
}

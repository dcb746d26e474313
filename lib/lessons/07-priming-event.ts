/** Lesson 7: the priming event. An id before there is anything to say, so that even the earliest cut can be resumed. */
import { text } from '../i18n/text'
import { parseEventId } from '../trace/event-id'
import { done, judge, noLonger, notYet, pluggedIn, rows, started, wasCut, whole, withLog } from './judging'
import type { Lesson } from './lesson'
import {
  acceptedResumes,
  callStream,
  connectionsOf,
  faultStruck,
  isOut,
  isSettled,
  lastId,
  messagesOf,
  replayedOf,
  rowsOf,
} from './reading'
import { PAINT } from './setups'
import { spec } from './spec'

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
          'And before the priming event? The server has the call and works on it. The client has sent a POST, and knows no id of its answer.',
          'Und vor dem Priming-Event? Der Server hat den Aufruf und arbeitet daran. Der Client hat einen POST gesendet und kennt keine ID der Antwort.',
        ),
      ],
      act: text(
        'Cut before the priming event, and see what the client can do.',
        'Trenne vor dem Priming-Event und sieh, was der Client tun kann.',
      ),
      offers: [
        {
          words: text('Cut before the priming event', 'Vor dem Priming-Event trennen'),
          act: { do: 'fault', fault: 'yank-before-priming' },
        },
      ],
      prediction: {
        question: text('No id at all. What becomes of the call?', 'Gar keine ID. Was wird aus dem Aufruf?'),
        choices: [
          { id: 'resumed', words: text('It is resumed all the same', 'Er wird trotzdem fortgesetzt') },
          {
            id: 'fails',
            words: text('It fails on the client; the tool goes on', 'Er scheitert beim Client; das Werkzeug arbeitet weiter'),
          },
          { id: 'stops', words: text('The tool stops', 'Das Werkzeug hört auf') },
        ],
        answer: (run) => {
          if (!faultStruck(run, 'yank-before-priming') || !isSettled(run)) return undefined
          const failed = run.snapshot.call?.settled?.outcome !== 'result'
          return failed
            ? {
                choice: 'fails',
                shown: text(
                  'The call failed at once. The server has stored its rows, and nobody can ask for them.',
                  'Der Aufruf scheiterte sofort. Der Server hat die Zeilen gespeichert, und niemand kann danach fragen.',
                ),
              }
            : {
                choice: 'resumed',
                shown: text(
                  `It was resumed after ${acceptedResumes(run)[0]?.lastEventId}.`,
                  `Er wurde nach ${acceptedResumes(run)[0]?.lastEventId} fortgesetzt.`,
                ),
              }
        },
      },
      goal: {
        sentence: text('Cut before any id of the call arrived', 'Trennen, bevor eine ID des Aufrufs ankam'),
        judge: judge(started, withLog(true), (run) => {
          const cut = connectionsOf(run).find(({ end, failure }) => failure !== undefined || end?.how === 'severed')
          if (!cut) {
            return isSettled(run)
              ? noLonger(text('the answer arrived before anything was cut.', 'die Antwort kam, bevor etwas getrennt wurde.'))
              : notYet(
                  text(
                    `nothing has been cut; the client has ${lastId(run) ?? 'no id of the call'}.`,
                    `noch nichts getrennt wurde; der Client hat ${lastId(run) ?? 'keine ID des Aufrufs'}.`,
                  ),
                )
          }
          if (cut.frames.length > 0)
            return noLonger(text(`${cut.id} had brought an id before the cut.`, `${cut.id} vor dem Schnitt schon eine ID gebracht hatte.`))
          if (!isSettled(run) && acceptedResumes(run).length === 0)
            return notYet(text('the client has not come to an end with this call.', 'der Client mit diesem Aufruf noch nicht fertig ist.'))
          const name = callStream(run)?.name
          const post = connectionsOf(run)[0]
          return done(
            isSettled(run) && replayedOf(run).length === 0
              ? text(
                  `${post?.id ?? 'The POST'} brought no id, so ${name} cannot be asked for: the call failed, and must be made again.`,
                  `${post?.id ?? 'Der POST'} brachte keine ID, also kann niemand nach ${name} fragen: Der Aufruf scheiterte und muss neu gemacht werden.`,
                )
              : text(
                  `No event had arrived, and the client resumed after ${acceptedResumes(run)[0]?.lastEventId}.`,
                  `Kein Event war angekommen, und der Client setzte nach ${acceptedResumes(run)[0]?.lastEventId} fort.`,
                ),
          )
        }),
      },
      spec: spec(
        'resumability',
        text(
          'Resuming needs an id the client has received. Without one, the specification offers no way back.',
          'Fortsetzen braucht eine ID, die der Client bekommen hat. Ohne sie kennt die Spezifikation keinen Weg zurück.',
        ),
      ),
      hints: [
        text('Arm the cut first, then start the tool.', 'Erst den Schnitt scharf machen, dann das Werkzeug starten.'),
        text(
          'Press **Cut before the priming event**, then the yellow button.',
          'Drücke **Vor dem Priming-Event trennen**, dann den gelben Knopf.',
        ),
      ],
      setup: PAINT,
      solution: [{ do: 'fault', fault: 'yank-before-priming' }, { do: 'start' }],
      notes: text(
        'This gap cannot be closed by the protocol. It can be made small: send the priming event with the headers, before any work is done.',
        'Diese Lücke kann das Protokoll nicht schließen, nur klein machen: das Priming-Event mit den Headern senden, vor jeder Arbeit.',
      ),
    },
  ],
}

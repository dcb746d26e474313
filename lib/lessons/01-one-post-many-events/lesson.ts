/** Lesson 1: an undisturbed stream. One POST, one connection, many events, the answer last. */

import { spec } from '../../spec/sections'
import { text } from '../../words/text'
import { done, judge, notYet, rows, started, whole } from '../judge/judge'
import { acceptedResumes, connectionsOf, cutsOf, hasResult, isSettled, rowsHere } from '../judge/selectors'
import type { Lesson } from '../lesson'
import { PAINT } from '../setups'

export const onePostManyEvents: Lesson = {
  slug: 'one-post-many-events',
  title: text('One request, many events.', 'Eine Anfrage, viele Events.'),
  summary: text(
    'A tool call is one POST. Its answer is a stream of events that takes seconds, with the response as its last event.',
    'Ein Werkzeugaufruf ist ein POST. Die Antwort ist ein Stream aus Events, der Sekunden dauert; das Ergebnis ist sein letztes Event.',
  ),
  steps: [
    {
      id: 'start',
      title: text('Start the tool', 'Das Werkzeug starten'),
      prose: [
        text(
          'A tool on the server paints a lighthouse, one row per [event](event). That takes seconds, so the server answers with a [stream](stream).',
          'Ein Werkzeug auf dem Server malt einen Leuchtturm, eine Zeile pro [Event](event). Das dauert Sekunden, also antwortet der Server mit einem [Stream](stream).',
        ),
      ],
      act: text('Press the yellow button and let the picture fill.', 'Drücke den gelben Knopf und warte, bis das Bild voll ist.'),
      prediction: {
        question: text('How many requests will bring the sixteen rows?', 'Wie viele Anfragen bringen die sechzehn Zeilen?'),
        choices: [
          { id: 'one', words: text('One POST brings all of them', 'Ein POST bringt sie alle') },
          { id: 'each', words: text('One request a row', 'Eine Anfrage pro Zeile') },
          { id: 'two', words: text('A POST to start, a GET to fetch the picture', 'Ein POST zum Starten, ein GET zum Abholen') },
        ],
        answer: (run) => {
          if (!hasResult(run)) return undefined
          const used = connectionsOf(run)
          const [first] = used
          return used.length === 1 && first
            ? {
                choice: 'one',
                shown: text(
                  `One: ${first.id}, a ${first.method}, carried ${rows(rowsHere(run)).en} and the response.`,
                  `Eine: ${first.id}, ein ${first.method}, trug ${rows(rowsHere(run)).de} und die Antwort.`,
                ),
              }
            : {
                choice: 'other',
                shown: text(
                  `This time ${used.length}: the first was cut, the others resumed it.`,
                  `Diesmal ${used.length}: Die erste wurde getrennt, die anderen setzten sie fort.`,
                ),
              }
        },
      },
      goal: {
        sentence: text(
          'All sixteen rows and the response arrive on one connection',
          'Alle sechzehn Zeilen und die Antwort kommen auf einer Verbindung an',
        ),
        judge: judge(
          started,
          (run) =>
            cutsOf(run).length + acceptedResumes(run).length > 0
              ? {
                  state: 'no-longer-possible',
                  because: text(
                    `the stream was cut after ${rows(rowsHere(run)).en}.`,
                    `der Stream nach ${rows(rowsHere(run)).de} getrennt wurde.`,
                  ),
                }
              : undefined,
          whole,
          (run) => {
            const id = connectionsOf(run)[0]?.id ?? ''
            return done(
              text(
                `${rows(rowsHere(run)).en} and the response, all on ${id}.`,
                `${rows(rowsHere(run)).de} und die Antwort, alles auf ${id}.`,
              ),
            )
          },
        ),
      },
      spec: spec(
        'sending',
        text(
          'A server may answer a POST with an event stream, and send messages before the response.',
          'Ein Server darf einen POST mit einem Event-Stream beantworten und vor der Antwort Nachrichten senden.',
        ),
      ),
      hints: [
        text('The yellow button starts the tool. Touch nothing else.', 'Der gelbe Knopf startet das Werkzeug. Sonst nichts anfassen.'),
        text('Press **Paint the picture** and wait until row 16 is there.', 'Drücke **Bild malen** und warte auf Zeile 16.'),
      ],
      setup: PAINT,
      solution: [{ do: 'start' }],
      notes: text(
        'Let the room guess first. Many expect one request a row, as with polling. Point at the wire lane: one bar, sixteen marks.',
        'Zuerst raten lassen. Viele erwarten eine Anfrage pro Zeile, wie beim Polling. Auf die Spur „wire“ zeigen: ein Balken, sechzehn Marken.',
      ),
    },
    {
      id: 'response',
      title: text('Find the response', 'Die Antwort finden'),
      prose: [
        text(
          'Each [event](event) has an `id` and carries one JSON-RPC message. Sixteen of them report progress. One of them is the response to the call, and it ends the stream.',
          'Jedes [Event](event) hat eine `id` und trägt eine JSON-RPC-Nachricht. Sechzehn melden den Fortschritt. Eines ist die Antwort auf den Aufruf, und es beendet den Stream.',
        ),
      ],
      act: text('Select the event that carries the response.', 'Wähle das Event aus, das die Antwort trägt.'),
      goal: {
        sentence: text('Select the event that carries the response', 'Das Event mit der Antwort auswählen'),
        judge: judge(
          started,
          (run) => (isSettled(run) ? undefined : notYet(text('the call has no answer yet.', 'der Aufruf noch keine Antwort hat.'))),
          (run) => {
            const stream = run.snapshot.stage.call
            const event = stream?.events.find(({ key }) => key === run.selected)
            if (!event) return notYet(text('no event of the call is selected.', 'kein Event des Aufrufs ausgewählt ist.'))
            if (event.message.kind === 'result') {
              return done(
                text(
                  `${event.key} is the response: the last event of its stream.`,
                  `${event.key} ist die Antwort: das letzte Event seines Streams.`,
                ),
              )
            }
            if (event.message.kind === 'progress') {
              return notYet(
                text(
                  `you selected ${event.key}, which carries row ${event.message.progress}.`,
                  `du ${event.key} ausgewählt hast; es trägt Zeile ${event.message.progress}.`,
                ),
              )
            }
            return notYet(
              text(
                `you selected ${event.key}, which carries no row and no response.`,
                `du ${event.key} ausgewählt hast; es trägt weder Zeile noch Antwort.`,
              ),
            )
          },
        ),
      },
      spec: spec(
        'sending',
        text('The stream should include the response, and should end after it.', 'Der Stream soll die Antwort enthalten und danach enden.'),
      ),
      hints: [
        text('Look at the end of the store, on the right.', 'Sieh am Ende des Speichers nach, rechts.'),
        text('It is the event after row 16: `call-2/17`.', 'Es ist das Event nach Zeile 16: `call-2/17`.'),
      ],
      solution: [
        { do: 'start' },
        {
          do: 'select',
          when: isSettled,
          pick: (run) => run.snapshot.stage.call?.events.find(({ message }) => message.kind === 'result')?.key,
        },
      ],
      notes: text(
        'Progress and response share one stream and one kind of frame. A client that reads only the last event still gets its answer; one that never sees it waits for ever.',
        'Fortschritt und Antwort teilen sich einen Stream und eine Art von Frame. Wer nur das letzte Event liest, hat seine Antwort; wer es nie sieht, wartet für immer.',
      ),
    },
  ],
}

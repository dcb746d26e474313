/** Lesson 10: reload, a client that saves too late, duplicates, and how to drop them. At least once, said honestly. */

import { parseEventId } from '../../protocol/event-id'
import { spec } from '../../spec/sections'
import { text } from '../../words/text'
import { done, events, judge, noLonger, notYet, pluggedIn, rows, started, wasCut, withLog } from '../judge/judge'
import {
  acceptedResumes,
  callCount,
  callStream,
  duplicatesOf,
  hasResult,
  idsOf,
  isOut,
  isSettled,
  lastId,
  missingOf,
  rowsHere,
} from '../judge/selectors'
import type { Lesson, LessonRun } from '../lesson'
import { PAINT } from '../setups'

const wasReloaded = (run: LessonRun): boolean => run.trace.observations.some(({ kind }) => kind === 'page.loaded')

const droppedIds = (run: LessonRun): readonly string[] =>
  run.trace.observations.flatMap((fact) => (fact.kind === 'event.dropped' ? [fact.id] : []))

/** The last event ID of a client that wrote it down too rarely: three events ago. */
function tooOld(run: LessonRun) {
  const name = callStream(run)?.name
  const n = parseEventId(lastId(run) ?? '')?.n ?? 0
  return name === undefined || n < 3 ? undefined : { lastEventIds: { [name]: { kind: 'value', value: `${name}/${n - 3}` } as const } }
}

const OLD_ID = {
  words: text('Use the id of three events ago', 'Die ID von vor drei Events nehmen'),
  act: { do: 'edit', when: isOut, edits: tooOld },
} as const

const OLD_ID_SOLUTION = [
  { do: 'start' },
  { do: 'pull', when: (run: LessonRun) => rowsHere(run) >= 5 },
  { do: 'edit', when: (run: LessonRun) => missingOf(run).length >= 1, edits: tooOld },
  { do: 'push', when: isOut },
] as const

export const leaving: Lesson = {
  slug: 'leaving',
  title: text('Leaving, gracefully or not.', 'Gehen, geordnet oder nicht.'),
  summary: text(
    'A page is reloaded, a client crashes, an id is saved too late. What is picked up again, and why some events can arrive twice.',
    'Eine Seite wird neu geladen, ein Client stürzt ab, eine ID wird zu spät gesichert. Was wieder aufgenommen wird, und warum Events doppelt ankommen können.',
  ),
  steps: [
    {
      id: 'reload',
      title: text('Reload the page', 'Die Seite neu laden'),
      prose: [
        text(
          'A reload is a hard cut: the connections go, and all that the client had in memory. What it wrote to storage stays: the [session](session), and one [`Last-Event-ID`](last-event-id) for the call.',
          'Neu laden ist ein harter Schnitt: Die Verbindungen gehen, und alles, was der Client im Speicher hatte. Was er gesichert hat, bleibt: die [Sitzung](session) und eine [`Last-Event-ID`](last-event-id) für den Aufruf.',
        ),
      ],
      act: text('Start, and reload the page while the tool paints.', 'Starten und die Seite neu laden, während das Werkzeug malt.'),
      offers: [{ words: text('Reload the client', 'Den Client neu laden'), act: { do: 'reload', when: (run) => run.phase === 'running' } }],
      prediction: {
        question: text(
          'The new page knows only what was kept. Can it get the answer?',
          'Die neue Seite kennt nur, was gesichert war. Bekommt sie die Antwort?',
        ),
        choices: [
          { id: 'yes', words: text('Yes, the answer to the old call', 'Ja, die Antwort auf den alten Aufruf') },
          { id: 'again', words: text('Only by calling the tool again', 'Nur mit einem neuen Aufruf') },
          { id: 'no', words: text('No', 'Nein') },
        ],
        answer: (run) => {
          if (!wasReloaded(run) || !isSettled(run)) return undefined
          return hasResult(run)
            ? {
                choice: 'yes',
                shown: text(
                  `Yes: resumed after ${acceptedResumes(run)[0]?.lastEventId}, the tool was called ${callCount(run) === 1 ? 'once' : `${callCount(run)} times`}.`,
                  `Ja: fortgesetzt nach ${acceptedResumes(run)[0]?.lastEventId}, das Werkzeug wurde ${callCount(run)} Mal aufgerufen.`,
                ),
              }
            : { choice: 'no', shown: text('The call failed.', 'Der Aufruf scheiterte.') }
        },
      },
      goal: {
        sentence: text('Reload in the middle, and get the answer all the same', 'Mittendrin neu laden und die Antwort trotzdem bekommen'),
        judge: judge(
          started,
          withLog(true),
          (run) => {
            if (wasReloaded(run)) return undefined
            return isSettled(run)
              ? noLonger(text('the answer arrived before the reload.', 'die Antwort vor dem Neuladen kam.'))
              : notYet(
                  text(
                    `the page has not been reloaded; ${rows(rowsHere(run)).en} so far.`,
                    `die Seite noch nicht neu geladen wurde; bisher ${rows(rowsHere(run)).de}.`,
                  ),
                )
          },
          pluggedIn,
          (run) => {
            if (hasResult(run)) return undefined
            return isSettled(run)
              ? noLonger(text('the call ended without a result.', 'der Aufruf ohne Ergebnis endete.'))
              : notYet(text('the response has not arrived on the new page.', 'die Antwort auf der neuen Seite noch nicht angekommen ist.'))
          },
          (run) =>
            acceptedResumes(run).length > 0
              ? done(
                  text(
                    `A new client, two kept headers, and the old call’s answer, after ${acceptedResumes(run)[0]?.lastEventId}.`,
                    `Ein neuer Client, zwei gesicherte Header, und die Antwort auf den alten Aufruf, nach ${acceptedResumes(run)[0]?.lastEventId}.`,
                  ),
                )
              : noLonger(text('the call was not resumed.', 'der Aufruf nicht fortgesetzt wurde.')),
        ),
      },
      spec: spec(
        'resumability',
        text(
          'Disconnecting is not cancelling: a client that wants to stop must say so.',
          'Trennen ist nicht Abbrechen: Ein Client, der aufhören will, muss es sagen.',
        ),
      ),
      hints: [
        text('The browser’s own reload button does the same.', 'Der Neu-laden-Knopf des Browsers tut dasselbe.'),
        text('Start, press **Reload the client** at row 4, wait.', 'Starten, bei Zeile 4 **Den Client neu laden** drücken, warten.'),
      ],
      setup: PAINT,
      solution: [{ do: 'start' }, { do: 'reload', when: (run) => rowsHere(run) >= 4 }],
      notes: text(
        'What must be kept for this is one thing more than two headers: which request the stream answers. Ask where a phone app or a command line tool would write it.',
        'Dafür muss man etwas mehr sichern als zwei Header: welche Anfrage der Stream beantwortet. Frage: Wohin schreibt es eine Handy-App oder ein Kommandozeilenprogramm?',
      ),
    },
    {
      id: 'late',
      title: text('Saved too late', 'Zu spät gesichert'),
      prose: [
        text(
          'A client that saves its id only now and then comes back with an old one. The server cannot know that later events had arrived. It sends them again.',
          'Ein Client, der seine ID nur ab und zu sichert, kommt mit einer alten zurück. Der Server kann nicht wissen, dass spätere Events schon da waren. Er sendet sie noch einmal.',
        ),
      ],
      act: text('Pull at row 5 or later, use an old id, and plug back in.', 'Ab Zeile 5 ziehen, eine alte ID nehmen, einstecken.'),
      offers: [OLD_ID],
      prediction: {
        question: text('The id is three events old. What arrives?', 'Die ID ist drei Events alt. Was kommt an?'),
        choices: [
          { id: 'hole', words: text('Three events are lost', 'Drei Events sind verloren') },
          { id: 'twice', words: text('Three events arrive twice', 'Drei Events kommen doppelt an') },
          { id: 'refused', words: text('The server refuses', 'Der Server lehnt ab') },
        ],
        answer: (run) => {
          const doubled = duplicatesOf(run)
          return doubled.length === 0
            ? undefined
            : { choice: 'twice', shown: text(`${idsOf(doubled, 'to')} arrived twice.`, `${idsOf(doubled, 'bis')} kamen doppelt an.`) }
        },
      },
      goal: {
        sentence: text('Make events arrive twice, and lose none', 'Events doppelt ankommen lassen und keines verlieren'),
        judge: judge(started, withLog(true), wasCut(), pluggedIn, (run) => {
          const doubled = duplicatesOf(run)
          if (doubled.length > 0)
            return done(
              text(
                `${events(doubled.length).en} arrived twice (${idsOf(doubled, 'to')}), none is missing.`,
                `${events(doubled.length).de} kamen doppelt an (${idsOf(doubled, 'bis')}), keines fehlt.`,
              ),
            )
          return isSettled(run)
            ? noLonger(text('every event arrived once.', 'jedes Event einmal ankam.'))
            : notYet(text('no event has arrived twice.', 'noch kein Event doppelt angekommen ist.'))
        }),
      },
      spec: spec(
        'resumability',
        text(
          'The server replays what came after the id it was given; only the client knows what it had.',
          'Der Server liefert nach, was nach der genannten ID kam; nur der Client weiß, was er hatte.',
        ),
      ),
      hints: [
        text('The old id must be one the client had before.', 'Die alte ID muss eine sein, die der Client schon hatte.'),
        text(
          'Pull at row 5, press **Use the id of three events ago**, plug back in.',
          'Bei Zeile 5 ziehen, **Die ID von vor drei Events nehmen** drücken, einstecken.',
        ),
      ],
      setup: { ...PAINT, dropsDuplicates: false },
      solution: OLD_ID_SOLUTION,
      notes: text(
        'This is at-least-once delivery. Exactly once does not exist on the wire; it is made at the receiver, by remembering ids.',
        'Das ist Zustellung „mindestens einmal“. „Genau einmal“ gibt es auf der Leitung nicht; es entsteht beim Empfänger, der sich IDs merkt.',
      ),
    },
    {
      id: 'drop',
      title: text('Drop what is known', 'Bekanntes weglassen'),
      prose: [
        text(
          'Each event has an id, so a repetition can be recognised. A client that remembers the ids it has seen keeps the second copy from the application. On the wire it still comes twice.',
          'Jedes Event hat eine ID, also lässt sich eine Wiederholung erkennen. Ein Client, der sich gesehene IDs merkt, hält die zweite Kopie von der Anwendung fern. Auf der Leitung kommt sie trotzdem zweimal.',
        ),
      ],
      act: text('Do the same with a client that remembers ids.', 'Mach dasselbe mit einem Client, der sich IDs merkt.'),
      offers: [OLD_ID],
      goal: {
        sentence: text('Twice on the wire, once in the application', 'Zweimal auf der Leitung, einmal in der Anwendung'),
        judge: judge(started, withLog(true), wasCut(), pluggedIn, (run) => {
          const dropped = droppedIds(run)
          if (dropped.length > 0 && hasResult(run))
            return done(
              text(`Dropped before the application: ${dropped.join(', ')}.`, `Vor der Anwendung weggelassen: ${dropped.join(', ')}.`),
            )
          if (dropped.length > 0) return notYet(text('the response has not arrived.', 'die Antwort noch nicht angekommen ist.'))
          return isSettled(run)
            ? noLonger(text('nothing arrived twice.', 'nichts doppelt ankam.'))
            : notYet(text('no repetition has been dropped.', 'noch keine Wiederholung weggelassen wurde.'))
        }),
      },
      spec: spec(
        'resumability',
        text(
          'Event ids must be unique across all streams of a session, so they can tell a repetition.',
          'Event-IDs müssen über alle Streams einer Sitzung eindeutig sein, also verraten sie eine Wiederholung.',
        ),
      ),
      hints: [
        text(
          'The same three acts as before; only the client differs.',
          'Dieselben drei Handgriffe wie eben; nur der Client ist ein anderer.',
        ),
        text(
          'Pull at row 5, press **Use the id of three events ago**, plug back in.',
          'Bei Zeile 5 ziehen, **Die ID von vor drei Events nehmen** drücken, einstecken.',
        ),
      ],
      setup: { ...PAINT, dropsDuplicates: true },
      solution: OLD_ID_SOLUTION,
      notes: text(
        'Remembering ids costs memory; remembering the highest one a stream is enough when ids are ordered. For work with effects, the request itself must be safe to repeat.',
        'IDs zu merken kostet Speicher; sind sie geordnet, reicht die höchste pro Stream. Für Arbeit mit Wirkung muss die Anfrage selbst wiederholbar sein.',
      ),
    },
  ],
}

/** Lesson 4: the GET with Last-Event-ID, the replay, and the same call whole after two cuts. */

import { spec } from '../../spec/sections'
import { compose, text } from '../../words/text'
import { CUT, done, events, judge, noLonger, pluggedIn, rows, started, wasCut, whole, withLog } from '../judge/judge'
import {
  acceptedResumes,
  callCount,
  connectionsOf,
  cutsOf,
  idsOf,
  isOut,
  isSettled,
  lastId,
  missingOf,
  replayedOf,
  rowsHere,
} from '../judge/selectors'
import type { Lesson } from '../lesson'
import { PAINT } from '../setups'

export const plugBackIn: Lesson = {
  slug: 'plug-back-in',
  title: text('It came back.', 'Es kam zurück.'),
  summary: text(
    'A GET with Last-Event-ID resumes the stream: the server replays what came after that id, then goes on live.',
    'Ein GET mit Last-Event-ID setzt den Stream fort: Der Server liefert nach, was nach dieser ID kam, und macht live weiter.',
  ),
  steps: [
    {
      id: 'resume',
      title: text('Plug back in', 'Wieder einstecken'),
      prose: [
        text(
          'This server [stores](stored) every event. Cut the stream, let a few rows pile up, and plug back in: the client sends a GET with the two headers it kept.',
          'Dieser Server [speichert](stored) jedes Event. Trenne den Stream, lass ein paar Zeilen auflaufen und steck den Stecker ein: Der Client sendet ein GET mit den zwei behaltenen Headern.',
        ),
      ],
      act: text('Start, pull, wait for three missing rows, plug back in.', 'Starten, ziehen, drei fehlende Zeilen abwarten, einstecken.'),
      prediction: {
        question: text(
          'The client sends `Last-Event-ID`. Which rows will the server send?',
          'Der Client sendet `Last-Event-ID`. Welche Zeilen sendet der Server?',
        ),
        choices: [
          { id: 'all', words: text('Every row again, from row 1', 'Alle Zeilen noch einmal, ab Zeile 1') },
          {
            id: 'after',
            words: text('The rows after that id, then new ones as they come', 'Die Zeilen nach dieser ID, dann neue, wie sie kommen'),
          },
          { id: 'new', words: text('Only new rows', 'Nur neue Zeilen') },
        ],
        answer: (run) => {
          const back = replayedOf(run)
          const [resume] = acceptedResumes(run)
          if (back.length === 0 || !resume || missingOf(run).length > 0) return undefined
          return {
            choice: 'after',
            shown: text(
              `${resume.id} sent ${resume.lastEventId}; replayed: ${idsOf(back, 'to')}.`,
              `${resume.id} sendete ${resume.lastEventId}; nachgeliefert: ${idsOf(back, 'bis')}.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('Fill the picture after a cut, no row twice', 'Das Bild nach einem Schnitt füllen, keine Zeile doppelt'),
        judge: judge(started, withLog(true), wasCut(), pluggedIn, whole, (run) => {
          const back = replayedOf(run)
          return back.length === 0
            ? noLonger(
                text(
                  'nothing had been stored in between, so nothing came back.',
                  'dazwischen nichts gespeichert wurde und also nichts zurückkam.',
                ),
              )
            : done(
                text(
                  `${events(back.length).en} came back: ${idsOf(back, 'to')}. The tool was called ${callCount(run) === 1 ? 'once' : `${callCount(run)} times`}.`,
                  `${events(back.length).de} kamen zurück: ${idsOf(back, 'bis')}. Das Werkzeug wurde ${callCount(run)} Mal aufgerufen.`,
                ),
              )
        }),
      },
      spec: spec(
        'resumability',
        text(
          'To resume, a client should send a GET with Last-Event-ID; the server may then replay what came after it, on that stream.',
          'Zum Fortsetzen soll der Client ein GET mit Last-Event-ID senden; der Server darf dann nachliefern, was danach auf diesem Stream kam.',
        ),
      ),
      hints: [
        text('Something must be missing before anything can come back.', 'Es muss etwas fehlen, bevor etwas zurückkommen kann.'),
        text(
          'Pull at row 5, plug back in when the ledger says missing 3.',
          'Bei Zeile 5 ziehen, einstecken, wenn die Rechnung „fehlend 3“ zeigt.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'push', when: (run) => missingOf(run).length >= 3 },
      ],
      notes: text(
        'Same stream, new connection. It is a GET, although the stream began as a POST; the tool is not called again. Open Wire and read the request aloud.',
        'Derselbe Stream, eine neue Verbindung. Es ist ein GET, obwohl der Stream als POST begann; das Werkzeug wird nicht neu aufgerufen. „Wire“ öffnen und die Anfrage vorlesen.',
      ),
    },
    {
      id: 'twice',
      title: text('Once more', 'Noch einmal'),
      prose: [
        text(
          'A [session](session) lives on through every cut. A [stream](stream) is the answer to one request and lives on too. Only the connection dies: this run has used {connections} so far.',
          'Eine [Sitzung](session) lebt über jeden Schnitt weiter. Ein [Stream](stream) ist die Antwort auf eine Anfrage und lebt auch weiter. Nur die Verbindung stirbt: Dieser Lauf hat bisher {connections} gebraucht.',
        ),
      ],
      act: text('Cut the same run twice, and still fill the picture.', 'Trenne denselben Lauf zweimal und füll das Bild trotzdem.'),
      prediction: {
        question: text(
          'After two cuts: how many sessions, streams and connections did the call need?',
          'Nach zwei Schnitten: Wie viele Sitzungen, Streams und Verbindungen hat der Aufruf gebraucht?',
        ),
        choices: [
          { id: 'three-each', words: text('3 sessions, 3 streams, 3 connections', '3 Sitzungen, 3 Streams, 3 Verbindungen') },
          { id: 'one-one-three', words: text('1 session, 1 stream, 3 connections', '1 Sitzung, 1 Stream, 3 Verbindungen') },
          { id: 'one-three-three', words: text('1 session, 3 streams, 3 connections', '1 Sitzung, 3 Streams, 3 Verbindungen') },
        ],
        answer: (run) => {
          const cuts = cutsOf(run).length
          if (cuts < 2 || !isSettled(run)) return undefined
          const answered = connectionsOf(run).filter(({ answer }) => answer?.status === 200).length
          return {
            choice: answered === 3 ? 'one-one-three' : 'other',
            shown: text(`1 session, 1 stream, ${answered} connections.`, `1 Sitzung, 1 Stream, ${answered} Verbindungen.`),
          }
        },
      },
      goal: {
        sentence: text('Two cuts, one answer, no row twice', 'Zwei Schnitte, eine Antwort, keine Zeile doppelt'),
        judge: judge(started, withLog(true), wasCut(2), pluggedIn, whole, (run) =>
          done(
            compose((language) => {
              const cuts = `${cutsOf(run).length} ${CUT.many[language]}`
              const resumed = acceptedResumes(run)
                .map(({ lastEventId }) => lastEventId)
                .join(', ')
              return language === 'en'
                ? `${cuts}; resumed after ${resumed}; ${rows(rowsHere(run)).en}, each once.`
                : `${cuts}; fortgesetzt nach ${resumed}; ${rows(rowsHere(run)).de}, jede einmal.`
            }),
          ),
        ),
      },
      spec: spec(
        'resumability',
        text(
          'This holds for any stream, whatever started it: resuming is always a GET.',
          'Das gilt für jeden Stream, egal wodurch er begann: Fortgesetzt wird immer mit GET.',
        ),
      ),
      hints: [
        text('Pull again as soon as rows move after the first replay.', 'Zieh wieder, sobald nach dem ersten Nachliefern Zeilen kommen.'),
        text('Pull at row 4, plug in, pull at row 9, plug in.', 'Bei Zeile 4 ziehen, einstecken, bei Zeile 9 ziehen, einstecken.'),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 3 },
        { do: 'push', when: (run) => missingOf(run).length >= 2 },
        {
          do: 'pull',
          when: (run) => !isOut(run) && replayedOf(run).length > 0 && missingOf(run).length === 0 && !isSettled(run) && rowsHere(run) >= 8,
        },
        { do: 'push', when: (run) => isOut(run) && cutsOf(run).length >= 2 && lastId(run) !== undefined },
      ],
      notes: text(
        'Session, stream, connection: three names for three things, and most bugs in this area come from mixing up two of them. Let the class count them on the timeline.',
        'Sitzung, Stream, Verbindung: drei Namen für drei Dinge, und die meisten Fehler hier verwechseln zwei davon. Auf der Zeitachse zählen lassen.',
      ),
    },
  ],
}

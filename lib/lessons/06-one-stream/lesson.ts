/** Lesson 6: a last event ID belongs to one stream. Two streams, two ids, two GETs. */

import { spec } from '../../spec/sections'
import { text } from '../../words/text'
import { done, judge, noLonger, notYet, pluggedIn, started, wasCut, withLog } from '../judge/judge'
import { callStream, idsOf, isOut, isSettled, lastId, missingOf, rowsHere } from '../judge/selectors'
import type { Lesson, LessonRun } from '../lesson'
import { PAINT } from '../setups'

/** GETs with a last event ID, by stream. */
function resumedStreams(run: LessonRun): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { stream, lastEventId, answer } of run.snapshot.connections) {
    if (stream !== undefined && lastEventId !== undefined && answer?.status === 200) found.set(stream, lastEventId)
  }
  return found
}

/** The resume of the call that was sent with another stream's id. */
/** The request with the other stream's id that got an answer; behind a pulled plug the client has asked in vain before. */
const strayed = (run: LessonRun) => {
  const asked = run.snapshot.connections.filter(
    ({ lastEventId, edited }) => lastEventId !== undefined && edited !== undefined && !lastEventId.startsWith(`${callStream(run)?.name}/`),
  )
  return asked.find(({ answer }) => answer) ?? asked.at(-1)
}

const standaloneId = (run: LessonRun): string | undefined => {
  const name = run.snapshot.stage.standalone?.name
  return name === undefined ? undefined : run.snapshot.kept.lastEventIds[name]
}

export const oneStream: Lesson = {
  slug: 'one-stream',
  title: text('An id belongs to one stream.', 'Eine ID gehört zu einem Stream.'),
  summary: text(
    'A session can have many streams, each with its own last event ID. What belongs to one is never replayed on another.',
    'Eine Sitzung kann viele Streams haben, jeder mit seiner eigenen letzten Event-ID. Was zu einem gehört, wird nie auf einem anderen nachgeliefert.',
  ),
  steps: [
    {
      id: 'two-gets',
      title: text('Two streams, two GETs', 'Zwei Streams, zwei GETs'),
      prose: [
        text(
          'Two cores run in this cable. One is the answer to the tool call. The other is the standalone [stream](stream), opened by a GET, for what the server wants to say by itself. Each has its own [`Last-Event-ID`](last-event-id).',
          'In diesem Kabel laufen zwei Adern. Eine ist die Antwort auf den Aufruf. Die andere ist der eigenständige [Stream](stream), mit GET geöffnet, für das, was der Server von sich aus sagt. Jeder hat seine eigene [`Last-Event-ID`](last-event-id).',
        ),
      ],
      act: text('Cut both with one pull, and plug back in.', 'Trenne beide mit einem Zug und steck den Stecker ein.'),
      prediction: {
        question: text('How many requests bring both streams back?', 'Wie viele Anfragen bringen beide Streams zurück?'),
        choices: [
          { id: 'one', words: text('One GET for the session', 'Ein GET für die Sitzung') },
          { id: 'two', words: text('One GET for each stream', 'Ein GET für jeden Stream') },
          { id: 'post', words: text('A GET and the POST again', 'Ein GET und noch einmal der POST') },
        ],
        answer: (run) => {
          const resumed = resumedStreams(run)
          if (resumed.size < 2) return undefined
          const ids = [...resumed.values()].join(', ')
          return { choice: 'two', shown: text(`${resumed.size} GETs, after ${ids}.`, `${resumed.size} GETs, nach ${ids}.`) }
        },
      },
      goal: {
        sentence: text('Resume both streams, each after its own id', 'Beide Streams fortsetzen, jeden nach seiner ID'),
        judge: judge(started, withLog(true), wasCut(), pluggedIn, (run) => {
          const resumed = resumedStreams(run)
          if (resumed.size >= 2) {
            const ids = [...resumed.values()].join(text(' and ', ' und ').en)
            return done(text(`Resumed after ${ids}.`, `Fortgesetzt nach ${ids.replace(' and ', ' und ')}.`))
          }
          const names = [...resumed.keys()].join(', ')
          return notYet(
            resumed.size === 0
              ? text('no stream has been resumed.', 'noch kein Stream fortgesetzt ist.')
              : text(`only ${names} has been resumed.`, `erst ${names} fortgesetzt ist.`),
          )
        }),
      },
      spec: spec(
        'connections',
        text(
          'A client may keep several streams open; the server sends each message on one of them only.',
          'Ein Client darf mehrere Streams offen halten; der Server sendet jede Nachricht nur auf einem davon.',
        ),
      ),
      hints: [
        text('Count the tags before you plug back in.', 'Zähl die Schilder, bevor du einsteckst.'),
        text(
          'Pull at row 4, plug in, read the two GETs on the timeline.',
          'Bei Zeile 4 ziehen, einstecken, die zwei GETs auf der Zeitachse lesen.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'push', when: (run) => missingOf(run).length >= 1 },
      ],
      notes: text(
        'A common bug is one variable “lastEventId” for the whole client. With two streams it holds whatever came last, and the wrong stream is resumed.',
        'Ein häufiger Fehler ist eine einzige Variable „lastEventId“ für den ganzen Client. Bei zwei Streams steht dort, was zuletzt kam, und der falsche wird fortgesetzt.',
      ),
    },
    {
      id: 'stray',
      title: text('The wrong id', 'Die falsche ID'),
      prose: [
        text(
          'What if a client mixes them up, and asks for the rest of the picture with the id of the standalone stream? The server can only believe the id: it says which stream is meant, and where in it.',
          'Und wenn ein Client sie verwechselt und den Rest des Bildes mit der ID des eigenständigen Streams verlangt? Der Server kann nur der ID glauben: Sie sagt, welcher Stream gemeint ist, und welche Stelle darin.',
        ),
      ],
      act: text(
        'Pull, put the other stream’s id on the call’s tag, and plug back in.',
        'Ziehen, die ID des anderen Streams an das Schild des Aufrufs hängen, einstecken.',
      ),
      offers: [
        {
          words: text('Use the standalone stream’s id', 'Die ID des eigenständigen Streams nehmen'),
          act: { do: 'edit', when: isOut, edits: strayEdit },
        },
      ],
      prediction: {
        question: text(
          'The call’s GET carries the other stream’s id. What will it bring?',
          'Das GET des Aufrufs trägt die ID des anderen Streams. Was bringt es?',
        ),
        choices: [
          { id: 'rows', words: text('The missing rows', 'Die fehlenden Zeilen') },
          { id: 'nothing', words: text('No row of the picture', 'Keine Zeile des Bildes') },
          { id: 'all', words: text('Everything of both streams', 'Alles aus beiden Streams') },
        ],
        answer: (run) => {
          const stray = strayed(run)
          if (!stray?.answer) return undefined
          const got = stray.frames.filter((frame) => frame.kind === 'event' && frame.id?.startsWith(`${callStream(run)?.name}/`)).length
          return {
            choice: got > 0 ? 'rows' : 'nothing',
            shown: text(
              `${stray.id}, after ${stray.lastEventId}, was answered ${stray.answer.status} and brought ${got} rows.`,
              `${stray.id}, nach ${stray.lastEventId}, bekam ${stray.answer.status} und brachte ${got} Zeilen.`,
            ),
          }
        },
      },
      goal: {
        sentence: text(
          'Resume the call with the other stream’s id: no row comes',
          'Den Aufruf mit der ID des anderen Streams fortsetzen: Keine Zeile kommt',
        ),
        judge: judge(started, withLog(true), wasCut(), (run) => {
          const stray = strayed(run)
          const missing = missingOf(run)
          if (!stray) {
            if (isSettled(run))
              return noLonger(text('the call was resumed with its own id.', 'der Aufruf mit seiner eigenen ID fortgesetzt wurde.'))
            return isOut(run)
              ? notYet(
                  text(
                    `the plug is out; the client would send ${lastId(run)}.`,
                    `der Stecker draußen ist; der Client würde ${lastId(run)} senden.`,
                  ),
                )
              : notYet(text('the call was resumed with its own id.', 'der Aufruf mit seiner eigenen ID fortgesetzt wurde.'))
          }
          if (isOut(run)) return notYet(text('the plug is out: nobody can answer.', 'der Stecker draußen ist: Niemand kann antworten.'))
          if (!stray.answer) return notYet(text(`${stray.id} has no answer yet.`, `${stray.id} noch keine Antwort hat.`))
          return done(
            text(
              `${stray.id} asked after ${stray.lastEventId}, got ${stray.answer.status}, and no row. Missing then: ${idsOf(missing, 'to') || 'none'}.`,
              `${stray.id} fragte nach ${stray.lastEventId}, bekam ${stray.answer.status} und keine Zeile. Es fehlten: ${idsOf(missing, 'bis') || 'keine'}.`,
            ),
          )
        }),
      },
      spec: spec(
        'resumability',
        text(
          'The server must not replay messages that would have gone to another stream.',
          'Der Server darf keine Nachrichten nachliefern, die auf einem anderen Stream gesendet worden wären.',
        ),
      ),
      hints: [
        text(
          'Pull first. Then use the button above, or write on the tag itself.',
          'Erst ziehen. Dann den Knopf oben benutzen, oder selbst auf das Schild schreiben.',
        ),
        text('Pull at row 4, press the button, plug back in.', 'Bei Zeile 4 ziehen, den Knopf drücken, einstecken.'),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'edit', when: (run) => missingOf(run).length >= 1, edits: strayEdit },
        { do: 'push', when: isOut },
      ],
      notes: text(
        'The MUST NOT protects the client: events of one stream on another would answer the wrong request. In 2025-11-25 ids should say which stream they belong to; ours do.',
        'Das MUST NOT schützt den Client: Events eines Streams auf einem anderen würden die falsche Anfrage beantworten. In 2025-11-25 sollen IDs sagen, zu welchem Stream sie gehören; unsere tun es.',
      ),
    },
  ],
}

function strayEdit(run: LessonRun) {
  const [name, value] = [callStream(run)?.name, standaloneId(run)]
  return name === undefined || value === undefined ? undefined : { lastEventIds: { [name]: { kind: 'value', value } as const } }
}

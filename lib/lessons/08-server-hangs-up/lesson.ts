/** Lesson 8: the server closes the connection, not the stream: retry, and polling. */

import type { Milliseconds } from '../../protocol/observation'
import { spec } from '../../spec/sections'
import type { ConnectionRecord } from '../../trace/snapshot-types'
import { counted, text } from '../../words/text'
import { CUT, done, judge, noLonger, notYet, pluggedIn, started, whole, withLog } from '../judge/judge'
import { acceptedResumes, callStream, connectionsOf, cutsOf, faultStruck, isSettled, rowsHere, seconds } from '../judge/selectors'
import type { Lesson, LessonRun } from '../lesson'
import { PAINT } from '../setups'

/** Connections that the server ended while the stream went on. */
function closedByServer(run: LessonRun): readonly ConnectionRecord[] {
  const completed = callStream(run)?.completedAt ?? Number.POSITIVE_INFINITY
  return connectionsOf(run).filter(({ end, answer, method, lastEventId }) => {
    const carried = answer?.status === 200 && (method === 'POST' || lastEventId !== undefined)
    return carried && end?.how === 'complete' && end.at < completed
  })
}

/** From the end of a connection to the request that resumed its stream. */
function waitAfter(run: LessonRun, closed: ConnectionRecord): { readonly next: ConnectionRecord; readonly wait: Milliseconds } | undefined {
  const end = closed.end?.at
  const next =
    end === undefined ? undefined : connectionsOf(run).find(({ openedAt, lastEventId }) => lastEventId !== undefined && openedAt >= end)
  return next && end !== undefined ? { next, wait: next.openedAt - end } : undefined
}

/** The newest reconnection time that arrived before `at`, in milliseconds. */
function retryBefore(run: LessonRun, at: number): Milliseconds | undefined {
  let retry: Milliseconds | undefined
  for (const fact of run.trace.observations) if (fact.kind === 'event.received' && fact.at <= at) retry = fact.retry ?? retry
  return retry
}

export const serverHangsUp: Lesson = {
  slug: 'server-hangs-up',
  title: text('When the server hangs up.', 'Wenn der Server auflegt.'),
  summary: text(
    'A server may close a connection and keep the stream. It says how long to wait, and the client comes back: polling.',
    'Ein Server darf eine Verbindung schließen und den Stream behalten. Er sagt, wie lange zu warten ist, und der Client kommt wieder: Polling.',
  ),
  steps: [
    {
      id: 'poll',
      title: text('Closed, not ended', 'Geschlossen, nicht beendet'),
      prose: [
        text(
          'Nothing is broken this time. A server with many clients closes a connection that has little to say, after it has sent an id. The [stream](stream) goes on without it. The field `retry` says how many milliseconds the client waits before it asks again.',
          'Diesmal ist nichts kaputt. Ein Server mit vielen Clients schließt eine Verbindung, die wenig zu sagen hat, nachdem er eine ID gesendet hat. Der [Stream](stream) geht ohne sie weiter. Das Feld `retry` sagt, wie viele Millisekunden der Client wartet, bevor er wieder fragt.',
        ),
      ],
      act: text(
        'While the tool paints, let the server close the connection.',
        'Lass den Server die Verbindung schließen, während das Werkzeug malt.',
      ),
      offers: [
        {
          words: text('The server closes the connection', 'Der Server schließt die Verbindung'),
          act: { do: 'fault', fault: 'polite-close', when: (run) => run.phase === 'running' },
        },
      ],
      prediction: {
        question: text(
          'The connection ended properly, without the response. What does the client do?',
          'Die Verbindung endete ordentlich, ohne die Antwort. Was macht der Client?',
        ),
        choices: [
          { id: 'fails', words: text('It reports an error', 'Er meldet einen Fehler') },
          { id: 'calls', words: text('It calls the tool again', 'Er ruft das Werkzeug neu auf') },
          { id: 'polls', words: text('It waits, then resumes with a GET', 'Er wartet und setzt dann mit GET fort') },
        ],
        answer: (run) => {
          const [closed] = closedByServer(run)
          const then = closed && waitAfter(run, closed)
          if (!closed || !then) return undefined
          return {
            choice: 'polls',
            shown: text(
              `${closed.id} ended; ${seconds(then.wait)} s later ${then.next.id} asked after ${then.next.lastEventId}.`,
              `${closed.id} endete; ${seconds(then.wait, ',')} s später fragte ${then.next.id} nach ${then.next.lastEventId}.`,
            ),
          }
        },
      },
      goal: {
        sentence: text(
          'The server closes, the client comes back, the picture is full',
          'Der Server schließt, der Client kommt wieder, das Bild ist voll',
        ),
        judge: judge(
          started,
          withLog(true),
          (run) => {
            if (closedByServer(run).length > 0) return undefined
            return isSettled(run)
              ? noLonger(text('the answer arrived before the server closed anything.', 'die Antwort kam, bevor der Server etwas schloss.'))
              : notYet(
                  text(
                    'the server has not closed a connection of the call.',
                    'der Server noch keine Verbindung des Aufrufs geschlossen hat.',
                  ),
                )
          },
          pluggedIn,
          whole,
          (run) => {
            const polls = acceptedResumes(run).length
            return done(
              text(
                `Closed by the server, resumed ${polls === 1 ? 'once' : `${polls} times`}, nothing lost. You made ${counted(cutsOf(run).length, CUT).en}.`,
                `Vom Server geschlossen, ${polls} Mal fortgesetzt, nichts verloren. Du hast ${cutsOf(run).length} Mal getrennt.`,
              ),
            )
          },
        ),
      },
      spec: spec(
        'sending',
        text(
          'After an id was sent, the server may close the connection without ending the stream; the client should then poll by reconnecting.',
          'Nachdem eine ID gesendet wurde, darf der Server die Verbindung schließen, ohne den Stream zu beenden; der Client soll dann durch Wiederverbinden pollen.',
        ),
      ),
      hints: [
        text('The plug stays in. The button above is the server’s.', 'Der Stecker bleibt drin. Der Knopf oben gehört dem Server.'),
        text(
          'Start, press **The server closes the connection** at row 4, wait.',
          'Starten, bei Zeile 4 **Der Server schließt die Verbindung** drücken, warten.',
        ),
      ],
      setup: PAINT,
      solution: [{ do: 'start' }, { do: 'fault', fault: 'polite-close', when: (run) => rowsHere(run) >= 3 }],
      notes: text(
        'To the client a polite close and a cut look almost the same: the stream has no response yet. That is why one mechanism serves both.',
        'Für den Client sehen höfliches Schließen und ein Schnitt fast gleich aus: Der Stream hat noch keine Antwort. Darum reicht ein Mechanismus für beides.',
      ),
    },
    {
      id: 'impatient',
      title: text('A client that cannot wait', 'Ein Client, der nicht warten kann'),
      prose: [
        text(
          'The server’s `retry` is not advice. A thousand clients that all come back at once, right after they were sent away, are worse than open connections.',
          'Das `retry` des Servers ist kein Rat. Tausend Clients, die alle sofort zurückkommen, nachdem sie weggeschickt wurden, sind schlimmer als offene Verbindungen.',
        ),
      ],
      act: text(
        'Make the client impatient, start, and let the server close.',
        'Mach den Client ungeduldig, starte und lass den Server schließen.',
      ),
      offers: [
        { words: text('Make the client impatient', 'Den Client ungeduldig machen'), act: { do: 'fault', fault: 'impatient' } },
        {
          words: text('The server closes the connection', 'Der Server schließt die Verbindung'),
          act: { do: 'fault', fault: 'polite-close', when: (run) => run.phase === 'running' },
        },
      ],
      goal: {
        sentence: text('Catch the client coming back before the time was up', 'Den Client ertappen, wie er vor der Zeit zurückkommt'),
        judge: judge(started, withLog(true), (run) => {
          const [closed] = closedByServer(run)
          if (!closed) {
            return isSettled(run)
              ? noLonger(text('the answer arrived before the server closed anything.', 'die Antwort kam, bevor der Server etwas schloss.'))
              : notYet(
                  text(
                    'the server has not closed a connection of the call.',
                    'der Server noch keine Verbindung des Aufrufs geschlossen hat.',
                  ),
                )
          }
          const then = waitAfter(run, closed)
          const retry = retryBefore(run, closed.end?.at ?? 0)
          if (!then || retry === undefined)
            return notYet(text('the client has not come back yet.', 'der Client noch nicht zurückgekommen ist.'))
          if (!faultStruck(run, 'impatient')) {
            return noLonger(
              text(
                `it waited ${seconds(then.wait)} s, and retry says ${seconds(retry)} s.`,
                `er ${seconds(then.wait, ',')} s gewartet hat, und retry sagt ${seconds(retry, ',')} s.`,
              ),
            )
          }
          return then.wait < retry
            ? done(
                text(
                  `${then.next.id} came after ${Math.round(then.wait)} ms; retry says ${retry} ms.`,
                  `${then.next.id} kam nach ${Math.round(then.wait)} ms; retry sagt ${retry} ms.`,
                ),
              )
            : noLonger(
                text(
                  `it waited ${seconds(then.wait)} s, and retry says ${seconds(retry)} s.`,
                  `er ${seconds(then.wait, ',')} s gewartet hat, und retry sagt ${seconds(retry, ',')} s.`,
                ),
              )
        }),
      },
      spec: spec(
        'sending',
        text(
          'The server should send retry before it closes; the client must respect it.',
          'Der Server soll vor dem Schließen retry senden; der Client muss sich daran halten.',
        ),
      ),
      hints: [
        text(
          'Two buttons: one before you start, one while the tool paints.',
          'Zwei Knöpfe: einer vor dem Start, einer, während das Werkzeug malt.',
        ),
        text(
          'Press **Make the client impatient**, start, press **The server closes the connection** at row 4.',
          'Drücke **Den Client ungeduldig machen**, starte, drücke bei Zeile 4 **Der Server schließt die Verbindung**.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'fault', fault: 'impatient' },
        { do: 'start' },
        { do: 'fault', fault: 'polite-close', when: (run) => rowsHere(run) >= 3 },
      ],
      notes: text(
        'Let them compute it: a thousand clients, one second of retry, against a thousand clients without. Freeze the wait on the stage to talk about it.',
        'Rechnen lassen: tausend Clients mit einer Sekunde retry, gegen tausend ohne. Die Wartezeit auf der Bühne anhalten, um darüber zu reden.',
      ),
    },
  ],
}

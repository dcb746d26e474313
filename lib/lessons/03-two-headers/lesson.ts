/** Lesson 3: what a client must keep, and when it changes. The session id once, the last event ID with every event. */

import { parseEventId } from '../../protocol/event-id'
import { spec } from '../../spec/sections'
import { text } from '../../words/text'
import { done, judge, noLonger, notYet, started, wasCut, withLog } from '../judge/judge'
import { callStream, isOut, isSettled, lastId, messagesOf, missingOf, rowsHere } from '../judge/selectors'
import type { Lesson } from '../lesson'
import { PAINT } from '../setups'

export const twoHeaders: Lesson = {
  slug: 'two-headers',
  title: text('Two headers survive.', 'Zwei Header überleben.'),
  summary: text(
    'What the client has to keep: Mcp-Session-Id once, and for each stream the id of the last event it saw.',
    'Was der Client behalten muss: einmal Mcp-Session-Id, und für jeden Stream die ID des letzten Events, das er gesehen hat.',
  ),
  steps: [
    {
      id: 'keep',
      title: text('Watch what is kept', 'Zusehen, was bleibt'),
      prose: [
        text(
          'Under the picture hang the tags: what this client keeps. [`Mcp-Session-Id`](session) came once, with the answer to initialize. [`Last-Event-ID`](last-event-id) is the id of the newest event, one for each [stream](stream).',
          'Unter dem Bild hängen die Schilder: was dieser Client behält. [`Mcp-Session-Id`](session) kam einmal, mit der Antwort auf initialize. [`Last-Event-ID`](last-event-id) ist die ID des neuesten Events, eine für jeden [Stream](stream).',
        ),
      ],
      act: text('Start the tool, watch the tags, and pull the plug.', 'Starte das Werkzeug, beobachte die Schilder und zieh den Stecker.'),
      prediction: {
        question: text('When does the client change `Last-Event-ID`?', 'Wann ändert der Client `Last-Event-ID`?'),
        choices: [
          { id: 'once', words: text('Once, when the stream begins', 'Einmal, wenn der Stream beginnt') },
          { id: 'event', words: text('With every event that arrives', 'Mit jedem Event, das ankommt') },
          { id: 'cut', words: text('When the connection breaks', 'Wenn die Verbindung reißt') },
        ],
        answer: (run) => {
          const name = callStream(run)?.name
          if (!isOut(run) || name === undefined) return undefined
          const values = new Set<string>()
          for (const fact of run.trace.observations) {
            const id = fact.kind === 'headers.kept' ? fact.kept.lastEventIds[name] : undefined
            if (id !== undefined) values.add(id)
          }
          if (values.size < 3) return undefined
          return {
            choice: 'event',
            shown: text(
              `With every event: ${values.size} values so far, the last is ${lastId(run)}. The cut changed nothing.`,
              `Mit jedem Event: bisher ${values.size} Werte, der letzte ist ${lastId(run)}. Der Schnitt änderte nichts.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('Pull the plug, and still have both headers', 'Den Stecker ziehen und beide Header noch haben'),
        judge: judge(started, withLog(true), (run) => {
          const { kept } = run.snapshot
          const id = lastId(run)
          if (!isOut(run)) {
            return isSettled(run)
              ? noLonger(
                  text(
                    'the answer arrived before the cut, so nothing had to survive.',
                    'die Antwort vor dem Schnitt kam und nichts überleben musste.',
                  ),
                )
              : notYet(
                  text(
                    `the plug is in. Kept so far: ${id ?? 'no event id'}.`,
                    `der Stecker drin ist. Bisher behalten: ${id ?? 'keine Event-ID'}.`,
                  ),
                )
          }
          if (kept.sessionId === undefined || id === undefined) {
            return noLonger(text('the cut came before the first event id.', 'der Schnitt vor der ersten Event-ID kam.'))
          }
          if ((parseEventId(id)?.n ?? 0) < 1)
            return noLonger(text(`only ${id} had arrived, before the first row.`, `erst ${id} angekommen war, vor der ersten Zeile.`))
          return done(
            text(`Kept: session ${kept.sessionId.slice(0, 8)}… and ${id}.`, `Behalten: Sitzung ${kept.sessionId.slice(0, 8)}… und ${id}.`),
          )
        }),
      },
      spec: spec(
        'sessions',
        text(
          'A client that was given a session id must send it with every later request.',
          'Ein Client, der eine Sitzungs-ID bekam, muss sie mit jeder weiteren Anfrage senden.',
        ),
      ),
      hints: [
        text('One tag stays as it is, one changes with every row.', 'Ein Schild bleibt gleich, eines ändert sich mit jeder Zeile.'),
        text(
          'Start, wait for a few rows, press **Pull the plug**, look at the tags.',
          'Starten, ein paar Zeilen abwarten, **Stecker ziehen** drücken, die Schilder ansehen.',
        ),
      ],
      setup: PAINT,
      solution: [{ do: 'start' }, { do: 'pull', when: (run) => rowsHere(run) >= 4 }],
      notes: text(
        'A client that writes the id down only when the connection breaks is too late: a crash gives it no time. Keep it with every event, in a place that survives.',
        'Wer die ID erst notiert, wenn die Verbindung reißt, kommt zu spät: Ein Absturz lässt keine Zeit. Mit jedem Event sichern, dort, wo es überlebt.',
      ),
    },
    {
      id: 'name',
      title: text('Find the event it names', 'Das Event finden, das sie nennt'),
      prose: [
        text(
          'The plug is out and the tags do not move. `Last-Event-ID` is {last-id}: not the newest event of the server, but the last one this client saw. The server has [stored](stored) {stored}.',
          'Der Stecker ist draußen, und die Schilder ändern sich nicht. `Last-Event-ID` ist {last-id}: nicht das neueste Event des Servers, sondern das letzte, das dieser Client sah. Der Server hat {stored} [gespeichert](stored).',
        ),
      ],
      act: text(
        'With the plug out, select the event that `Last-Event-ID` names.',
        'Wähle bei gezogenem Stecker das Event aus, das `Last-Event-ID` nennt.',
      ),
      goal: {
        sentence: text('Select the event that Last-Event-ID names', 'Das Event auswählen, das Last-Event-ID nennt'),
        judge: judge(started, withLog(true), wasCut(), (run) => {
          const id = lastId(run)
          const event = messagesOf(run).find(({ key }) => key === run.selected)
          if (!isOut(run))
            return noLonger(text('the plug is in again, and the id moves on.', 'der Stecker wieder drin ist und die ID weiterläuft.'))
          if (missingOf(run).length === 0)
            return notYet(text('nothing has been stored since the cut.', 'seit dem Schnitt nichts gespeichert wurde.'))
          if (!event) return notYet(text('no event of the call is selected.', 'kein Event des Aufrufs ausgewählt ist.'))
          if (event.key === id)
            return done(
              text(
                `${id}: everything after it is missing, everything up to it is here.`,
                `${id}: Alles danach fehlt, alles bis dahin ist da.`,
              ),
            )
          return notYet(
            event.fate === 'missing'
              ? text(
                  `you selected ${event.key}, which this client has never seen.`,
                  `du ${event.key} ausgewählt hast; dieser Client hat es nie gesehen.`,
                )
              : text(`you selected ${event.key}; later events arrived too.`, `du ${event.key} ausgewählt hast; es kamen noch spätere an.`),
          )
        }),
      },
      spec: spec(
        'resumability',
        text('Event ids act as a cursor inside one stream.', 'Event-IDs sind eine Marke innerhalb eines Streams.'),
      ),
      hints: [
        text(
          'Read the tag of the tool call’s stream, then look for that id in the store.',
          'Lies das Schild vom Stream des Aufrufs und such diese ID im Speicher.',
        ),
        text(
          'Press the value on the tag, or the last row that has arrived.',
          'Drücke auf den Wert am Schild oder auf die letzte angekommene Zeile.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'select', when: (run) => missingOf(run).length >= 2, pick: lastId },
      ],
      notes: text(
        'The id is the client’s bookmark, not the server’s. The server may be far ahead. That difference is all that has to be sent again.',
        'Die ID ist das Lesezeichen des Clients, nicht des Servers. Der Server kann weit voraus sein. Diese Differenz ist alles, was noch einmal gesendet werden muss.',
      ),
    },
  ],
}

/** Lesson 5: the event store, and why a server stores an event before it sends it. */

import { spec } from '../../spec/sections'
import { text } from '../../words/text'
import { done, judge, noLonger, notYet, pluggedIn, started, wasCut, whole, withLog } from '../judge/judge'
import { acceptedResumes, faultStruck, isOut, isSettled, messagesOf, missingOf, replayedOf, rowsHere } from '../judge/selectors'
import type { Lesson } from '../lesson'
import { PAINT } from '../setups'

export const storedFirst: Lesson = {
  slug: 'stored-first',
  title: text('Stored first, sent second.', 'Erst speichern, dann senden.'),
  summary: text(
    'The server’s side of the promise: an event store. An event that is stored before it is sent can be undelivered, but not lost.',
    'Die Seite des Servers: ein Event-Speicher. Ein Event, das vor dem Senden gespeichert wird, kann unzugestellt sein, aber nicht verloren.',
  ),
  steps: [
    {
      id: 'only-there',
      title: text('What only the server has', 'Was nur der Server hat'),
      prose: [
        text(
          'The wall on the right is the event store. Each message gets its id there, when it is [stored](stored): before anyone tries to send it, and whether or not anyone is connected.',
          'Die Wand rechts ist der Event-Speicher. Dort bekommt jede Nachricht ihre ID, wenn sie [gespeichert](stored) wird: bevor jemand versucht, sie zu senden, und egal, ob jemand verbunden ist.',
        ),
      ],
      act: text(
        'Cut the stream, and select an event that only the server has.',
        'Trenne den Stream und wähle ein Event aus, das nur der Server hat.',
      ),
      prediction: {
        question: text(
          'The plug is out. Who gives the new events their ids?',
          'Der Stecker ist draußen. Wer gibt den neuen Events ihre IDs?',
        ),
        choices: [
          { id: 'client', words: text('The client, when it is back', 'Der Client, wenn er zurück ist') },
          { id: 'send', words: text('The server, when it sends them', 'Der Server, wenn er sie sendet') },
          { id: 'store', words: text('The server, when it stores them', 'Der Server, wenn er sie speichert') },
        ],
        answer: (run) => {
          const last = missingOf(run).at(-1)
          if (!isOut(run) || !last) return undefined
          return {
            choice: 'store',
            shown: text(
              `The store: ${last.key} has its id already, and nobody is connected.`,
              `Der Speicher: ${last.key} hat seine ID schon, und niemand ist verbunden.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('Select an event that only the server has', 'Ein Event auswählen, das nur der Server hat'),
        judge: judge(started, withLog(true), (run) => {
          const event = messagesOf(run).find(({ key }) => key === run.selected)
          if (event?.fate === 'missing')
            return done(
              text(
                `${event.key}: stored, with its id, and sent to nobody.`,
                `${event.key}: gespeichert, mit ID, und an niemanden gesendet.`,
              ),
            )
          if (missingOf(run).length === 0) {
            return isSettled(run)
              ? noLonger(text('the client has everything.', 'der Client alles hat.'))
              : notYet(text('the client has everything that is stored.', 'der Client alles hat, was gespeichert ist.'))
          }
          return event
            ? notYet(text(`the client has ${event.key} too.`, `der Client ${event.key} auch hat.`))
            : notYet(
                text(
                  `none of the ${missingOf(run).length} missing events is selected.`,
                  `keines der ${missingOf(run).length} fehlenden Events ausgewählt ist.`,
                ),
              )
        }),
      },
      spec: spec(
        'resumability',
        text(
          'Servers may give events an id; it must be unique across all streams of the session.',
          'Server dürfen Events eine ID geben; sie muss über alle Streams der Sitzung eindeutig sein.',
        ),
      ),
      hints: [
        text('Pull the plug, then look for a crossed ring on the right.', 'Zieh den Stecker und such rechts einen durchgestrichenen Ring.'),
        text('Press the lowest row in the store while the plug is out.', 'Drücke bei gezogenem Stecker die unterste Zeile im Speicher.'),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'select', when: (run) => missingOf(run).length >= 2, pick: (run) => missingOf(run)[0]?.key },
      ],
      notes: text(
        'The store is the truth; every connection only reads from it. Ask where the store must live if the server runs on three machines.',
        'Der Speicher ist die Wahrheit; jede Verbindung liest nur daraus. Frage: Wo muss er liegen, wenn der Server auf drei Maschinen läuft?',
      ),
    },
    {
      id: 'between',
      title: text('Between storing and sending', 'Zwischen Speichern und Senden'),
      prose: [
        text(
          'The worst moment for a cut: the event is stored, and not one byte of it has been written. A server that sends first and stores afterwards can lose it for good. This one cannot.',
          'Der schlimmste Moment für einen Schnitt: Das Event ist gespeichert, und noch kein Byte davon geschrieben. Ein Server, der erst sendet und dann speichert, kann es endgültig verlieren. Dieser nicht.',
        ),
      ],
      act: text(
        'Let the network fail at that very moment, then plug back in.',
        'Lass das Netz genau dann ausfallen, dann steck den Stecker wieder ein.',
      ),
      offers: [
        {
          words: text('Cut between storing and sending', 'Zwischen Speichern und Senden trennen'),
          act: { do: 'fault', fault: 'yank-stored-unwritten', when: (run) => run.phase === 'running' && !isOut(run) },
        },
      ],
      prediction: {
        question: text(
          'Stored, not written, cut. What becomes of this event?',
          'Gespeichert, nicht geschrieben, getrennt. Was wird aus dem Event?',
        ),
        choices: [
          { id: 'lost', words: text('It is lost', 'Es ist verloren') },
          { id: 'replayed', words: text('It comes back when the client resumes', 'Es kommt zurück, wenn der Client fortsetzt') },
          { id: 'twice', words: text('It arrives twice', 'Es kommt doppelt an') },
        ],
        answer: (run) => {
          const first = replayedOf(run)[0]
          if (!faultStruck(run, 'yank-stored-unwritten') || !first || missingOf(run).length > 0) return undefined
          return {
            choice: 'replayed',
            shown: text(
              `${first.key} came back, once, after ${acceptedResumes(run)[0]?.lastEventId}.`,
              `${first.key} kam zurück, einmal, nach ${acceptedResumes(run)[0]?.lastEventId}.`,
            ),
          }
        },
      },
      goal: {
        sentence: text(
          'Cut between storing and sending, and still fill the picture',
          'Zwischen Speichern und Senden trennen und das Bild trotzdem füllen',
        ),
        judge: judge(
          started,
          withLog(true),
          (run) =>
            faultStruck(run, 'yank-stored-unwritten') || isSettled(run)
              ? undefined
              : notYet(text('nothing was cut between storing and sending.', 'nichts zwischen Speichern und Senden getrennt wurde.')),
          wasCut(),
          (run) =>
            faultStruck(run, 'yank-stored-unwritten')
              ? undefined
              : noLonger(text('this run was cut at another moment.', 'dieser Lauf in einem anderen Moment getrennt wurde.')),
          pluggedIn,
          whole,
          (run) => {
            const first = replayedOf(run)[0]
            return first
              ? done(
                  text(
                    `${first.key} was stored, not written, and came back.`,
                    `${first.key} war gespeichert, nicht geschrieben, und kam zurück.`,
                  ),
                )
              : noLonger(text('nothing had to come back.', 'nichts zurückkommen musste.'))
          },
        ),
      },
      spec: spec(
        'resumability',
        text(
          'The server may replay the messages that would have been sent after the last event ID.',
          'Der Server darf die Nachrichten nachliefern, die nach der letzten Event-ID gesendet worden wären.',
        ),
      ),
      hints: [
        text(
          'The button above waits for its moment: press it while the tool paints.',
          'Der Knopf oben wartet auf seinen Moment: Drücke ihn, während das Werkzeug malt.',
        ),
        text(
          'Start, press the button at row 4, wait for two missing, plug back in.',
          'Starten, bei Zeile 4 den Knopf drücken, auf zwei fehlende warten, einstecken.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'fault', fault: 'yank-stored-unwritten', when: (run) => rowsHere(run) >= 3 },
        { do: 'push', when: (run) => isOut(run) && missingOf(run).length >= 2 },
      ],
      notes: text(
        'Order matters: append, then write. The SDK’s transport does it in this order too. A server that takes the event out of a queue to send it has lost it when the write fails.',
        'Die Reihenfolge zählt: anhängen, dann schreiben. Der Transport des SDK macht es auch so. Ein Server, der das Event zum Senden aus einer Warteschlange nimmt, hat es verloren, wenn das Schreiben scheitert.',
      ),
    },
  ],
}

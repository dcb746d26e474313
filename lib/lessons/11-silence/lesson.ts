/** Lesson 11: proxies, silence and takeover. A connection can be dead without anyone being told. */

import { spec } from '../../spec/sections'
import { counted, text } from '../../words/text'
import { CUT, done, events, judge, noLonger, notYet, pluggedIn, started, whole, withLog } from '../judge/judge'
import { acceptedResumes, callStream, connectionsOf, cutsOf, faultStruck, isOut, isSettled, missingOf, rowsHere } from '../judge/selectors'
import type { Lesson, LessonRun } from '../lesson'
import { PAINT } from '../setups'

/** The server closed an older connection of the stream because a newer one came. */
const takeovers = (run: LessonRun): number =>
  run.trace.observations.filter((fact) => fact.kind === 'stream.attached' && fact.stream === callStream(run)?.name && fact.tookOver).length

const openOnes = (run: LessonRun) => connectionsOf(run).filter(({ end, failure, answer }) => !end && !failure && answer?.status === 200)

const silenced = (run: LessonRun): boolean => run.snapshot.faults.some(({ fault }) => fault === 'silence')

const isSilent = (run: LessonRun): boolean => run.snapshot.faults.some(({ fault, state }) => fault === 'silence' && state === 'on')

/** Bytes vanish; the client gives up what has brought none for a second and a half. */
const VANISH = { do: 'fault', fault: 'silence', setting: { amount: 1500 } } as const
const RECOVER = { ...VANISH, on: false } as const

export const silence: Lesson = {
  slug: 'silence',
  title: text('Dead, and nobody says so.', 'Tot, und niemand sagt es.'),
  summary: text(
    'Proxies cut what is idle, networks swallow bytes. A client that only waits for an error waits for ever; a second connection takes the stream over.',
    'Proxys trennen, was schweigt, Netze verschlucken Bytes. Wer nur auf einen Fehler wartet, wartet ewig; eine zweite Verbindung übernimmt den Stream.',
  ),
  steps: [
    {
      id: 'silence',
      title: text('Silence', 'Stille'),
      prose: [
        text(
          'A cable can be cut without a sound: a laptop sleeps, a router forgets. The client’s connection looks open. The server writes, and believes it arrives. [Missing](missing): {missing}.',
          'Ein Kabel kann lautlos reißen: Ein Laptop schläft, ein Router vergisst. Die Verbindung des Clients sieht offen aus. Der Server schreibt und glaubt, es kommt an. [Fehlend](missing): {missing}.',
        ),
      ],
      act: text(
        'While the tool paints, let the bytes vanish, and watch both ends for a while.',
        'Lass die Bytes verschwinden, während das Werkzeug malt, und beobachte beide Seiten.',
      ),
      offers: [
        {
          words: text('Let the bytes vanish', 'Die Bytes verschwinden lassen'),
          act: { do: 'fault', fault: 'silence', when: (run) => run.phase === 'running' },
        },
      ],
      prediction: {
        question: text('Bytes vanish. What does the client notice?', 'Die Bytes verschwinden. Was merkt der Client?'),
        choices: [
          { id: 'error', words: text('An error, at once', 'Sofort einen Fehler') },
          { id: 'end', words: text('The end of the stream', 'Das Ende des Streams') },
          { id: 'nothing', words: text('Nothing', 'Nichts') },
        ],
        answer: (run) => {
          if (!silenced(run) || missingOf(run).length < 3 || openOnes(run).length === 0) return undefined
          return {
            choice: 'nothing',
            shown: text(
              `Nothing: ${openOnes(run)[0]?.id} is open; missing: ${events(missingOf(run).length).en}.`,
              `Nichts: ${openOnes(run)[0]?.id} ist offen; fehlend: ${events(missingOf(run).length).de}.`,
            ),
          }
        },
      },
      goal: {
        sentence: text(
          'Miss three events on a connection that looks open',
          'Auf einer Verbindung, die offen aussieht, drei Events verpassen',
        ),
        judge: judge(started, withLog(true), (run) => {
          const missing = missingOf(run).length
          if (isOut(run))
            return noLonger(
              text(
                'the plug is out: that is not silence, the client knows it.',
                'der Stecker draußen ist: Das ist keine Stille, der Client weiß es.',
              ),
            )
          if (missing >= 3 && openOnes(run).length > 0)
            return done(
              text(
                `${openOnes(run)[0]?.id} looks open, and ${missing} events never came.`,
                `${openOnes(run)[0]?.id} sieht offen aus, und ${missing} Events kamen nie an.`,
              ),
            )
          if (isSettled(run)) return noLonger(text('the answer arrived.', 'die Antwort angekommen ist.'))
          return notYet(
            silenced(run)
              ? text(`${missing} of 3 events are missing.`, `erst ${missing} von 3 Events fehlen.`)
              : text('the bytes still get through.', 'die Bytes noch durchkommen.'),
          )
        }),
      },
      spec: spec(
        'sending',
        text(
          'Disconnection may occur at any time, and should not be read as cancellation.',
          'Eine Unterbrechung kann jederzeit eintreten und soll nicht als Abbruch gelesen werden.',
        ),
      ),
      hints: [
        text('Use the button, not the plug.', 'Nimm den Knopf, nicht den Stecker.'),
        text(
          'Start, press **Let the bytes vanish** at row 4, wait for missing 3.',
          'Starten, bei Zeile 4 **Die Bytes verschwinden lassen** drücken, auf „fehlend 3“ warten.',
        ),
      ],
      setup: PAINT,
      solution: [{ do: 'start' }, { do: 'fault', fault: 'silence', when: (run) => rowsHere(run) >= 4 }],
      notes: text(
        'A server that sends a comment now and then gives the client something to expect: if it stays away, the connection is dead.',
        'Ein Server, der ab und zu einen Kommentar sendet, gibt dem Client etwas zu erwarten: Bleibt er aus, ist die Verbindung tot.',
      ),
    },
    {
      id: 'takeover',
      title: text('Patience and takeover', 'Geduld und Übernahme'),
      prose: [
        text(
          'Only time can tell. A client that gives up a connection after some seconds without a byte asks anew. But for the server the old connection may still be alive. Some servers then answer 409; the specification knows no 409. This server lets the newer connection take the stream over.',
          'Nur die Zeit verrät es. Ein Client, der eine Verbindung nach einigen Sekunden ohne Byte aufgibt, fragt neu. Aber für den Server lebt die alte vielleicht noch. Manche Server antworten dann 409; die Spezifikation kennt kein 409. Dieser Server lässt die neuere Verbindung den Stream übernehmen.',
        ),
      ],
      act: text(
        'Let the bytes vanish, let the network recover, and wait for the client to lose patience.',
        'Lass die Bytes verschwinden, dann das Netz sich erholen, und warte, bis der Client die Geduld verliert.',
      ),
      offers: [
        {
          words: text('Let the bytes vanish', 'Die Bytes verschwinden lassen'),
          act: { ...VANISH, when: (run) => run.phase === 'running' && !isSilent(run) },
        },
        {
          words: text('Let the network recover', 'Das Netz sich erholen lassen'),
          act: { ...RECOVER, when: isSilent },
        },
      ],
      prediction: {
        question: text(
          'The network is well again. What happens on the old connection?',
          'Das Netz ist wieder gesund. Was geschieht auf der alten Verbindung?',
        ),
        choices: [
          { id: 'flows', words: text('The missing events flow in', 'Die fehlenden Events strömen herein') },
          { id: 'dead', words: text('Nothing: it stays dead', 'Nichts: Sie bleibt tot') },
          { id: 'told', words: text('The client is told at once that it is dead', 'Der Client erfährt sofort, dass sie tot ist') },
        ],
        answer: (run) => {
          const [resume] = acceptedResumes(run)
          if (!silenced(run) || !resume) return undefined
          const old = connectionsOf(run)[0]
          return {
            choice: 'dead',
            shown: text(
              `${old?.id} stayed dead. ${resume.id}, a new connection, brought what came after ${resume.lastEventId}.`,
              `${old?.id} blieb tot. ${resume.id}, eine neue Verbindung, brachte, was nach ${resume.lastEventId} kam.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('Silence, a new connection, and the whole picture', 'Stille, eine neue Verbindung, und das ganze Bild'),
        judge: judge(
          started,
          withLog(true),
          (run) => {
            if (silenced(run)) return undefined
            return isSettled(run)
              ? noLonger(text('no byte had vanished in this run.', 'in diesem Lauf kein Byte verschwunden ist.'))
              : notYet(text('the bytes still get through.', 'die Bytes noch durchkommen.'))
          },
          (run) =>
            isSilent(run)
              ? notYet(
                  text(
                    `the bytes vanish; missing: ${events(missingOf(run).length).en}.`,
                    `die Bytes verschwinden; fehlend: ${events(missingOf(run).length).de}.`,
                  ),
                )
              : undefined,
          pluggedIn,
          whole,
          (run) => {
            const resume = acceptedResumes(run)[0]
            if (!resume) return noLonger(text('nothing was resumed.', 'nichts fortgesetzt wurde.'))
            return done(
              takeovers(run) > 0
                ? text(
                    `${resume.id} took the stream over from a connection the server believed alive.`,
                    `${resume.id} übernahm den Stream von einer Verbindung, die der Server für lebendig hielt.`,
                  )
                : text(`${resume.id} resumed after ${resume.lastEventId}.`, `${resume.id} setzte nach ${resume.lastEventId} fort.`),
            )
          },
        ),
      },
      spec: spec(
        'connections',
        text(
          'A client may be connected to several streams at once; no version of the specification mentions 409.',
          'Ein Client darf mit mehreren Streams zugleich verbunden sein; keine Version der Spezifikation erwähnt 409.',
        ),
      ),
      hints: [
        text('Two buttons, one after the other. Then have patience.', 'Zwei Knöpfe, nacheinander. Dann Geduld.'),
        text(
          'Start, **Let the bytes vanish**, wait for missing 3, **Let the network recover**, wait two seconds.',
          'Starten, **Die Bytes verschwinden lassen**, auf „fehlend 3“ warten, **Das Netz sich erholen lassen**, zwei Sekunden warten.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { ...VANISH, when: (run) => rowsHere(run) >= 4 },
        { ...RECOVER, when: (run) => missingOf(run).length >= 3 },
      ],
      notes: text(
        'The SDK answers 409 to a second standalone GET, and to a resume when the store can name the stream of an id. A client that tries twice and gives up is then stuck. How long should patience be? Longer than the server’s comments are apart.',
        'Das SDK antwortet 409 auf ein zweites eigenständiges GET, und auf ein Fortsetzen, wenn der Speicher den Stream einer ID nennen kann. Ein Client, der nach zwei Versuchen aufgibt, sitzt dann fest. Wie lang soll die Geduld sein? Länger als der Abstand der Kommentare des Servers.',
      ),
    },
    {
      id: 'idle',
      title: text('The impatient proxy', 'Der ungeduldige Proxy'),
      prose: [
        text(
          'Between client and server stand proxies, and many cut a connection that says nothing for a while. A slow tool is enough. The stream survives, as ever.',
          'Zwischen Client und Server stehen Proxys, und viele trennen eine Verbindung, die eine Weile nichts sagt. Ein langsames Werkzeug genügt. Der Stream überlebt, wie immer.',
        ),
      ],
      act: text(
        'Put a proxy in between that allows 400 ms of silence, and run the slow tool.',
        'Stell einen Proxy dazwischen, der 400 ms Stille erlaubt, und starte das langsame Werkzeug.',
      ),
      offers: [
        {
          words: text('A proxy that cuts after 400 ms of silence', 'Ein Proxy, der nach 400 ms Stille trennt'),
          act: { do: 'fault', fault: 'idle-proxy', setting: { amount: 400 } },
        },
      ],
      goal: {
        sentence: text(
          'Be cut by the proxy at least once, and lose nothing',
          'Mindestens einmal vom Proxy getrennt werden und nichts verlieren',
        ),
        judge: judge(
          started,
          withLog(true),
          (run) => {
            const struck =
              faultStruck(run, 'idle-proxy') &&
              connectionsOf(run).some(({ end }) => end !== undefined && end.how !== 'closed') &&
              acceptedResumes(run).length > 0
            if (struck) return undefined
            return isSettled(run)
              ? noLonger(text('the proxy cut nothing in this run.', 'der Proxy in diesem Lauf nichts getrennt hat.'))
              : notYet(text('the proxy has cut no connection of the call.', 'der Proxy noch keine Verbindung des Aufrufs getrennt hat.'))
          },
          pluggedIn,
          (run) =>
            rowsHere(run) >= 2 || isSettled(run)
              ? undefined
              : notYet(text(`${rowsHere(run)} of 2 rows have arrived.`, `erst ${rowsHere(run)} von 2 Zeilen angekommen sind.`)),
          (run) => {
            const cuts = Math.max(cutsOf(run).length, acceptedResumes(run).length)
            return done(
              text(
                `${counted(cuts, CUT).en} by the proxy, ${rowsHere(run)} rows so far, each once.`,
                `${counted(cuts, CUT).de} durch den Proxy, bisher ${rowsHere(run)} Zeilen, jede einmal.`,
              ),
            )
          },
        ),
      },
      spec: spec(
        'resumability',
        text(
          'Resuming works the same way whether the network failed or the server closed the connection.',
          'Fortsetzen geht gleich, ob das Netz ausfiel oder der Server die Verbindung schloss.',
        ),
      ),
      hints: [
        text(
          'A slow tool is already chosen: one row every 1.2 seconds.',
          'Ein langsames Werkzeug ist schon eingestellt: eine Zeile alle 1,2 Sekunden.',
        ),
        text('Press the proxy’s button, then the yellow one, and wait.', 'Drücke den Knopf des Proxys, dann den gelben, und warte.'),
      ],
      setup: { ...PAINT, delay: 1200 },
      solution: [{ do: 'start' }, { do: 'fault', fault: 'idle-proxy', setting: { amount: 400 }, when: (run) => run.phase === 'running' }],
      notes: text(
        'Comments every few seconds keep such a proxy quiet; the SDK sends one every 15 seconds. With resumability a cut costs only a round trip.',
        'Kommentare alle paar Sekunden beruhigen so einen Proxy; das SDK sendet alle 15 Sekunden einen. Mit Wiederaufnahme kostet ein Schnitt nur einen Umlauf.',
      ),
    },
  ],
}

/** Lesson 11 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'Dead, and nobody says so.',
  summary:
    'Proxies cut what is idle, networks swallow bytes. A client that only waits for an error waits for ever; a second connection takes the stream over.',
  steps: {
    silence: {
      title: 'Silence',
      prose: [
        'A cable can be cut without a sound: a laptop sleeps, a router forgets. The client’s connection looks open. The server writes, and believes it arrives. [Missing](missing): {missing}.',
      ],
      act: 'While the tool paints, let the bytes vanish, and watch both ends for a while.',
      question: 'Bytes vanish. What does the client notice?',
      choices: { error: 'An error, at once', end: 'The end of the stream', nothing: 'Nothing' },
      goal: 'Miss three events on a connection that looks open',
      spec: 'Disconnection may occur at any time, and should not be read as cancellation.',
      hints: ['Use the button, not the plug.', 'Start, press **Let the bytes vanish** at row 4, wait for missing 3.'],
      offers: { silence: 'Let the bytes vanish' },
      notes: 'A server that sends a comment now and then gives the client something to expect: if it stays away, the connection is dead.',
    },
    takeover: {
      title: 'Patience and takeover',
      prose: [
        'Only a timeout can tell. When no byte arrives for some seconds, the client gives the connection up and reconnects. The server may still believe that the old connection is alive. Some servers then answer 409; the specification does not define 409 here. This server lets the newer connection take the stream over.',
      ],
      act: 'Let the bytes vanish, let the network recover, and wait for the client to lose patience.',
      question: 'The network is well again. What happens on the old connection?',
      choices: { flows: 'The missing events flow in', dead: 'Nothing: it stays dead', told: 'The client is told at once that it is dead' },
      goal: 'Silence, a new connection, and the whole picture',
      spec: 'A client may be connected to several streams at once; no version of the specification mentions 409.',
      hints: [
        'Two buttons, one after the other. Then have patience.',
        'Start, **Let the bytes vanish**, wait for missing 3, **Let the network recover**, wait two seconds.',
      ],
      offers: { vanish: 'Let the bytes vanish', recover: 'Let the network recover' },
      notes:
        'The SDK answers 409 to a second standalone GET, and to a resume when the store can name the stream of an id. A client that tries twice and gives up is then stuck. How long should patience be? Longer than the server’s comments are apart.',
    },
    idle: {
      title: 'The impatient proxy',
      prose: [
        'Between client and server stand proxies, and many cut a connection that says nothing for a while. A slow tool is enough. The stream survives, as ever.',
      ],
      act: 'Put a proxy in between that allows 400 ms of silence, and run the slow tool.',
      goal: 'Be cut by the proxy at least once, and lose nothing',
      spec: 'Resuming works the same way whether the network failed or the server closed the connection.',
      hints: ['A slow tool is already chosen: one row every 1.2 seconds.', 'Press the proxy’s button, then the yellow one, and wait.'],
      offers: { 'idle-proxy': 'A proxy that cuts after 400 ms of silence' },
      notes:
        'Comments every few seconds keep such a proxy quiet; the SDK sends one every 15 seconds. With resumability a cut costs only a round trip.',
    },
  },
  messages: {
    'nothing-noticed': 'Nothing: {id} is open; missing: {events}.',
    'plug-is-out': 'the plug is out: that is not silence, the client knows it.',
    'looks-open': '{id} looks open, and {missing} events never came.',
    answered: 'the answer arrived.',
    'missing-so-far': '{missing} of 3 events are missing.',
    'bytes-get-through': 'the bytes still get through.',
    'stayed-dead': '{id} stayed dead. {resumeId}, a new connection, brought what came after {lastEventId}.',
    'no-byte-vanished': 'no byte had vanished in this run.',
    'bytes-vanish': 'the bytes vanish; missing: {events}.',
    'nothing-resumed': 'nothing was resumed.',
    'took-over': '{id} took the stream over from a connection the server believed alive.',
    'resumed-after': '{id} resumed after {lastEventId}.',
    'proxy-cut-nothing': 'the proxy cut nothing in this run.',
    'proxy-cut-nothing-yet': 'the proxy has cut no connection of the call.',
    'rows-so-far': '{here} of 2 rows have arrived.',
    'cut-by-proxy': '{cuts} by the proxy, {here} rows so far, each once.',
  },
} as const satisfies LessonText

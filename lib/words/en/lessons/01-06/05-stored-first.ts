/** Lesson 5 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'Stored first, sent second.',
  summary: 'The server’s side of the promise: an event store. An event that is stored before it is sent can be undelivered, but not lost.',
  steps: {
    'only-there': {
      title: 'What only the server has',
      prose: [
        'The wall on the right is the event store. Each message gets its id there, when it is [stored](stored): before anyone tries to send it, and whether or not anyone is connected.',
      ],
      act: 'Cut the stream, and select an event that only the server has.',
      question: 'The plug is out. Who gives the new events their ids?',
      choices: { client: 'The client, when it is back', send: 'The server, when it sends them', store: 'The server, when it stores them' },
      goal: 'Select an event that only the server has',
      spec: 'Servers may give events an id; it must be unique across all streams of the session.',
      hints: ['Pull the plug, then look for a crossed ring on the right.', 'Press the lowest row in the store while the plug is out.'],
      notes:
        'The store is the truth; every connection only reads from it. Ask where the store must live if the server runs on three machines.',
    },
    between: {
      title: 'Between storing and sending',
      prose: [
        'The worst moment for a cut: the event is stored, and not one byte of it has been written. A server that sends first and stores afterwards can lose it for good. This one cannot.',
      ],
      act: 'Let the network fail at that very moment, then plug back in.',
      question: 'Stored, not written, cut. What becomes of this event?',
      choices: { lost: 'It is lost', replayed: 'It comes back when the client resumes', twice: 'It arrives twice' },
      goal: 'Cut between storing and sending, and still fill the picture',
      spec: 'The server may replay the messages that would have been sent after the last event ID.',
      hints: [
        'The button above waits for its moment: press it while the tool paints.',
        'Start, press the button at row 4, wait for two missing, plug back in.',
      ],
      offers: { 'yank-stored-unwritten': 'Cut between storing and sending' },
      notes:
        'Order matters: append, then write. The SDK’s transport does it in this order too. A server that takes the event out of a queue to send it has lost it when the write fails.',
    },
  },
  messages: {
    'stored-with-id': 'The store: {key} has its id already, and nobody is connected.',
    'selected-unsent': '{key}: stored, with its id, and sent to nobody.',
    'client-has-all': 'the client has everything.',
    'client-has-all-stored': 'the client has everything that is stored.',
    'selected-received': 'the client has {key} too.',
    'none-selected': 'none of the {missing} missing events is selected.',
    'came-back-once': '{key} came back, once, after {lastEventId}.',
    'not-cut-between': 'nothing was cut between storing and sending.',
    'cut-elsewhere': 'this run was cut at another moment.',
    'stored-and-came-back': '{key} was stored, not written, and came back.',
    'nothing-came-back': 'nothing had to come back.',
  },
} as const satisfies LessonText

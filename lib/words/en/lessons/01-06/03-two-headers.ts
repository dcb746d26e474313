/** Lesson 3 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'Two headers survive.',
  summary: 'What the client has to keep: Mcp-Session-Id once, and for each stream the id of the last event it saw.',
  steps: {
    keep: {
      title: 'Watch what is kept',
      prose: [
        'Under the picture hang the tags: what this client keeps. [`Mcp-Session-Id`](session) came once, with the answer to initialize. [`Last-Event-ID`](last-event-id) is the id of the newest event, one for each [stream](stream).',
      ],
      act: 'Start the tool, watch the tags, and pull the plug.',
      question: 'When does the client change `Last-Event-ID`?',
      choices: { once: 'Once, when the stream begins', event: 'With every event that arrives', cut: 'When the connection breaks' },
      goal: 'Pull the plug, and still have both headers',
      spec: 'A client that was given a session id must send it with every later request.',
      hints: [
        'One tag stays as it is, one changes with every row.',
        'Start, wait for a few rows, press **Pull the plug**, look at the tags.',
      ],
      notes:
        'A client that writes the id down only when the connection breaks is too late: a crash gives it no time. Keep it with every event, in a place that survives.',
    },
    name: {
      title: 'Find the event it names',
      prose: [
        'The plug is out and the tags do not move. `Last-Event-ID` is {last-id}: not the newest event of the server, but the last one this client saw. The server has [stored](stored) {stored}.',
      ],
      act: 'With the plug out, select the event that `Last-Event-ID` names.',
      goal: 'Select the event that Last-Event-ID names',
      spec: 'Event ids act as a cursor inside one stream.',
      hints: [
        'Read the tag of the tool call’s stream, then look for that id in the store.',
        'Press the value on the tag, or the last row that has arrived.',
      ],
      notes:
        'The id is the client’s bookmark, not the server’s. The server may be far ahead. That difference is all that has to be sent again.',
    },
  },
  messages: {
    'with-every-event': 'With every event: {values} values so far, the last is {lastId}. The cut changed nothing.',
    'answered-before-cut': 'the answer arrived before the cut, so nothing had to survive.',
    'plug-is-in': 'the plug is in. Kept so far: {id}.',
    'cut-before-first-id': 'the cut came before the first event id.',
    'cut-before-first-row': 'only {id} had arrived, before the first row.',
    'kept-both': 'Kept: session {session}… and {id}.',
    'plugged-in-again': 'the plug is in again, and the id moves on.',
    'nothing-stored-since': 'nothing has been stored since the cut.',
    'none-selected': 'no event of the call is selected.',
    'selected-named': '{id}: everything after it is missing, everything up to it is here.',
    'selected-unseen': 'you selected {key}, which this client has never seen.',
    'selected-too-early': 'you selected {key}; later events arrived too.',
    'no-event-id': 'no event id',
  },
} as const satisfies LessonText

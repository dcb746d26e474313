/** Lesson 10 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'Leaving, gracefully or not.',
  summary: 'A page is reloaded, a client crashes, an id is saved too late. What is picked up again, and why some events can arrive twice.',
  steps: {
    reload: {
      title: 'Reload the page',
      prose: [
        'A reload is a hard cut: the connections go, and all that the client had in memory. What it wrote to storage stays: the [session](session), and one [`Last-Event-ID`](last-event-id) for the call.',
      ],
      act: 'Start, and reload the page while the tool paints.',
      question: 'The new page knows only what was kept. Can it get the answer?',
      choices: { yes: 'Yes, the answer to the old call', again: 'Only by calling the tool again', no: 'No' },
      goal: 'Reload in the middle, and get the answer all the same',
      spec: 'Disconnecting is not cancelling: a client that wants to stop must say so.',
      hints: ['The browser’s own reload button does the same.', 'Start, press **Reload the client** at row 4, wait.'],
      offers: { reload: 'Reload the client' },
      notes:
        'What must be kept for this is one thing more than two headers: which request the stream answers. Ask where a phone app or a command line tool would write it.',
    },
    late: {
      title: 'Saved too late',
      prose: [
        'A client that saves its id only now and then comes back with an old one. The server cannot know that later events had arrived. It sends them again.',
      ],
      act: 'Pull at row 5 or later, use an old id, and plug back in.',
      question: 'The id is three events old. What arrives?',
      choices: { hole: 'Three events are lost', twice: 'Three events arrive twice', refused: 'The server refuses' },
      goal: 'Make events arrive twice, and lose none',
      spec: 'The server replays what came after the id it was given; only the client knows what it had.',
      hints: ['The old id must be one the client had before.', 'Pull at row 5, press **Use the id of three events ago**, plug back in.'],
      offers: { 'old-id': 'Use the id of three events ago' },
      notes: 'This is at-least-once delivery. Exactly once does not exist on the wire; it is made at the receiver, by remembering ids.',
    },
    drop: {
      title: 'Drop what is known',
      prose: [
        'Each event has an id, so a repetition can be recognised. A client that remembers the ids it has seen keeps the second copy from the application. On the wire it still comes twice.',
      ],
      act: 'Do the same with a client that remembers ids.',
      goal: 'Twice on the wire, once in the application',
      spec: 'Event ids must be unique across all streams of a session, so they can tell a repetition.',
      hints: [
        'The same three acts as before; only the client differs.',
        'Pull at row 5, press **Use the id of three events ago**, plug back in.',
      ],
      offers: { 'old-id': 'Use the id of three events ago' },
      notes:
        'Remembering ids costs memory; remembering the highest one a stream is enough when ids are ordered. For work with effects, the request itself must be safe to repeat.',
    },
  },
  messages: {
    'yes-resumed': 'Yes: resumed after {lastEventId}, the tool was called {times}.',
    'call-failed': 'The call failed.',
    'answered-before-reload': 'the answer arrived before the reload.',
    'not-reloaded-yet': 'the page has not been reloaded; {rows} so far.',
    'ended-without-result': 'the call ended without a result.',
    'no-response-on-new-page': 'the response has not arrived on the new page.',
    'answered-after-reload': 'A new client, two kept headers, and the old call’s answer, after {lastEventId}.',
    'not-resumed': 'the call was not resumed.',
    'arrived-twice': '{ids} arrived twice.',
    'twice-and-none-missing': '{events} arrived twice ({ids}), none is missing.',
    'each-once': 'every event arrived once.',
    'none-twice-yet': 'no event has arrived twice.',
    dropped: 'Dropped before the application: {dropped}.',
    'no-response-yet': 'the response has not arrived.',
    'nothing-twice': 'nothing arrived twice.',
    'none-dropped-yet': 'no repetition has been dropped.',
  },
} as const satisfies LessonText

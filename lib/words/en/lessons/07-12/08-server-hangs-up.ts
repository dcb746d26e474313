/** Lesson 8 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'When the server hangs up.',
  summary: 'A server may close a connection and keep the stream. It says how long to wait, and the client comes back: polling.',
  steps: {
    poll: {
      title: 'Closed, not ended',
      prose: [
        'Nothing is broken this time. A server with many clients closes a connection that has little to say, after it has sent an id. The [stream](stream) goes on without it. The field `retry` says how many milliseconds the client waits before it asks again.',
      ],
      act: 'While the tool paints, let the server close the connection.',
      question: 'The connection ended properly, without the response. What does the client do?',
      choices: { fails: 'It reports an error', calls: 'It calls the tool again', polls: 'It waits, then resumes with a GET' },
      goal: 'The server closes, the client comes back, the picture is full',
      spec: 'After an id was sent, the server may close the connection without ending the stream; the client should then poll by reconnecting.',
      hints: ['The plug stays in. The button above is the server’s.', 'Start, press **The server closes the connection** at row 4, wait.'],
      offers: { 'polite-close': 'The server closes the connection' },
      notes:
        'To the client a polite close and a cut look almost the same: the stream has no response yet. That is why one mechanism serves both.',
    },
    impatient: {
      title: 'A client that cannot wait',
      prose: [
        'The client must obey the server’s `retry`. If a thousand clients reconnected at once, right after the server had closed their connections, the server would be worse off than with open connections.',
      ],
      act: 'Make the client impatient, start, and let the server close.',
      goal: 'Catch the client coming back before the time was up',
      spec: 'The server should send retry before it closes; the client must respect it.',
      hints: [
        'Two buttons: one before you start, one while the tool paints.',
        'Press **Make the client impatient**, start, press **The server closes the connection** at row 4.',
      ],
      offers: { impatient: 'Make the client impatient', 'polite-close': 'The server closes the connection' },
      notes:
        'Let them compute it: a thousand clients, one second of retry, against a thousand clients without. Freeze the wait on the stage to talk about it.',
    },
  },
  messages: {
    'asked-later': '{id} ended; {wait} s later {nextId} asked after {lastEventId}.',
    'answered-before-close': 'the answer arrived before the server closed anything.',
    'not-closed-yet': 'the server has not closed a connection of the call.',
    'closed-and-resumed': 'Closed by the server, resumed {times}, nothing lost. You made {cutsMade}.',
    'not-back-yet': 'the client has not come back yet.',
    'waited-long-enough': 'it waited {wait} s, and retry says {retry} s.',
    'came-too-early': '{id} came after {wait} ms; retry says {retry} ms.',
    'cuts-made': { one: '{n} cut', other: '{n} cuts' },
  },
} as const satisfies LessonText

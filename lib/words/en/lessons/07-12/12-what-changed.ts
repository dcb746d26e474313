/** Lesson 12 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'What 2026-07-28 changed.',
  summary:
    'Revision 2026-07-28 has no sessions and no resumable streams. What a dropped stream means there, what long work does instead, and what stays true everywhere.',
  steps: {
    'no-resume': {
      title: 'Nothing to resume',
      prose: [
        'You have learned revision 2025-11-25. The next one, 2026-07-28, took it out: no `initialize`, no `Mcp-Session-Id`, no GET stream, no event ids, no `Last-Event-ID`. A broken stream loses the request that was under way, and the server treats the disconnect as cancellation.',
        'This stage does not speak it. But a run without an event log shows what the client sees.',
      ],
      act: 'Start, and cut the stream while the tool paints.',
      question: 'No event ids. Which request can bring the rest?',
      choices: { get: 'A GET with the session id', none: 'None: the call is over', post: 'The same POST with the same request id' },
      goal: 'Lose a request to a broken stream',
      spec: 'Removed: sessions (SEP-2567), stream resumability and event ids (SEP-2575).',
      hints: ['Same act as in lesson 2.', 'Start, press **Pull the plug** at row 5.'],
      notes:
        'One difference to say aloud: in 2025-11-25 a disconnect should not be read as cancellation, in 2026-07-28 it must be. Our tool paints on; a server of the new revision should stop.',
    },
    reissue: {
      title: 'Ask again, or hold a handle',
      prose: [
        'What does a client do there? It must issue the request again, as a new one with a new request id. The protocol has no idempotency key, so only the tool can say whether it is safe to run twice.',
        'Work that must survive gets a **handle**. With the tasks extension the server answers at once with a `taskId`, stored before it answers. The client keeps the id and polls `tasks/get`, after a crash too.',
      ],
      act: 'Ask again: run the tool without a cut, and get the answer.',
      question: 'The same call a second time. Who pays for the work done before?',
      choices: {
        nobody: 'Nobody: the server goes on where it was',
        again: 'All of it is done again, from row 1',
        half: 'Only the missing rows are painted',
      },
      goal: 'Get the whole answer with a new request',
      spec: 'A broken response stream loses the request in flight; the client must re-issue it as a new request with a new id.',
      hints: ['Start again, and leave the plug alone.', 'Press **Start again**, then the yellow button, and wait for row 16.'],
      notes:
        'A handle is the same idea one floor up: a name for work, kept by the client, stored by the server before it answers. Two plain tools, start_job and get_job, do it in any revision.',
    },
    'carries-over': {
      title: 'What stays true',
      prose: [
        'Event ids and `Last-Event-ID` are older than MCP: they belong to server-sent events, and every application that streams over HTTP can use them. Number the events. Store before you send. Keep the last id where it survives. Ask for the rest.',
        'Here is a story, word by word, as a language model would send it.',
      ],
      act: 'Cut the story twice, and still read all of it.',
      goal: 'Two cuts, the whole story, no word twice',
      spec: 'HTML, server-sent events: a client that reconnects sends the last event ID it saw.',
      hints: ['You can do this without us by now.', 'Pull, plug in, and once more before the story ends.'],
      notes: 'End with the four sentences of the text, from memory, by the class. They are the whole course.',
    },
  },
  messages: {
    'none-resumed': 'None: {resumes} resumes were sent, and the call failed at once.',
    'still-waits': 'the client still waits.',
    'answered-before-cut': 'the answer arrived before the cut.',
    'request-lost': 'The request is lost after {rows}. There is nothing to ask for the rest with.',
    'all-again': 'All of it: {here} rows on {id}, beginning with row 1.',
    'was-cut': 'this run was cut, and {lost} messages are lost.',
    'new-request': 'A new POST, {id}, request id {rpcId}: {here} rows and the response.',
    'two-cuts-whole': '{cuts}, {replayed} events replayed on {acceptedResumes} new connections, nothing lost.',
  },
} as const satisfies LessonText

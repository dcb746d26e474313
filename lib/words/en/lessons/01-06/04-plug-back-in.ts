/** Lesson 4 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'It came back.',
  summary: 'A GET with Last-Event-ID resumes the stream: the server replays what came after that id, then goes on live.',
  steps: {
    resume: {
      title: 'Plug back in',
      prose: [
        'This server [stores](stored) every event. Cut the stream, let a few rows pile up, and plug back in: the client sends a GET with the two headers it kept.',
      ],
      act: 'Start, pull, wait for three missing rows, plug back in.',
      question: 'The client sends `Last-Event-ID`. Which rows will the server send?',
      choices: { all: 'Every row again, from row 1', after: 'The rows after that id, then new ones as they come', new: 'Only new rows' },
      goal: 'Fill the picture after a cut, no row twice',
      spec: 'To resume, a client should send a GET with Last-Event-ID; the server may then replay what came after it, on that stream.',
      hints: ['Something must be missing before anything can come back.', 'Pull at row 5, plug back in when the ledger says missing 3.'],
      notes:
        'Same stream, new connection. It is a GET, although the stream began as a POST; the tool is not called again. Open Wire and read the request aloud.',
    },
    twice: {
      title: 'Once more',
      prose: [
        'A [session](session) lives on through every cut. A [stream](stream) is the answer to one request and lives on too. Only the connection dies: this run has used {connections} so far.',
      ],
      act: 'Cut the same run twice, and still fill the picture.',
      question: 'After two cuts: how many sessions, streams and connections did the call need?',
      choices: {
        'three-each': '3 sessions, 3 streams, 3 connections',
        'one-one-three': '1 session, 1 stream, 3 connections',
        'one-three-three': '1 session, 3 streams, 3 connections',
      },
      goal: 'Two cuts, one answer, no row twice',
      spec: 'This holds for any stream, whatever started it: resuming is always a GET.',
      hints: ['Pull again as soon as rows move after the first replay.', 'Pull at row 4, plug in, pull at row 9, plug in.'],
      notes:
        'Session, stream, connection: three names for three things, and most bugs in this area come from mixing up two of them. Let the class count them on the timeline.',
    },
  },
  messages: {
    'replayed-after': '{id} sent {lastEventId}; replayed: {ids}.',
    'nothing-to-replay': 'nothing had been stored in between, so nothing came back.',
    'came-back': '{events} came back: {ids}. The tool was called {times}.',
    counted: '1 session, 1 stream, {answered} connections.',
    'whole-after-cuts': '{cuts}; resumed after {resumedAfter}; {rows}, each once.',
  },
} as const satisfies LessonText

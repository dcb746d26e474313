/** Lesson 6 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'An id belongs to one stream.',
  summary: 'A session can have many streams, each with its own last event ID. What belongs to one is never replayed on another.',
  steps: {
    'two-gets': {
      title: 'Two streams, two GETs',
      prose: [
        'Two cores run in this cable. One is the answer to the tool call. The other is the standalone [stream](stream), opened by a GET, for what the server wants to say by itself. Each has its own [`Last-Event-ID`](last-event-id).',
      ],
      act: 'Cut both with one pull, and plug back in.',
      question: 'How many requests bring both streams back?',
      choices: { one: 'One GET for the session', two: 'One GET for each stream', post: 'A GET and the POST again' },
      goal: 'Resume both streams, each after its own id',
      spec: 'A client may keep several streams open; the server sends each message on one of them only.',
      hints: ['Count the tags before you plug back in.', 'Pull at row 4, plug in, read the two GETs on the timeline.'],
      notes:
        'A common bug is one variable “lastEventId” for the whole client. With two streams it holds whatever came last, and the wrong stream is resumed.',
    },
    stray: {
      title: 'The wrong id',
      prose: [
        'What if a client mixes them up, and asks for the rest of the picture with the id of the standalone stream? The server trusts the id. The id names both the stream and the position.',
        'The client stops at the result: the holes stay. **Ask again as kept** sends the call’s own id.',
      ],
      act: 'Pull, put the other stream’s id on the call’s tag, and plug back in.',
      question: 'The call’s GET carries the other stream’s id. What will it bring?',
      choices: { rows: 'The missing rows', nothing: 'No row of the picture', all: 'Everything of both streams' },
      goal: 'Resume the call with the other stream’s id: no row comes',
      spec: 'The server must not replay messages that would have gone to another stream.',
      hints: ['Pull first. Then use the button above, or write on the tag itself.', 'Pull at row 4, press the button, plug back in.'],
      offers: { edit: 'Use the standalone stream’s id' },
      notes:
        'The MUST NOT protects the client: events of one stream on another would answer the wrong request. In 2025-11-25 ids should say which stream they belong to; ours do.',
    },
  },
  messages: {
    'gets-after': '{resumed} GETs, after {ids}.',
    'resumed-after': 'Resumed after {ids}.',
    'none-resumed': 'no stream has been resumed.',
    'one-resumed': 'only {names} has been resumed.',
    'stray-answered': '{id}, after {lastEventId}, was answered {status} and brought {got} rows.',
    'resumed-with-own-id': 'the call was resumed with its own id.',
    'would-send': 'the plug is out; the client would send {lastId}.',
    'plug-is-out': 'the plug is out: nobody can answer.',
    'no-answer-yet': '{id} has no answer yet.',
    'stray-got-no-row': '{id} asked after {lastEventId}. The server answered {status}, and no row came. Still missing: {ids}.',
    'stray-got-no-row-then': '{id} asked after {lastEventId}. The server answered {status}, and no row came on it.',
  },
} as const satisfies LessonText

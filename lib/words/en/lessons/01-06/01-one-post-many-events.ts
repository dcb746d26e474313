/** Lesson 1 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'One request, many events.',
  summary: 'A tool call is one POST. Its answer is a stream of events that takes seconds, with the response as its last event.',
  steps: {
    start: {
      title: 'Start the tool',
      prose: [
        'A tool on the server paints a lighthouse, one row per [event](event). That takes seconds, so the server answers with a [stream](stream).',
      ],
      act: 'Press the yellow button and let the picture fill.',
      question: 'How many requests will bring the sixteen rows?',
      choices: { one: 'One POST brings all of them', each: 'One request a row', two: 'A POST to start, a GET to fetch the picture' },
      goal: 'All sixteen rows and the response arrive on one connection',
      spec: 'A server may answer a POST with an event stream, and send messages before the response.',
      hints: ['The yellow button starts the tool. Touch nothing else.', 'Press **Paint the picture** and wait until row 16 is there.'],
      notes: 'Let the room guess first. Many expect one request a row, as with polling. Point at the wire lane: one bar, sixteen marks.',
    },
    response: {
      title: 'Find the response',
      prose: [
        'Each [event](event) has an `id` and carries one JSON-RPC message. Sixteen of them report progress. One of them is the response to the call, and it ends the stream.',
      ],
      act: 'Select the event that carries the response.',
      goal: 'Select the event that carries the response',
      spec: 'The stream should include the response, and should end after it.',
      hints: ['Look at the end of the store, on the right.', 'It is the event after row 16: `call-2/17`.'],
      notes:
        'Progress and response share one stream and one kind of frame. A client that reads only the last event still gets its answer; one that never sees it waits for ever.',
    },
  },
  messages: {
    'one-request': 'One: {id}, a {method}, carried {rows} and the response.',
    'several-requests': 'This time {used}: the first was cut, the others resumed it.',
    'was-cut': 'the stream was cut after {rows}.',
    'all-on-one': '{rows} and the response, all on {id}.',
    'no-answer-yet': 'the call has no answer yet.',
    'none-selected': 'no event of the call is selected.',
    'selected-response': '{key} is the response: the last event of its stream.',
    'selected-row': 'you selected {key}, which carries row {progress}.',
    'selected-neither': 'you selected {key}, which carries no row and no response.',
  },
} as const satisfies LessonText

/** Lesson 9 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'When the server says no.',
  summary:
    'A session can end, a store can forget, an id can be wrong. What the server answers, what the client must do, and where the specification is silent.',
  steps: {
    gone: {
      title: '404: the session is gone',
      prose: [
        'The two headers are worth something only while the server knows the [session](session). A server may end it at any time. Then it answers every request with that id: 404.',
      ],
      act: 'Pull, let the server end the session, and plug back in.',
      question: 'What must the client do after a 404?',
      choices: { retry: 'Ask again later', new: 'Begin again with initialize', without: 'Ask without the session id' },
      goal: 'Come back with the kept headers, and get a 404',
      spec: 'After it has ended a session, the server must answer 404; the client must then start a new one with initialize.',
      hints: ['The server’s button works while the plug is out.', 'Pull at row 4, press **The server ends the session**, plug back in.'],
      offers: { 'end-session': 'The server ends the session' },
      notes:
        'Many clients do not do what they must here: the SDK’s client throws and stops. After a new initialize the old last event ID means nothing; the work has to be asked for again.',
    },
    evicted: {
      title: 'The store forgets',
      prose: [
        'No store keeps everything. When the server evicts the oldest events, it cannot resume from an id before the gap: some events would be missing, and the client would not know. The specification does not say what to answer. This server answers 400 and gives the reason.',
      ],
      act: 'Pull, wait for five missing, let the store forget, and plug back in.',
      question: 'Some of the missing events are evicted. What would be the worst answer?',
      choices: { silent: '200, and the rest without a word', error: '400, with the reason', gone: '404, as if the session were gone' },
      goal: 'Ask for events that were evicted, and be told',
      spec: 'Silent: the specification does not say what a server does with an id it no longer has.',
      hints: [
        'More than two events must be missing before the store forgets.',
        'Pull at row 3, wait for missing 5, press the button, plug back in.',
      ],
      offers: { evict: 'Keep only the newest 2 events' },
      notes: 'Choose a limit, and say it. A store without one grows until the process dies; the SDK’s example store is of that kind.',
    },
    forged: {
      title: 'An id nobody gave out',
      prose: ['A damaged or invented id is refused too. That need not be the end: the client still has the right one.'],
      act: 'Come back with a made-up id, be refused, and still fill the picture.',
      goal: 'Be refused once, then fill the picture with the kept id',
      spec: 'Silent again. 400 with a reason lets the client choose; 200 and silence does not.',
      hints: [
        'After the refusal, ask again with what the client has kept.',
        'Pull, press **Send call-2/900**, plug back in, press **Ask again with the kept id**.',
      ],
      offers: { edit: 'Send call-2/900', 'ask-as-kept': 'Ask again with the kept id' },
      notes:
        'With the SDK’s example store an unknown id gets 200 and a stream that stays silent for ever. Ask which answer is easier to debug.',
    },
  },
  messages: {
    'gone-with-events': '{id} got 404. {ids} went with the session. Only a new initialize leads on.',
    gone: '{id} got 404. Only a new initialize leads on.',
    'got-404': '{id} got 404: the client starts a new session.',
    'said-with-reason': 'This server said {status}. With a silent 200 the client would believe it has everything, without {ids}.',
    'store-has-all': 'the store still has everything: {missing} missing, none evicted.',
    'got-400': '{id} asked after {lastEventId} and got 400. Lost: {events}.',
    'refused-otherwise': 'it was refused for another reason.',
    'none-refused': 'no id was refused in this run.',
    'none-refused-yet': 'no id has been refused; the client has {lastId}.',
    'refused-then-accepted': '{lastEventId} got {status}; {yesLastEventId} got 200 and the rest.',
    'refused-with-other-status': '{id} was refused with {status}, not {statusWanted}.',
    'was-resumed': 'the server resumed the stream, and the answer is here.',
    'would-ask-after': 'the plug is out; the client would ask after {lastId}.',
    'no-refusal-yet': 'no resume has been refused yet.',
    nothing: 'nothing',
  },
} as const satisfies LessonText

/** Lesson 7 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'An id before the first word.',
  summary: 'The priming event carries an id and nothing else. With it, a stream can be resumed that was cut before its first message.',
  steps: {
    after: {
      title: 'Cut before the first row',
      prose: [
        'A cut can come before the first message. Then the client would have no id, and nothing to resume with. So the server begins each stream with an [event](event) that has an id and empty data: `call-2/0`.',
      ],
      act: 'Cut right after the priming event, and plug back in.',
      question: 'No row has arrived. What can the client send?',
      choices: { nothing: 'No `Last-Event-ID`', zero: 'The id of the empty event', one: 'The id of row 1' },
      goal: 'Fill the picture although no row arrived before the cut',
      spec: 'The server should at once send an event with an id and an empty data field.',
      hints: [
        'A hand is too slow for this. Use the button, then start.',
        'Press **Cut after the priming event**, start, wait for missing rows, plug back in.',
      ],
      offers: { 'yank-after-priming': 'Cut after the priming event' },
      notes:
        'The ledger does not count priming events: they carry no message. The TypeScript SDK sends one only if there is an event store and the client speaks 2025-11-25 or later.',
    },
    before: {
      title: 'One moment earlier',
      prose: [
        'And before the priming event? The client has the headers of the answer and not one [event](event). By the specification it has no id then. This server repeats the first id in a header of its own, `x-first-event-id`, so that even this cut can be resumed.',
      ],
      act: 'Cut before the priming event, and plug back in.',
      question: 'No event at all has arrived. What becomes of the call?',
      choices: {
        fails: 'It fails: there is no id to send',
        resumed: 'It is resumed with the id from the header',
        again: 'The client calls the tool again',
      },
      goal: 'Fill the picture although not one event arrived before the cut',
      spec: 'Resuming needs an id the client has received. Without one, the specification offers no way back; the header is ours.',
      hints: [
        'Arm the cut first, then start the tool.',
        'Press **Cut before the priming event**, then the yellow button, wait for missing rows, plug back in.',
      ],
      offers: { 'yank-before-priming': 'Cut before the priming event' },
      notes:
        'One gap stays open: a cut before the headers. The server may have the call or not, and the client cannot know. No protocol closes that gap; a call that is safe to repeat does.',
    },
  },
  messages: {
    'sent-id': '{id} sent {lastEventId}.',
    'resumed-from-priming': 'Resumed after {lastEventId}: all {rows} came.',
    'row-before-cut': 'a row had arrived before the cut ({lastEventId}).',
    'resumed-after-header': 'Resumed after {lastEventId}; the tool was called once.',
    'failed-without-id': 'The call failed: no id had arrived.',
    'cut-before-any-event': '{id} brought headers and no event; {resumeId} resumed after {lastEventId}.',
    'event-before-cut': 'an event had arrived before the cut.',
    'no-id': 'no id',
  },
} as const satisfies LessonText

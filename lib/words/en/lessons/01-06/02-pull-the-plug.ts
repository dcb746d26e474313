/** Lesson 2 in English. */
import type { LessonText } from '../../../lesson-text'

export const en = {
  title: 'What is gone when the network goes.',
  summary: 'Pull the plug on a server that stores nothing. The tool goes on working, and what it sends in the meantime is lost.',
  steps: {
    cut: {
      title: 'Cut it',
      prose: [
        'Same tool, same picture. But this server keeps no events: it sends each one to whatever connection is open, and forgets it.',
      ],
      act: 'Start the tool, and pull the plug while it paints.',
      question: 'The network goes. What does the tool do?',
      choices: { 'goes-on': 'It goes on painting', stops: 'It stops', waits: 'It waits for the client' },
      goal: 'Cut the stream while the tool is painting',
      spec: 'A disconnection should not be understood as the client cancelling its request.',
      hints: ['Pull before row 16. You have six seconds.', 'Start, wait for five rows, press **Pull the plug**.'],
      notes:
        'The call fails at once on the client, because there is no event id to resume with. The server does not know, and paints on. A network failure is not a cancellation.',
    },
    back: {
      title: 'Plug back in',
      prose: [
        'The tool keeps painting, but nobody receives the rows. The rows with a hole were sent after the cut. This server has no event store, so nobody has them.',
      ],
      act: 'Let the tool finish, then plug back in.',
      question: 'Which rows will come back?',
      choices: { none: 'None of them', all: 'All that were missed', last: 'Only the finished picture' },
      goal: 'See what comes back after the cut: nothing',
      spec: 'Resuming is an option: a server may attach ids to its events so that a broken stream can be resumed.',
      hints: ['The number under **lost** grows until the tool is done.', 'Wait until 17 messages were sent, then press **Plug back in**.'],
      notes:
        'Ask what the user of this client sees: an error, after work that was done to the end. Calling again paints everything a second time. For a picture that is dull; for a payment it is not.',
    },
  },
  messages: {
    'went-on': 'It went on: {rows} sent after the cut, to nobody.',
    'cut-after': 'Cut after {rows}; {lost} lost so far.',
    'nothing-sent-since': 'the server has sent nothing since the cut.',
    'none-came-back': 'None: {ids} are lost, the response among them.',
    'still-painting': 'the tool is still painting; {lost} lost so far.',
    'lost-for-good': 'The plug is in, and {lost} messages are lost for good.',
  },
} as const satisfies LessonText

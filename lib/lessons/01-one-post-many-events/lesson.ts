/** Lesson 1: an undisturbed stream. One POST, one connection, many events, the answer last. */

import type { en } from '../../words/en/lessons/01-06/01-one-post-many-events'
import { messagesFrom } from '../../words/lesson-text'
import { done, judge, notYet, rows, started, whole } from '../judge/judge'
import { acceptedResumes, connectionsOf, cutsOf, hasResult, isSettled, rowsHere } from '../judge/selectors'
import type { LessonPlan } from '../lesson'
import { PAINT } from '../setups'

const msg = messagesFrom<typeof en.messages>()

export const lesson: LessonPlan = {
  slug: 'one-post-many-events',
  steps: [
    {
      id: 'start',
      prediction: {
        choices: ['one', 'each', 'two'],
        answer: (run) => {
          if (!hasResult(run)) return undefined
          const used = connectionsOf(run)
          const [first] = used
          return used.length === 1 && first
            ? {
                choice: 'one',
                shown: msg('one-request', { id: first.id, method: first.method, rows: rows(rowsHere(run)) }),
              }
            : {
                choice: 'other',
                shown: msg('several-requests', { used: used.length }),
              }
        },
      },
      judge: judge(
        started,
        (run) =>
          cutsOf(run).length + acceptedResumes(run).length > 0
            ? {
                state: 'no-longer-possible',
                because: msg('was-cut', { rows: rows(rowsHere(run)) }),
              }
            : undefined,
        whole,
        (run) => {
          const id = connectionsOf(run)[0]?.id ?? ''
          return done(msg('all-on-one', { rows: rows(rowsHere(run)), id }))
        },
      ),
      spec: 'sending',
      setup: PAINT,
      solution: [{ do: 'start' }],
    },
    {
      id: 'response',
      figure: 'event',
      judge: judge(
        started,
        (run) => (isSettled(run) ? undefined : notYet(msg('no-answer-yet'))),
        (run) => {
          const stream = run.snapshot.stage.call
          const event = stream?.events.find(({ key }) => key === run.selected)
          if (!event) return notYet(msg('none-selected'))
          if (event.message.kind === 'result') {
            return done(msg('selected-response', { key: event.key }))
          }
          if (event.message.kind === 'progress') {
            return notYet(msg('selected-row', { key: event.key, progress: event.message.progress }))
          }
          return notYet(msg('selected-neither', { key: event.key }))
        },
      ),
      spec: 'sending',
      solution: [
        { do: 'start' },
        {
          do: 'select',
          when: isSettled,
          pick: (run) => run.snapshot.stage.call?.events.find(({ message }) => message.kind === 'result')?.key,
        },
      ],
    },
  ],
}

/** Lesson 7: the priming event. An id before there is anything to say, so that even the earliest cut can be resumed. */

import { parseEventId } from '../../protocol/event-id'
import type { en } from '../../words/en/lessons/07-12/07-priming-event'
import { messagesFrom } from '../../words/lesson-text'
import { done, judge, noLonger, pluggedIn, rows, started, wasCut, whole, withLog } from '../judge/judge'
import { acceptedResumes, cutsOf, faultStruck, isOut, isSettled, messagesOf, rowsOf } from '../judge/selectors'
import type { LessonPlan, LessonRun } from '../lesson'
import { PAINT } from '../setups'

const msg = messagesFrom<typeof en.messages>()

/** The connection of the call that was cut with headers and without an event. */
const cutBeforeAnyEvent = (run: LessonRun) =>
  cutsOf(run).find(({ frames, lastEventId }) => frames.length === 0 && lastEventId === undefined)

export const lesson: LessonPlan = {
  slug: 'priming-event',
  steps: [
    {
      id: 'after',
      offers: [
        {
          id: 'yank-after-priming',
          act: { do: 'fault', fault: 'yank-after-priming' },
        },
      ],
      prediction: {
        choices: ['nothing', 'zero', 'one'],
        answer: (run) => {
          const [resume] = acceptedResumes(run)
          if (!faultStruck(run, 'yank-after-priming') || !resume) return undefined
          const n = parseEventId(resume.lastEventId ?? '')?.n
          return {
            choice: n === 0 ? 'zero' : 'one',
            shown: msg('sent-id', { id: resume.id, lastEventId: resume.lastEventId }),
          }
        },
      },
      judge: judge(started, withLog(true), wasCut(), pluggedIn, whole, (run) => {
        const first = acceptedResumes(run).find(({ lastEventId }) => parseEventId(lastEventId ?? '')?.n === 0)
        return first
          ? done(msg('resumed-from-priming', { lastEventId: first.lastEventId, rows: rows(rowsOf(run).length) }))
          : noLonger(msg('row-before-cut', { lastEventId: acceptedResumes(run)[0]?.lastEventId ?? msg('no-id') }))
      }),
      spec: 'sending',
      setup: PAINT,
      solution: [
        { do: 'fault', fault: 'yank-after-priming' },
        { do: 'start' },
        { do: 'push', when: (run) => isOut(run) && messagesOf(run).length >= 3 },
      ],
    },
    {
      id: 'before',
      offers: [
        {
          id: 'yank-before-priming',
          act: { do: 'fault', fault: 'yank-before-priming' },
        },
      ],
      prediction: {
        choices: ['fails', 'resumed', 'again'],
        answer: (run) => {
          const [resume] = acceptedResumes(run)
          if (!cutBeforeAnyEvent(run)) return undefined
          if (resume) {
            return {
              choice: 'resumed',
              shown: msg('resumed-after-header', { lastEventId: resume.lastEventId }),
            }
          }
          return isSettled(run) ? { choice: 'fails', shown: msg('failed-without-id') } : undefined
        },
      },
      judge: judge(started, withLog(true), wasCut(), pluggedIn, whole, (run) => {
        const cut = cutBeforeAnyEvent(run)
        const [resume] = acceptedResumes(run)
        return cut
          ? done(msg('cut-before-any-event', { id: cut.id, resumeId: resume?.id, lastEventId: resume?.lastEventId }))
          : noLonger(msg('event-before-cut'))
      }),
      spec: 'resumability',
      setup: PAINT,
      solution: [
        { do: 'fault', fault: 'yank-before-priming' },
        { do: 'start' },
        { do: 'push', when: (run) => isOut(run) && messagesOf(run).length >= 3 },
      ],
    },
  ],
}

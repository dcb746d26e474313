/** Lesson 4: the GET with Last-Event-ID, the replay, and the same call whole after two cuts. */

import type { en } from '../../words/en/lessons/01-06/04-plug-back-in'
import { messagesFrom } from '../../words/lesson-text'
import { cuts, done, events, judge, noLonger, pluggedIn, rows, started, times, wasCut, whole, withLog } from '../judge/judge'
import {
  acceptedResumes,
  callCount,
  connectionsOf,
  cutsOf,
  idsOf,
  isOut,
  isSettled,
  lastId,
  missingOf,
  replayedOf,
  rowsHere,
} from '../judge/selectors'
import type { LessonPlan, LessonRun } from '../lesson'
import { PAINT } from '../setups'

const msg = messagesFrom<typeof en.messages>()

/** The ids that the resumes were sent with. */
const resumedAfter = (run: LessonRun): string =>
  acceptedResumes(run)
    .map(({ lastEventId }) => lastEventId)
    .join(', ')

export const lesson: LessonPlan = {
  slug: 'plug-back-in',
  steps: [
    {
      id: 'resume',
      prediction: {
        choices: ['all', 'after', 'new'],
        answer: (run) => {
          const back = replayedOf(run)
          const [resume] = acceptedResumes(run)
          if (back.length === 0 || !resume || missingOf(run).length > 0) return undefined
          return {
            choice: 'after',
            shown: msg('replayed-after', { id: resume.id, lastEventId: resume.lastEventId, ids: idsOf(back) }),
          }
        },
      },
      judge: judge(started, withLog(true), wasCut(), pluggedIn, whole, (run) => {
        const back = replayedOf(run)
        return back.length === 0
          ? noLonger(msg('nothing-to-replay'))
          : done(msg('came-back', { events: events(back.length), ids: idsOf(back), times: times(callCount(run)) }))
      }),
      spec: 'resumability',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'push', when: (run) => missingOf(run).length >= 3 },
      ],
    },
    {
      id: 'twice',
      prediction: {
        choices: ['three-each', 'one-one-three', 'one-three-three'],
        answer: (run) => {
          const cuts = cutsOf(run).length
          if (cuts < 2 || !isSettled(run)) return undefined
          const answered = connectionsOf(run).filter(({ answer }) => answer?.status === 200).length
          return {
            choice: answered === 3 ? 'one-one-three' : 'other',
            shown: msg('counted', { answered }),
          }
        },
      },
      judge: judge(started, withLog(true), wasCut(2), pluggedIn, whole, (run) =>
        done(msg('whole-after-cuts', { cuts: cuts(cutsOf(run).length), resumedAfter: resumedAfter(run), rows: rows(rowsHere(run)) })),
      ),
      spec: 'resumability',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 3 },
        { do: 'push', when: (run) => missingOf(run).length >= 2 },
        {
          do: 'pull',
          when: (run) => !isOut(run) && replayedOf(run).length > 0 && missingOf(run).length === 0 && !isSettled(run) && rowsHere(run) >= 8,
        },
        { do: 'push', when: (run) => isOut(run) && cutsOf(run).length >= 2 && lastId(run) !== undefined },
      ],
    },
  ],
}

/** Lesson 2: the same cut on a server that keeps nothing. What is not received is lost. */

import { done, judge, notYet, pluggedIn, rows, started, wasCut, withLog } from '../judge/judge'
import { idsOf, isCompleted, isOut, lostOf, rowsHere } from '../judge/selectors'
import type { LessonPlan } from '../lesson'
import { BARE } from '../setups'
import { messagesFrom } from '../text/lesson-text'
import type { en } from './en'

const say = messagesFrom<typeof en.messages>()

export const lesson: LessonPlan = {
  slug: 'pull-the-plug',
  steps: [
    {
      id: 'cut',
      prediction: {
        choices: ['goes-on', 'stops', 'waits'],
        answer: (run) => {
          const lost = lostOf(run)
          if (run.snapshot.session?.resumable !== false || lost.length === 0) return undefined
          return {
            choice: 'goes-on',
            shown: say('went-on', { rows: rows(lost.length) }),
          }
        },
      },
      judge: judge(started, withLog(false), wasCut(), (run) => {
        const lost = lostOf(run)
        return lost.length > 0
          ? done(say('cut-after', { rows: rows(rowsHere(run)), lost: lost.length }))
          : notYet(say('nothing-sent-since'))
      }),
      spec: 'sending',
      setup: BARE,
      solution: [{ do: 'start' }, { do: 'pull', when: (run) => rowsHere(run) >= 5 }],
    },
    {
      id: 'back',
      prediction: {
        choices: ['none', 'all', 'last'],
        answer: (run) => {
          const lost = lostOf(run)
          if (isOut(run) || !isCompleted(run) || lost.length === 0) return undefined
          return {
            choice: 'none',
            shown: say('none-came-back', { ids: idsOf(lost) }),
          }
        },
      },
      judge: judge(
        started,
        withLog(false),
        wasCut(),
        (run) => (isCompleted(run) ? undefined : notYet(say('still-painting', { lost: lostOf(run).length }))),
        pluggedIn,
        (run) => {
          const lost = lostOf(run)
          return done(say('lost-for-good', { lost: lost.length }))
        },
      ),
      spec: 'resumability',
      setup: BARE,
      solution: [{ do: 'start' }, { do: 'pull', when: (run) => rowsHere(run) >= 5 }, { do: 'push', when: isCompleted }],
    },
  ],
}

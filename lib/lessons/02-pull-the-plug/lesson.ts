/** Lesson 2: the same cut on a server that keeps nothing. What is not received is lost. */

import type { en } from '../../words/en/lessons/01-06/02-pull-the-plug'
import { messagesFrom } from '../../words/lesson-text'
import { done, judge, notYet, pluggedIn, rows, started, wasCut, withLog } from '../judge/judge'
import { idsOf, isCompleted, isOut, lostOf, rowsHere } from '../judge/selectors'
import type { LessonPlan } from '../lesson'
import { BARE } from '../setups'

const msg = messagesFrom<typeof en.messages>()

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
            shown: msg('went-on', { rows: rows(lost.length) }),
          }
        },
      },
      judge: judge(started, withLog(false), wasCut(), (run) => {
        const lost = lostOf(run)
        return lost.length > 0
          ? done(msg('cut-after', { rows: rows(rowsHere(run)), lost: lost.length }))
          : notYet(msg('nothing-sent-since'))
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
            shown: msg('none-came-back', { ids: idsOf(lost) }),
          }
        },
      },
      judge: judge(
        started,
        withLog(false),
        wasCut(),
        (run) => (isCompleted(run) ? undefined : notYet(msg('still-painting', { lost: lostOf(run).length }))),
        pluggedIn,
        (run) => {
          const lost = lostOf(run)
          return done(msg('lost-for-good', { lost: lost.length }))
        },
      ),
      spec: 'resumability',
      setup: BARE,
      solution: [{ do: 'start' }, { do: 'pull', when: (run) => rowsHere(run) >= 5 }, { do: 'push', when: isCompleted }],
    },
  ],
}

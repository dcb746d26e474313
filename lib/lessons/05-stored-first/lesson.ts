/** Lesson 5: the event store, and why a server stores an event before it sends it. */

import type { en } from '../../words/en/lessons/01-06/05-stored-first'
import { messagesFrom } from '../../words/lesson-text'
import { done, judge, noLonger, notYet, pluggedIn, started, wasCut, whole, withLog } from '../judge/judge'
import { acceptedResumes, faultStruck, isOut, isSettled, messagesOf, missingOf, replayedOf, rowsHere } from '../judge/selectors'
import type { LessonPlan } from '../lesson'
import { PAINT } from '../setups'

const msg = messagesFrom<typeof en.messages>()

export const lesson: LessonPlan = {
  slug: 'stored-first',
  steps: [
    {
      id: 'only-there',
      prediction: {
        choices: ['client', 'send', 'store'],
        answer: (run) => {
          const last = missingOf(run).at(-1)
          if (!isOut(run) || !last) return undefined
          return {
            choice: 'store',
            shown: msg('stored-with-id', { key: last.key }),
          }
        },
      },
      judge: judge(started, withLog(true), (run) => {
        const event = messagesOf(run).find(({ key }) => key === run.selected)
        if (event?.fate === 'missing') return done(msg('selected-unsent', { key: event.key }))
        if (missingOf(run).length === 0) {
          return isSettled(run) ? noLonger(msg('client-has-all')) : notYet(msg('client-has-all-stored'))
        }
        return event
          ? notYet(msg('selected-received', { key: event.key }))
          : notYet(msg('none-selected', { missing: missingOf(run).length }))
      }),
      spec: 'resumability',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'select', when: (run) => missingOf(run).length >= 2, pick: (run) => missingOf(run)[0]?.key },
      ],
    },
    {
      id: 'between',
      offers: [
        {
          id: 'yank-stored-unwritten',
          act: { do: 'fault', fault: 'yank-stored-unwritten', when: (run) => run.phase === 'running' && !isOut(run) },
        },
      ],
      prediction: {
        choices: ['lost', 'replayed', 'twice'],
        answer: (run) => {
          const first = replayedOf(run)[0]
          if (!faultStruck(run, 'yank-stored-unwritten') || !first || missingOf(run).length > 0) return undefined
          return {
            choice: 'replayed',
            shown: msg('came-back-once', { key: first.key, lastEventId: acceptedResumes(run)[0]?.lastEventId }),
          }
        },
      },
      judge: judge(
        started,
        withLog(true),
        (run) => (faultStruck(run, 'yank-stored-unwritten') || isSettled(run) ? undefined : notYet(msg('not-cut-between'))),
        wasCut(),
        (run) => (faultStruck(run, 'yank-stored-unwritten') ? undefined : noLonger(msg('cut-elsewhere'))),
        pluggedIn,
        whole,
        (run) => {
          const first = replayedOf(run)[0]
          return first ? done(msg('stored-and-came-back', { key: first.key })) : noLonger(msg('nothing-came-back'))
        },
      ),
      spec: 'resumability',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'fault', fault: 'yank-stored-unwritten', when: (run) => rowsHere(run) >= 3 },
        { do: 'push', when: (run) => isOut(run) && missingOf(run).length >= 2 },
      ],
    },
  ],
}

/**
 * Lesson 12: what revision 2026-07-28 changed. The stage speaks 2025-11-25; what the new revision asks of a client is done by hand
 * on a run without an event log, and the prose says so. Source: changelog of 2026-07-28; SEP-2567, SEP-2575, SEP-2663.
 */

import { cuts, done, judge, noLonger, notYet, pluggedIn, rows, started, wasCut, whole, withLog } from '../judge/judge'
import {
  acceptedResumes,
  connectionsOf,
  cutsOf,
  hasResult,
  isOut,
  isSettled,
  lostOf,
  missingOf,
  replayedOf,
  resumesOf,
  rowsHere,
} from '../judge/selectors'
import type { LessonPlan } from '../lesson'
import { BARE, PAINT } from '../setups'
import { messagesFrom } from '../text/lesson-text'
import type { en } from './en'

const say = messagesFrom<typeof en.messages>()

export const lesson: LessonPlan = {
  slug: 'what-changed',
  steps: [
    {
      id: 'no-resume',
      prediction: {
        choices: ['get', 'none', 'post'],
        answer: (run) => {
          if (cutsOf(run).length === 0 || !isSettled(run) || hasResult(run)) return undefined
          return {
            choice: 'none',
            shown: say('none-resumed', { resumes: resumesOf(run).length }),
          }
        },
      },
      judge: judge(started, withLog(false), wasCut(), (run) => {
        if (!isSettled(run)) return notYet(say('still-waits'))
        return hasResult(run) ? noLonger(say('answered-before-cut')) : done(say('request-lost', { rows: rows(rowsHere(run)) }))
      }),
      spec: 'changes',
      setup: BARE,
      solution: [{ do: 'start' }, { do: 'pull', when: (run) => rowsHere(run) >= 5 }],
    },
    {
      id: 'reissue',
      prediction: {
        choices: ['nobody', 'again', 'half'],
        answer: (run) => {
          if (!hasResult(run) || cutsOf(run).length > 0 || run.snapshot.session?.resumable !== false) return undefined
          return {
            choice: 'again',
            shown: say('all-again', { here: rowsHere(run), id: connectionsOf(run)[0]?.id }),
          }
        },
      },
      judge: judge(
        started,
        withLog(false),
        (run) => (cutsOf(run).length > 0 ? noLonger(say('was-cut', { lost: lostOf(run).length })) : undefined),
        whole,
        (run) => {
          const post = connectionsOf(run)[0]
          return done(say('new-request', { id: post?.id, rpcId: post?.rpc?.id, here: rowsHere(run) }))
        },
      ),
      spec: 'changes',
      setup: BARE,
      solution: [{ do: 'start' }],
    },
    {
      id: 'carries-over',
      judge: judge(started, withLog(true), wasCut(2), pluggedIn, whole, (run) =>
        done(
          say('two-cuts-whole', {
            cuts: cuts(cutsOf(run).length),
            replayed: replayedOf(run).length,
            acceptedResumes: acceptedResumes(run).length,
          }),
        ),
      ),
      spec: 'lastEventId',
      setup: { ...PAINT, tool: 'tell_story', delay: 150 },
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 5 },
        { do: 'push', when: (run) => missingOf(run).length >= 2 },
        { do: 'pull', when: (run) => !isOut(run) && replayedOf(run).length > 0 && missingOf(run).length === 0 && rowsHere(run) >= 12 },
        { do: 'push', when: (run) => isOut(run) && cutsOf(run).length >= 2 },
      ],
    },
  ],
}

/**
 * Lesson 12: what revision 2026-07-28 changed. The stage speaks 2025-11-25; what the new revision asks of a client is done by hand
 * on a run without an event log, and the prose says so. Source: changelog of 2026-07-28; SEP-2567, SEP-2575, SEP-2663.
 */

import type { en } from '../../words/en/lessons/07-12/12-what-changed'
import { messagesFrom } from '../../words/lesson-text'
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

const msg = messagesFrom<typeof en.messages>()

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
            shown: msg('none-resumed', { resumes: resumesOf(run).length }),
          }
        },
      },
      judge: judge(started, withLog(false), wasCut(), (run) => {
        if (!isSettled(run)) return notYet(msg('still-waits'))
        return hasResult(run) ? noLonger(msg('answered-before-cut')) : done(msg('request-lost', { rows: rows(rowsHere(run)) }))
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
            shown: msg('all-again', { here: rowsHere(run), id: connectionsOf(run)[0]?.id }),
          }
        },
      },
      judge: judge(
        started,
        withLog(false),
        (run) => (cutsOf(run).length > 0 ? noLonger(msg('was-cut', { lost: lostOf(run).length })) : undefined),
        whole,
        (run) => {
          const post = connectionsOf(run)[0]
          return done(msg('new-request', { id: post?.id, rpcId: post?.rpc?.id, here: rowsHere(run) }))
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
          msg('two-cuts-whole', {
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

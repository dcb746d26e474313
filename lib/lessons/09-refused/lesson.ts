/** Lesson 9: when resuming is refused. 404 and a new session, an evicted id, an id nobody has given out. */

import type { en } from '../../words/en/lessons/07-12/09-refused'
import { messagesFrom } from '../../words/lesson-text'
import { done, events, judge, noLonger, notYet, pluggedIn, started, wasCut, whole, withLog } from '../judge/judge'
import { acceptedResumes, callStream, idsOf, isOut, isSettled, lastId, lostOf, missingOf, rowsHere } from '../judge/selectors'
import type { LessonPlan, LessonRun } from '../lesson'
import { PAINT } from '../setups'
import { evicted, refusedResumes, unanswered } from './refusals'

const msg = messagesFrom<typeof en.messages>()

const FORGED = 'call-2/900'

export const lesson: LessonPlan = {
  slug: 'refused',
  steps: [
    {
      id: 'gone',
      offers: [
        {
          id: 'end-session',
          act: { do: 'fault', fault: 'end-session', when: isOut },
        },
      ],
      prediction: {
        choices: ['retry', 'new', 'without'],
        answer: (run) => {
          const [resume] = refusedResumes(run, 404)
          if (!resume) return undefined
          const lost = lostOf(run)
          return {
            choice: 'new',
            shown: lost.length > 0 ? msg('gone-with-events', { id: resume.id, ids: idsOf(lost) }) : msg('gone', { id: resume.id }),
          }
        },
      },
      judge: judge(started, withLog(true), wasCut(), unanswered(404), (run) =>
        done(msg('got-404', { id: refusedResumes(run, 404)[0]?.id })),
      ),
      spec: 'sessions',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'fault', fault: 'end-session', when: (run) => missingOf(run).length >= 1 },
        { do: 'push', when: (run) => isOut(run) && run.snapshot.session?.state === 'ended' },
      ],
    },
    {
      id: 'evicted',
      offers: [
        {
          id: 'evict',
          act: { do: 'fault', fault: 'evict', setting: { amount: 2 }, when: isOut },
        },
      ],
      prediction: {
        choices: ['silent', 'error', 'gone'],
        answer: (run) => {
          const [resume] = refusedResumes(run)
          const gone = lostOf(run)
          if (!resume || evicted(run).length === 0) return undefined
          return {
            choice: 'silent',
            shown: msg('said-with-reason', { status: resume.answer?.status, ids: idsOf(gone) }),
          }
        },
      },
      judge: judge(
        started,
        withLog(true),
        wasCut(),
        (run) => (evicted(run).length > 0 || isSettled(run) ? undefined : notYet(msg('store-has-all', { missing: missingOf(run).length }))),
        unanswered(400),
        (run) => {
          const resume = refusedResumes(run, 400)[0]
          return evicted(run).length > 0
            ? done(msg('got-400', { id: resume?.id, lastEventId: resume?.lastEventId, events: events(lostOf(run).length) }))
            : noLonger(msg('refused-otherwise'))
        },
      ),
      spec: 'resumability',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 3 },
        { do: 'fault', fault: 'evict', setting: { amount: 2 }, when: (run) => missingOf(run).length >= 5 },
        { do: 'push', when: (run) => isOut(run) && evicted(run).length > 0 },
      ],
    },
    {
      id: 'forged',
      offers: [
        { id: 'edit', act: { do: 'edit', when: isOut, edits: forge } },
        {
          id: 'ask-as-kept',
          act: { do: 'ask-as-kept', when: (run) => refusedResumes(run).length > 0 && !isSettled(run) },
        },
      ],
      judge: judge(
        started,
        withLog(true),
        wasCut(),
        (run) => {
          if (refusedResumes(run).length > 0) return undefined
          return isSettled(run) ? noLonger(msg('none-refused')) : notYet(msg('none-refused-yet', { lastId: lastId(run) }))
        },
        pluggedIn,
        whole,
        (run) => {
          const no = refusedResumes(run)[0]
          const yes = acceptedResumes(run)[0]
          return done(
            msg('refused-then-accepted', { lastEventId: no?.lastEventId, status: no?.answer?.status, yesLastEventId: yes?.lastEventId }),
          )
        },
      ),
      spec: 'resumability',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'edit', when: (run) => missingOf(run).length >= 1, edits: forge },
        { do: 'push', when: isOut },
        { do: 'ask-as-kept', when: (run) => refusedResumes(run).length > 0 },
      ],
    },
  ],
}

function forge(run: LessonRun) {
  const name = callStream(run)?.name
  return name === undefined ? undefined : { lastEventIds: { [name]: { kind: 'value', value: FORGED } as const } }
}

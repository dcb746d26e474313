/** Lesson 8: the server closes the connection, not the stream: retry, and polling. */

import type { Milliseconds } from '../../protocol/observation'
import type { ConnectionRecord } from '../../trace/snapshot-types'
import type { en } from '../../words/en/lessons/07-12/08-server-hangs-up'
import { messagesFrom } from '../../words/lesson-text'
import { done, judge, noLonger, notYet, pluggedIn, started, times, whole, withLog } from '../judge/judge'
import { acceptedResumes, callStream, connectionsOf, cutsOf, faultStruck, isSettled, rowsHere, seconds } from '../judge/selectors'
import type { LessonPlan, LessonRun } from '../lesson'
import { PAINT } from '../setups'

const msg = messagesFrom<typeof en.messages>()

/** Connections that the server ended while the stream went on. */
function closedByServer(run: LessonRun): readonly ConnectionRecord[] {
  const completed = callStream(run)?.completedAt ?? Number.POSITIVE_INFINITY
  return connectionsOf(run).filter(({ end, answer, method, lastEventId }) => {
    const carried = answer?.status === 200 && (method === 'POST' || lastEventId !== undefined)
    return carried && end?.how === 'complete' && end.at < completed
  })
}

/** From the end of a connection to the request that resumed its stream. */
function waitAfter(run: LessonRun, closed: ConnectionRecord): { readonly next: ConnectionRecord; readonly wait: Milliseconds } | undefined {
  const end = closed.end?.at
  const next =
    end === undefined ? undefined : connectionsOf(run).find(({ openedAt, lastEventId }) => lastEventId !== undefined && openedAt >= end)
  return next && end !== undefined ? { next, wait: next.openedAt - end } : undefined
}

/** The newest reconnection time that arrived before `at`, in milliseconds. */
function retryBefore(run: LessonRun, at: number): Milliseconds | undefined {
  let retry: Milliseconds | undefined
  for (const fact of run.trace.observations) if (fact.kind === 'event.received' && fact.at <= at) retry = fact.retry ?? retry
  return retry
}

export const lesson: LessonPlan = {
  slug: 'server-hangs-up',
  steps: [
    {
      id: 'poll',
      offers: [
        {
          id: 'polite-close',
          act: { do: 'fault', fault: 'polite-close', when: (run) => run.phase === 'running' },
        },
      ],
      prediction: {
        choices: ['fails', 'calls', 'polls'],
        answer: (run) => {
          const [closed] = closedByServer(run)
          const then = closed && waitAfter(run, closed)
          if (!closed || !then) return undefined
          return {
            choice: 'polls',
            shown: msg('asked-later', {
              id: closed.id,
              wait: seconds(then.wait),
              nextId: then.next.id,
              lastEventId: then.next.lastEventId,
            }),
          }
        },
      },
      judge: judge(
        started,
        withLog(true),
        (run) => {
          if (closedByServer(run).length > 0) return undefined
          return isSettled(run) ? noLonger(msg('answered-before-close')) : notYet(msg('not-closed-yet'))
        },
        pluggedIn,
        whole,
        (run) => {
          const polls = acceptedResumes(run).length
          return done(msg('closed-and-resumed', { times: times(polls), cutsMade: msg('cuts-made', { n: cutsOf(run).length }) }))
        },
      ),
      spec: 'sending',
      setup: PAINT,
      solution: [{ do: 'start' }, { do: 'fault', fault: 'polite-close', when: (run) => rowsHere(run) >= 3 }],
    },
    {
      id: 'impatient',
      offers: [
        { id: 'impatient', act: { do: 'fault', fault: 'impatient' } },
        {
          id: 'polite-close',
          act: { do: 'fault', fault: 'polite-close', when: (run) => run.phase === 'running' },
        },
      ],
      judge: judge(started, withLog(true), (run) => {
        const [closed] = closedByServer(run)
        if (!closed) {
          return isSettled(run) ? noLonger(msg('answered-before-close')) : notYet(msg('not-closed-yet'))
        }
        const then = waitAfter(run, closed)
        const retry = retryBefore(run, closed.end?.at ?? 0)
        if (!then || retry === undefined) return notYet(msg('not-back-yet'))
        if (!faultStruck(run, 'impatient')) {
          return noLonger(msg('waited-long-enough', { wait: seconds(then.wait), retry: seconds(retry) }))
        }
        return then.wait < retry
          ? done(msg('came-too-early', { id: then.next.id, wait: Math.round(then.wait), retry }))
          : noLonger(msg('waited-long-enough', { wait: seconds(then.wait), retry: seconds(retry) }))
      }),
      spec: 'sending',
      setup: PAINT,
      solution: [
        { do: 'fault', fault: 'impatient' },
        { do: 'start' },
        { do: 'fault', fault: 'polite-close', when: (run) => rowsHere(run) >= 3 },
      ],
    },
  ],
}

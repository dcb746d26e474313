/** Lesson 10: reload, a client that saves too late, duplicates, and how to drop them. At least once, said honestly. */

import { parseEventId } from '../../protocol/event-id'
import type { en } from '../../words/en/lessons/07-12/10-leaving'
import { messagesFrom } from '../../words/lesson-text'
import { done, events, judge, noLonger, notYet, pluggedIn, rows, started, times, wasCut, withLog } from '../judge/judge'
import {
  acceptedResumes,
  callCount,
  callStream,
  duplicatesOf,
  hasResult,
  idsOf,
  isOut,
  isSettled,
  lastId,
  missingOf,
  rowsHere,
} from '../judge/selectors'
import type { LessonPlan, LessonRun } from '../lesson'
import { PAINT } from '../setups'

const msg = messagesFrom<typeof en.messages>()

const wasReloaded = (run: LessonRun): boolean => run.trace.observations.some(({ kind }) => kind === 'page.loaded')

const droppedIds = (run: LessonRun): readonly string[] =>
  run.trace.observations.flatMap((fact) => (fact.kind === 'event.dropped' ? [fact.id] : []))

/** The last event ID of a client that wrote it down too rarely: three events ago. */
function tooOld(run: LessonRun) {
  const name = callStream(run)?.name
  const n = parseEventId(lastId(run) ?? '')?.n ?? 0
  return name === undefined || n < 3 ? undefined : { lastEventIds: { [name]: { kind: 'value', value: `${name}/${n - 3}` } as const } }
}

const OLD_ID = {
  id: 'old-id',
  act: { do: 'edit', when: isOut, edits: tooOld },
} as const

const OLD_ID_SOLUTION = [
  { do: 'start' },
  { do: 'pull', when: (run: LessonRun) => rowsHere(run) >= 5 },
  { do: 'edit', when: (run: LessonRun) => missingOf(run).length >= 1, edits: tooOld },
  { do: 'push', when: isOut },
] as const

export const lesson: LessonPlan = {
  slug: 'leaving',
  steps: [
    {
      id: 'reload',
      offers: [{ id: 'reload', act: { do: 'reload', when: (run) => run.phase === 'running' } }],
      prediction: {
        choices: ['yes', 'again', 'no'],
        answer: (run) => {
          if (!wasReloaded(run) || !isSettled(run)) return undefined
          return hasResult(run)
            ? {
                choice: 'yes',
                shown: msg('yes-resumed', { lastEventId: acceptedResumes(run)[0]?.lastEventId, times: times(callCount(run)) }),
              }
            : { choice: 'no', shown: msg('call-failed') }
        },
      },
      judge: judge(
        started,
        withLog(true),
        (run) => {
          if (wasReloaded(run)) return undefined
          return isSettled(run) ? noLonger(msg('answered-before-reload')) : notYet(msg('not-reloaded-yet', { rows: rows(rowsHere(run)) }))
        },
        pluggedIn,
        (run) => {
          if (hasResult(run)) return undefined
          return isSettled(run) ? noLonger(msg('ended-without-result')) : notYet(msg('no-response-on-new-page'))
        },
        (run) =>
          acceptedResumes(run).length > 0
            ? done(msg('answered-after-reload', { lastEventId: acceptedResumes(run)[0]?.lastEventId }))
            : noLonger(msg('not-resumed')),
      ),
      spec: 'resumability',
      setup: PAINT,
      solution: [{ do: 'start' }, { do: 'reload', when: (run) => rowsHere(run) >= 4 }],
    },
    {
      id: 'late',
      offers: [OLD_ID],
      prediction: {
        choices: ['hole', 'twice', 'refused'],
        answer: (run) => {
          const doubled = duplicatesOf(run)
          return doubled.length === 0 ? undefined : { choice: 'twice', shown: msg('arrived-twice', { ids: idsOf(doubled) }) }
        },
      },
      judge: judge(started, withLog(true), wasCut(), pluggedIn, (run) => {
        const doubled = duplicatesOf(run)
        if (doubled.length > 0) return done(msg('twice-and-none-missing', { events: events(doubled.length), ids: idsOf(doubled) }))
        return isSettled(run) ? noLonger(msg('each-once')) : notYet(msg('none-twice-yet'))
      }),
      spec: 'resumability',
      setup: { ...PAINT, dropsDuplicates: false },
      solution: OLD_ID_SOLUTION,
    },
    {
      id: 'drop',
      offers: [OLD_ID],
      judge: judge(started, withLog(true), wasCut(), pluggedIn, (run) => {
        const dropped = droppedIds(run)
        if (dropped.length > 0 && hasResult(run)) return done(msg('dropped', { dropped: dropped.join(', ') }))
        if (dropped.length > 0) return notYet(msg('no-response-yet'))
        return isSettled(run) ? noLonger(msg('nothing-twice')) : notYet(msg('none-dropped-yet'))
      }),
      spec: 'resumability',
      setup: { ...PAINT, dropsDuplicates: true },
      solution: OLD_ID_SOLUTION,
    },
  ],
}

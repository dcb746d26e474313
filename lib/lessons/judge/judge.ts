/** Judgements put together from small checks: the first check that has something to say decides. */

import type { en } from '../../words/en/lessons/judgements'
import { type LessonMessage, messagesFrom } from '../../words/lesson-text'
import type { Judgement, LessonRun } from '../lesson'
import {
  callStream,
  cutsOf,
  duplicatesOf,
  hasResult,
  idsOf,
  isLive,
  isOut,
  isResumable,
  isSettled,
  lostOf,
  missingOf,
  rowsHere,
  rowTotal,
} from './selectors'

const msg = messagesFrom<typeof en>()

export type PlannedJudgement = Judgement<LessonMessage>
export type Check = (run: LessonRun) => PlannedJudgement | undefined

export const done = (shown: LessonMessage): PlannedJudgement => ({ state: 'done', shown })
export const notYet = (because: LessonMessage): PlannedJudgement => ({ state: 'not-yet', because })
export const noLonger = (because: LessonMessage): PlannedJudgement => ({ state: 'no-longer-possible', because })

/** Runs the checks in order; `last` decides when none of them objects. */
export const judge =
  (...checks: readonly [...Check[], (run: LessonRun) => PlannedJudgement]) =>
  (run: LessonRun): PlannedJudgement => {
    for (const check of checks) {
      const judgement = check(run)
      if (judgement) return judgement
    }
    throw new Error('The last check of a goal must decide.')
  }

/** "1 row", "5 rows" in the language of the lesson. */
export const rows = (n: number): LessonMessage => msg('rows', { n })
export const events = (n: number): LessonMessage => msg('events', { n })
export const cuts = (n: number): LessonMessage => msg('cuts', { n })
/** "once", "5 times" */
export const times = (n: number): LessonMessage => msg('times', { n })

export const started: Check = (run) => (isLive(run) && callStream(run) ? undefined : notYet(msg('not-started')))

/** The run keeps (or keeps not) an event log, as the step needs it. */
export const withLog =
  (wanted: boolean): Check =>
  (run) =>
    isResumable(run) === wanted ? undefined : noLonger(msg(wanted ? 'log-missing' : 'log-unwanted'))

/** Cut at least `wanted` times, while the call had no answer. */
export const wasCut =
  (wanted = 1): Check =>
  (run) => {
    const cuts = cutsOf(run).length
    if (cuts >= wanted) return undefined
    if (isSettled(run)) return noLonger(cuts === 0 ? msg('answered-before-any-cut') : msg('answered-after-cuts', { cuts, wanted }))
    return notYet(cuts === 0 ? msg('nothing-cut', { rows: rows(rowsHere(run)) }) : msg('cut-so-far', { cuts, wanted }))
  }

export const pluggedIn: Check = (run) => {
  if (!isOut(run)) return undefined
  const missing = missingOf(run)
  return notYet(missing.length === 0 ? msg('plug-out') : msg('plug-out-missing', { events: events(missing.length), ids: idsOf(missing) }))
}

/** Every message of the call is here, once, and the call has its answer. */
export const whole: Check = (run) => {
  const lost = lostOf(run)
  if (lost.length > 0) return noLonger(msg('ids-lost', { n: lost.length, ids: idsOf(lost) }))
  const missing = missingOf(run)
  if (missing.length > 0) {
    const n = missing.length
    return notYet(msg('stored-not-received', { n, events: events(n), ids: idsOf(missing) }))
  }
  const doubled = duplicatesOf(run)
  if (doubled.length > 0) return noLonger(msg('ids-doubled', { ids: idsOf(doubled) }))
  if (hasResult(run)) return undefined
  if (isSettled(run)) return noLonger(msg('no-result'))
  const [here, total] = [rowsHere(run), rowTotal(run)]
  return notYet(here < total ? msg('rows-arrived', { here, total }) : msg('no-response'))
}

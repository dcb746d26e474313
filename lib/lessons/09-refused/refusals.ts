/** What this lesson reads from a run: refused resumes, evicted events, and why no refusal of a status has been seen. */

import type { en } from '../../words/en/lessons/07-12/09-refused'
import { messagesFrom } from '../../words/lesson-text'
import { type Check, noLonger, notYet } from '../judge/judge'
import { callStream, hasResult, isOut, lastId, resumesOf } from '../judge/selectors'
import type { LessonRun } from '../lesson'

const msg = messagesFrom<typeof en.messages>()

/** Resumes of the call that got an error for an answer. */
export const refusedResumes = (run: LessonRun, status?: number) =>
  resumesOf(run).filter(({ answer }) => answer !== undefined && (status === undefined ? answer.status >= 400 : answer.status === status))

export const evicted = (run: LessonRun) => (callStream(run)?.events ?? []).filter(({ evictedAt }) => evictedAt !== undefined)

export const unanswered =
  (status: number): Check =>
  (run) => {
    if (refusedResumes(run, status).length > 0 || run.snapshot.refused?.status === status) return undefined
    const other = refusedResumes(run)[0]
    if (other) return noLonger(msg('refused-with-other-status', { id: other.id, status: other.answer?.status, statusWanted: status }))
    if (hasResult(run)) return noLonger(msg('was-resumed'))
    return isOut(run) ? notYet(msg('would-ask-after', { lastId: lastId(run) ?? msg('nothing') })) : notYet(msg('no-refusal-yet'))
  }

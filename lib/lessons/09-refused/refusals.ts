/** What this lesson reads from a run: refused resumes, evicted events, and why no refusal of a status has been seen. */

import { text } from '../../words/text'
import { type Check, noLonger, notYet } from '../judge/judge'
import { callStream, hasResult, isOut, lastId, resumesOf } from '../judge/selectors'
import type { LessonRun } from '../lesson'

/** Resumes of the call that got an error for an answer. */
export const refusedResumes = (run: LessonRun, status?: number) =>
  resumesOf(run).filter(({ answer }) => answer !== undefined && (status === undefined ? answer.status >= 400 : answer.status === status))

export const evicted = (run: LessonRun) => (callStream(run)?.events ?? []).filter(({ evictedAt }) => evictedAt !== undefined)

export const unanswered =
  (status: number): Check =>
  (run) => {
    if (refusedResumes(run, status).length > 0 || run.snapshot.refused?.status === status) return undefined
    const other = refusedResumes(run)[0]
    if (other)
      return noLonger(
        text(
          `${other.id} was refused with ${other.answer?.status}, not ${status}.`,
          `${other.id} mit ${other.answer?.status} abgelehnt wurde, nicht mit ${status}.`,
        ),
      )
    if (hasResult(run))
      return noLonger(
        text('the server resumed the stream, and the answer is here.', 'der Server den Stream fortgesetzt hat und die Antwort da ist.'),
      )
    return isOut(run)
      ? notYet(
          text(
            `the plug is out; the client would ask after ${lastId(run) ?? 'nothing'}.`,
            `der Stecker draußen ist; der Client würde nach ${lastId(run) ?? 'nichts'} fragen.`,
          ),
        )
      : notYet(text('no resume has been refused yet.', 'noch kein Fortsetzen abgelehnt wurde.'))
  }

/**
 * How far a learner has come, as data: what was reached, what was only shown, what was predicted. Pure; where it is kept is the
 * page's affair. Unknown lessons and steps are carried along, so that an older page does not lose a newer page's progress.
 */

export type StepProgress = {
  readonly reached?: 'done' | 'shown'
  /** the choice's id */
  readonly predicted?: string
}

export type Progress = {
  readonly version: 1
  /** by lesson slug, then step id */
  readonly steps: Readonly<Record<string, Readonly<Record<string, StepProgress>>>>
}

export const NO_PROGRESS: Progress = { version: 1, steps: {} }

export const progressOf = (progress: Progress, lesson: string, step: string): StepProgress => progress.steps[lesson]?.[step] ?? {}

/** Adds to what is known of a step. What was solved stays solved when it is shown later. */
export function withStep(progress: Progress, lesson: string, step: string, added: StepProgress): Progress {
  const before = progressOf(progress, lesson, step)
  const reached = before.reached === 'done' ? 'done' : (added.reached ?? before.reached)
  const predicted = added.predicted ?? before.predicted
  if (reached === before.reached && predicted === before.predicted) return progress
  const after: StepProgress = { ...(reached ? { reached } : {}), ...(predicted === undefined ? {} : { predicted }) }
  return { ...progress, steps: { ...progress.steps, [lesson]: { ...progress.steps[lesson], [step]: after } } }
}

/** Steps of a lesson that were reached, shown ones included. */
export const reachedIn = (progress: Progress, lesson: string, steps: readonly string[]): number =>
  steps.filter((step) => progressOf(progress, lesson, step).reached).length

export const serialize = (progress: Progress): string => JSON.stringify(progress)

/** Reads what `serialize` wrote. Undefined when it is something else; damaged entries are left out. */
export function parseProgress(json: string | null | undefined): Progress | undefined {
  const saved = parsed(json)
  if (!isRecord(saved) || saved.version !== 1 || !isRecord(saved.steps)) return undefined
  const steps: Record<string, Record<string, StepProgress>> = {}
  for (const [lesson, entries] of Object.entries(saved.steps)) {
    if (!isRecord(entries)) continue
    const own: Record<string, StepProgress> = {}
    for (const [step, entry] of Object.entries(entries)) {
      if (!isRecord(entry)) continue
      const { reached, predicted } = entry
      own[step] = {
        ...(reached === 'done' || reached === 'shown' ? { reached } : {}),
        ...(typeof predicted === 'string' ? { predicted } : {}),
      }
    }
    steps[lesson] = own
  }
  return { version: 1, steps }
}

function parsed(json: string | null | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

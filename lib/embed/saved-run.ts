/**
 * What a host may keep of a reader's work, and give back: the goals reached, and the run itself as a recording. Session ids are replaced by
 * stand-ins before anything leaves. Versioned; what is newer, damaged or too large is left out, and the embed begins anew.
 */
import { isOld, openRecording, parseRecording, stringifyRecording } from '../trace/recording/recording'
import type { Trace } from '../trace/trace'
import { field, fieldsOf, wholeNumberOf } from './messages/read'
import type { GoalId, Scenario } from './scenarios/scenarios'

const SAVED_VERSION = 1

/** Hosts keep states in databases; a longer run is kept as its goals alone. */
const MOST_CHARACTERS = 200_000

type SavedRun = {
  readonly v: typeof SAVED_VERSION
  readonly scenario: string
  readonly goals: readonly GoalId[]
  /** where the reader stood */
  readonly step: number
  /** a recording, as text */
  readonly run?: string
}

export function saveRun(scenario: Scenario, goals: ReadonlySet<GoalId>, step: number, trace: Trace | undefined): SavedRun {
  const text = trace && stringifyRecording(trace, { takenOn: '', note: scenario.title })
  return {
    v: SAVED_VERSION,
    scenario: scenario.name,
    goals: scenario.goals.filter((goal) => goals.has(goal)),
    step,
    ...(text && text.length <= MOST_CHARACTERS ? { run: text } : {}),
  }
}

/** `trace`: a promise where the run is a recording of an older version. */
type RestoredRun = {
  readonly goals: readonly GoalId[]
  readonly step: number
  readonly trace?: Trace | Promise<Trace | undefined>
}

/** What a host gave back, or undefined when it is not of this scenario or cannot be read. Never throws. */
export function restoreRun(scenario: Scenario, saved: unknown): RestoredRun | undefined {
  const fields = fieldsOf(typeof saved === 'string' ? parsed(saved) : saved)
  if (!fields || field(fields, 'v') !== SAVED_VERSION || field(fields, 'scenario') !== scenario.name) return undefined
  const named = field(fields, 'goals')
  const goals = scenario.goals.filter((goal) => Array.isArray(named) && named.includes(goal))
  const step = wholeNumberOf(field(fields, 'step'), 99_999) ?? 0
  const trace = traceOf(field(fields, 'run'))
  return { goals, step, ...(trace ? { trace } : {}) }
}

function traceOf(run: unknown): RestoredRun['trace'] {
  if (typeof run !== 'string' || run.length > MOST_CHARACTERS) return undefined
  const recording = parsed(run)
  if (isOld(recording)) return openRecording(recording).then(playable, () => undefined)
  try {
    return playable(parseRecording(recording))
  } catch {
    return undefined
  }
}

const playable = (trace: Trace): Trace | undefined => (trace.observations.length > 0 ? trace : undefined)

/** Some hosts keep text only. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

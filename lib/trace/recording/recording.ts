/**
 * A recording: a trace as a file. Versioned; a session id is a key to the session, so it never leaves the page whole.
 */

import type { EpochMs, Observation } from '../../protocol/observation'
import { appendToTrace, byTime, EMPTY_TRACE, type Trace } from '../trace'
import { fits } from './grammar'
import { problemWith } from './recording-check'
import { RecordingError, type RecordingProblem, shown } from './recording-error'
import { CREDENTIALS, redactedJson, sessionIdsIn } from './redact'

/**
 * Of the file format. A change that an older page cannot read gets the next number.
 * 1: the first. 2: faults, edited headers, restarts and dropped repetitions. 3: reasons and details are data, no sentences.
 */
export const RECORDING_VERSION = 3

/** The trace in a recording of any version, as `parseRecording` gives it. What upgrades an old one is loaded only for an old one. */
export async function openRecording(json: unknown): Promise<Trace> {
  const value = typeof json === 'string' ? parseText(json) : json
  if (!isOld(value)) return parseRecording(value)
  const { upgradedObservation } = await import('./upgrade')
  return parseRecording({ ...value, version: RECORDING_VERSION, observations: value.observations.map(upgradedObservation) })
}

/** A run of 10,000 events has about 30,000. */
export const MOST_OBSERVATIONS = 100_000

type OldRecording = { readonly version: 1 | 2; readonly observations: readonly unknown[] }

/** Whether a recording has to be upgraded before it plays. */
export function isOld(value: unknown): value is OldRecording {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('observations' in value)) return false
  return (value.version === 1 || value.version === 2) && Array.isArray(value.observations)
}

/**
 * The trace in a recording of this very version, given as JSON text or as the value parsed from it. Throws RecordingError when it is of
 * another version, damaged, or not a recording at all. What it returns is frozen in development.
 */
export function parseRecording(json: unknown): Trace {
  const value = typeof json === 'string' ? parseText(json) : json
  if (typeof value !== 'object' || value === null || !('version' in value) || !('observations' in value)) {
    throw new RecordingError({ code: 'not-a-recording' })
  }
  const { version, observations } = value
  if (version !== RECORDING_VERSION) throw new RecordingError(otherVersion(version))
  if (!Array.isArray(observations)) throw new RecordingError({ code: 'no-list', found: typeof observations })
  if (observations.length > MOST_OBSERVATIONS)
    throw new RecordingError({ code: 'too-many', n: observations.length, most: MOST_OBSERVATIONS })
  observations.forEach((seen: unknown, i) => {
    const problem = problemWith(seen)
    if (problem) throw new RecordingError({ code: 'observation', i, problem })
  })
  const trace = {
    ...appendToTrace(EMPTY_TRACE, [...(observations as readonly Observation[])].sort(byTime)),
    recorded: { takenOn: labelIn(value, 'takenOn'), note: labelIn(value, 'note') },
  }
  return process.env.NODE_ENV === 'production' ? trace : deepFreeze(trace)
}

/**
 * The recording as JSON text, an observation a line. Session ids are replaced by stand-ins that begin and end alike; headers that
 * carry credentials are left out.
 */
export function stringifyRecording(trace: Trace, recorded: Trace['recorded'] = trace.recorded): string {
  const { takenOn = '', note = '' } = recorded ?? {}
  const ids = sessionIdsIn(trace)
  const json = (value: unknown) => redactedJson(value, ids, FIXED)
  const head = `"version":${RECORDING_VERSION},"takenOn":${json(takenOn)},"note":${json(note)}`
  return `{${head},"observations":[\n${trace.observations.map((seen) => json(withoutCredentials(seen))).join(',\n')}\n]}\n`
}

/** Words of this format: a session id that reads like one must not change it. */
const FIXED: ReadonlySet<string> = new Set(['kind', 'code', 'fault', 'server'])

/** The trace as it was at `at`: what came later is left out. */
export function cutRecording(trace: Trace, at: EpochMs): Trace {
  return { ...trace, observations: trace.observations.filter((seen) => seen.at <= at) }
}

function withoutCredentials(seen: Observation): Observation {
  if (!('headers' in seen) || !Object.keys(seen.headers).some((name) => CREDENTIALS.has(name.toLowerCase()))) return seen
  return { ...seen, headers: Object.fromEntries(Object.entries(seen.headers).filter(([name]) => !CREDENTIALS.has(name.toLowerCase()))) }
}

const otherVersion = (version: unknown): RecordingProblem => ({
  code: 'other-version',
  version: typeof version === 'string' ? version.slice(0, 60) : shown(version),
  isNewer: typeof version === 'number' && version > RECORDING_VERSION,
  reads: RECORDING_VERSION,
})

function labelIn(file: object, name: 'takenOn' | 'note'): string {
  const value = name in file ? (file as Readonly<Record<string, unknown>>)[name] : ''
  if (!fits(value, 'label')) throw new RecordingError({ code: 'head', name, value: shown(value), asked: 'label' })
  return value as string
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RecordingError({ code: 'not-json' })
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(deepFreeze)
  return value
}

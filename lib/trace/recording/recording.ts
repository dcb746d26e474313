/**
 * A recording: a trace as a file. Versioned; a session id is a key to the session, so it never leaves the page whole.
 */

import type { EpochMs, Observation } from '../../protocol/observation'
import { appendToTrace, EMPTY_TRACE, type Trace } from '../trace'
import { problemWith } from './recording-check'
import { RecordingError } from './recording-error'

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
  if (version !== RECORDING_VERSION) throw new RecordingError({ code: 'other-version', version, reads: RECORDING_VERSION })
  if (!Array.isArray(observations)) throw new RecordingError({ code: 'no-list', found: typeof observations })
  observations.forEach((seen: unknown, i) => {
    const what = problemWith(seen)
    if (what) throw new RecordingError({ code: 'observation', i, what })
  })
  const text = (key: string) => (key in value ? String((value as Record<string, unknown>)[key]) : '')
  const trace = {
    ...appendToTrace(EMPTY_TRACE, observations as readonly Observation[]),
    recorded: { takenOn: text('takenOn'), note: text('note') },
  }
  return process.env.NODE_ENV === 'production' ? trace : deepFreeze(trace)
}

/**
 * The recording as JSON text, an observation a line. Session ids are replaced by stand-ins that begin and end alike; headers that
 * carry credentials are left out.
 */
export function stringifyRecording(trace: Trace, recorded: Trace['recorded'] = trace.recorded): string {
  const { takenOn = '', note = '' } = recorded ?? {}
  const lines = trace.observations.map((seen) => JSON.stringify(withoutCredentials(seen)))
  const head = `"version":${RECORDING_VERSION},"takenOn":${JSON.stringify(takenOn)},"note":${JSON.stringify(note)}`
  return redact(`{${head},"observations":[\n${lines.join(',\n')}\n]}\n`, sessionIdsIn(trace))
}

/** The trace as it was at `at`: what came later is left out. */
export function cutRecording(trace: Trace, at: EpochMs): Trace {
  return { ...trace, observations: trace.observations.filter((seen) => seen.at <= at) }
}

/** `7f3a0000-0000-…-00000000e1c2`: of the same shape, alike at both ends, and no key to anything. */
export function standInFor(sessionId: string): string {
  const kept = sessionId.length >= 16 ? 4 : 0
  const end = sessionId.length - kept
  return sessionId.slice(0, kept) + sessionId.slice(kept, end).replace(/[^-]/g, '0') + sessionId.slice(end)
}

/** The text with every session id of the trace replaced: by its stand-in, or by what `by` says. */
export function redact(text: string, sessionIds: ReadonlySet<string>, by: (sessionId: string) => string = standInFor): string {
  let redacted = text
  for (const id of sessionIds) if (id.length >= SHORTEST_KEY) redacted = redacted.replaceAll(JSON.stringify(id).slice(1, -1), by(id))
  return redacted
}

/**
 * Our servers give ids of 36 characters. What is much shorter was typed by the learner, is no key to anything, and may be a word that
 * stands elsewhere in the text too.
 */
const SHORTEST_KEY = 16

/** Every session id that anyone spoke of. Each is a key to its session. */
export function sessionIdsIn({ observations }: Trace): ReadonlySet<string> {
  const found = new Set<string>()
  for (const seen of observations) {
    if (seen.kind === 'session.opened' || seen.kind === 'session.ended') found.add(seen.session)
    else if (seen.kind === 'headers.kept' && seen.kept.sessionId) found.add(seen.kept.sessionId)
    else if (seen.kind === 'connection.opened' || seen.kind === 'connection.answered') {
      const kept = 'edited' in seen ? seen.edited?.['mcp-session-id'] : undefined
      for (const id of [seen.headers['mcp-session-id'], kept]) if (id) found.add(id)
    }
  }
  return found
}

/** Headers that never leave the page. */
export const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie'])

function withoutCredentials(seen: Observation): Observation {
  if (!('headers' in seen) || !Object.keys(seen.headers).some((name) => CREDENTIALS.has(name.toLowerCase()))) return seen
  return { ...seen, headers: Object.fromEntries(Object.entries(seen.headers).filter(([name]) => !CREDENTIALS.has(name.toLowerCase()))) }
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

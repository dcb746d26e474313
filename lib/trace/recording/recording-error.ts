/**
 * A recording that cannot be played, as data: what is wrong, and with which value. lib/words/run/recording-problem.ts says it, and what to do.
 */
import type { Grammar } from './grammar'

export type RecordingProblem =
  | { readonly code: 'not-json' }
  /** no version, or no observations */
  | { readonly code: 'not-a-recording' }
  | { readonly code: 'other-version'; readonly version: string; readonly isNewer: boolean; readonly reads: number }
  | { readonly code: 'no-list'; readonly found: string }
  /** `most`: how many observations this page plays */
  | { readonly code: 'too-many'; readonly n: number; readonly most: number }
  /** a field of the file itself: takenOn, note */
  | ({ readonly code: 'head' } & Misfit)
  | { readonly code: 'observation'; readonly i: number; readonly problem: ObservationProblem }

export type ObservationProblem =
  | { readonly code: 'not-an-observation'; readonly value: string }
  | { readonly code: 'unknown-kind'; readonly value: string }
  /** objects in objects, more than `most` of them */
  | { readonly code: 'too-deep'; readonly most: number }
  /** `kind`: whose field it is; absent for fields that every observation has */
  | ({ readonly code: 'field'; readonly kind?: string } & Misfit)

/** A value, shortened, and what it should have been. */
type Misfit = { readonly name: string; readonly value: string; readonly asked: Grammar }

/** The message is for a log. */
export class RecordingError extends Error {
  constructor(readonly problem: RecordingProblem) {
    super(`The recording cannot be played: ${JSON.stringify(problem)}`)
    this.name = 'RecordingError'
  }
}

/** A value as JSON, short enough for a sentence. */
export function shown(value: unknown): string {
  const text = jsonOf(value)
  return text.length > 80 ? `${text.slice(0, 60)}…` : text
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'missing'
  } catch {
    // nested too deep for it
    return Array.isArray(value) ? '[…]' : '{…}'
  }
}

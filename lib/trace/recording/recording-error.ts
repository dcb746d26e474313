/**
 * A recording that cannot be played, as data: what is wrong, and with which value. lib/words/run/recording-problem.ts says it, and what to do.
 */

export type RecordingProblem =
  | { readonly code: 'not-json' }
  /** no version, or no observations */
  | { readonly code: 'not-a-recording' }
  | { readonly code: 'other-version'; readonly version: unknown; readonly reads: number }
  | { readonly code: 'no-list'; readonly found: string }
  /** `what`: what is wrong with observation `i`, in English */
  | { readonly code: 'observation'; readonly i: number; readonly what: string }

/** The message is for a log. */
export class RecordingError extends Error {
  constructor(readonly problem: RecordingProblem) {
    super(`The recording cannot be played: ${JSON.stringify(problem)}`)
    this.name = 'RecordingError'
  }
}

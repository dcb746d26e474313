/**
 * What the learner is told when a run ends without its answer: what happened, why, and what to do. Reads the error and what was
 * observed; the words for the wire itself stay those of the server.
 */

import type { Problem } from '../playground/types'
import type { Snapshot } from '../trace/snapshot-types'
import { type Saying, saying } from './message'

/** The problem behind `error`, or undefined when the learner asked for this end. */
export function problemOf(error: unknown, snapshot: Snapshot): Problem | undefined {
  const detail: readonly Saying[] = [{ reason: saidOnce(error instanceof Error ? error.message : String(error)) }]
  const { session, call } = snapshot
  // Refused edits end nothing: the client still has the kept headers.
  const refused = snapshot.refused?.edited ? undefined : snapshot.refused
  if (call?.settled?.outcome === 'cancelled') return undefined
  if (isNamed(error, 'SessionGoneError') || refused?.status === 404)
    return { kind: 'session-ended', title: saying('The session has ended.'), detail }
  if (refused?.status !== undefined)
    return { kind: 'refused', title: saying('The server refused to resume: {status}.', { status: refused.status }), detail }
  if (refused) return { kind: 'no-id', title: saying('There is nothing to resume with.'), detail }
  if (isOutOfReach(error) || session === undefined) {
    if (snapshot.plug === 'out')
      return {
        kind: 'unreachable',
        title: saying('The plug was out.'),
        detail: [saying('The request never reached the server. Plug back in and run again.')],
      }
    if (isOutOfReach(error)) {
      return {
        kind: 'unreachable',
        title: saying('No answer from the server.'),
        detail: [saying('Check that it is running, then run again. The recording still plays.')],
      }
    }
    return { kind: 'refused', title: saying('The server refused to begin.'), detail }
  }
  return { kind: 'call-failed', title: saying('The call ended without a result.'), detail }
}

/** fetch says no more than this when no answer came: a TypeError, at some depth. */
function isOutOfReach(error: unknown): boolean {
  for (let it = error; it instanceof Error; it = it.cause) if (it instanceof TypeError) return true
  return false
}

function isNamed(error: unknown, name: string): boolean {
  for (let it = error; it instanceof Error; it = it.cause) if (it.name === name) return true
  return false
}

/** Advice of the client (see client/refusal.ts) that a server's own sentence may have given already, and how that sentence gives it. */
const ADVICE = [
  { advice: /; [^;]*: call again$/, said: /\bcall again\b/i },
  { advice: /; [^;]*: start a new one$/, said: /\bstart a new (?:one|session)\b/i },
  { advice: /; [^;]*: try again later$/, said: /\btry again\b/i },
]

/** Without the advice at the end, where the words before it say the same. */
function saidOnce(reason: string): string {
  for (const { advice, said } of ADVICE) {
    const before = reason.replace(advice, '')
    if (before !== reason && said.test(before)) return before
  }
  return reason
}

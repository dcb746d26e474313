/**
 * What the learner is told when a run ends without its answer: what happened, why, and what to do. Reads the error and what was
 * observed; the words for the wire itself stay those of the server.
 */

import type { Reason, ReasonCode } from '../../protocol/reason'
import { reasonOf } from '../../protocol/reason-text'
import type { Snapshot } from '../../trace/snapshot-types'
import { type Message, msg } from '../message'
import { reasonSentence } from './reasons'

/** Something went wrong that the learner must hear about: what, and what to do. */
export type Problem = {
  readonly kind: 'unreachable' | 'refused' | 'session-ended' | 'no-id' | 'call-failed' | 'taken-over' | 'engine' | 'file'
  readonly title: Message
  readonly detail: readonly Message[]
}

/** The problem behind `error`, or undefined when the learner asked for this end. */
export function problemOf(error: unknown, snapshot: Snapshot): Problem | undefined {
  const detail: readonly Message[] = [reasonSentence(saidOnce(reasonOf(error)))]
  const { session, call } = snapshot
  // Refused edits end nothing: the client still has the kept headers.
  const refused = snapshot.refused?.edited ? undefined : snapshot.refused
  if (call?.settled?.outcome === 'cancelled') return undefined
  if (isNamed(error, 'SessionGoneError') || refused?.status === 404)
    return { kind: 'session-ended', title: msg('The session has ended.'), detail }
  if (refused?.status !== undefined)
    return { kind: 'refused', title: msg('The server refused to resume: {status}.', { status: refused.status }), detail }
  if (refused) return { kind: 'no-id', title: msg('There is nothing to resume with.'), detail }
  if (isOutOfReach(error) || session === undefined) {
    if (snapshot.plug === 'out')
      return {
        kind: 'unreachable',
        title: msg('The plug was out.'),
        detail: [msg('The request never reached the server. Plug back in and run again.')],
      }
    if (isOutOfReach(error)) {
      return {
        kind: 'unreachable',
        title: msg('No answer from the server.'),
        detail: [msg('Check that it is running, then run again. The recording still plays.')],
      }
    }
    return { kind: 'refused', title: msg('The server refused to begin.'), detail }
  }
  return { kind: 'call-failed', title: msg('The call ended without a result.'), detail }
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

/** How a server's own words may give the advice already that a reason ends with. */
const ADVICE: Partial<Record<ReasonCode, readonly string[]>> = {
  'cannot-replay': ['call again'],
  'cannot-resume': ['call again'],
  'session-gone': ['start a new one', 'start a new session'],
  'kept-refusing': ['try again'],
}

/** Without the advice at the end, where the server's words before it say the same. */
function saidOnce(reason: Reason): Reason {
  if (!('status' in reason) || !('quoted' in reason)) return reason
  const { status, quoted = '' } = reason
  const heard = quoted.toLowerCase()
  const advice = Object.hasOwn(ADVICE, reason.code) ? ADVICE[reason.code] : undefined
  return advice?.some((words) => heard.includes(words)) ? { code: 'resume-refused', status, quoted } : reason
}

/**
 * Reasons in English: the messages of errors that an SDK, a server's client or an exported file reads. The screen says the same words in its own
 * language (lib/words/run/reasons.ts looks these up in a catalogue).
 */
import type { Reason, RefusedCode } from './reason'

/** The English words of each code, its parameters in braces. */
const TEXTS: Readonly<Record<Exclude<Reason['code'], RefusedCode>, string>> = {
  quoted: '{quoted}',
  'not-given': 'no reason was given',
  'failed-to-fetch': 'Failed to fetch',
  'network-error': 'network error',
  'given-up': 'given up: not a byte came for {seconds} s',
  'no-answer': 'no answer to {method} came through ({cause}): nothing to resume after; call again',
  'server-sends-no-ids': 'cut, and this server sends no event ids: nothing can be replayed; call again',
  'no-id-yet': 'cut before the first event id: nothing to resume after; call again',
  'reloaded-before-id': 'the page was reloaded before the first event id of the call: nothing to resume after; call again',
  'no-id-received': 'No event ID was received, so there is nothing to resume after.',
  'another-stream': 'answered with {status} and another stream: the client waits, and still has what it kept',
  stalled: '{connections} connections in a row brought nothing new for {seconds} s each: this server has lost the answer; call again',
  'ended-empty': '{connections} connections in a row ended with nothing new: this server has lost the answer; call again',
  'post-refused': 'refused with {status}: {quoted}',
  'session-ended': 'the session was ended',
  cancelled: 'cancelled',
  'kept-session-gone': 'The session is gone: the server ended it, or was started anew. Start a new one.',
  'run-left': 'The run was left before it began.',
  'no-session-yet': 'There is no session yet: start a run first.',
  'feed-knows-no-session': 'The feed answered {status}: the server does not know the session. Start again.',
  'feed-refused': 'The feed answered {status}: the server refused. Start again.',
  'fault-refused': 'The server answered {status} to the fault "{fault}".',
  'no-lasting-log': 'This session keeps no event log that outlives its process. Restart without it: "keeps": "nothing".',
  'nothing-to-evict': 'This session keeps no event log that forgets, so there is nothing to evict.',
  'no-ids-sent': 'No id was sent on the connections of this session, so the client could not come back. Start a session with an event log.',
  'stream-not-carried': 'No connection carries stream {stream} now. Those that are carried: {carried}.',
}

/** A refused resume: what its status means for the call, after the status and the server's own words. */
const REFUSED: Readonly<Record<RefusedCode, string>> = {
  'session-gone': '; the session is gone: start a new one',
  'cannot-replay': '; the missed events cannot be replayed: call again',
  'may-not-read': '; this client may not read the stream',
  'kept-refusing': '; the server kept refusing: try again later',
  'cannot-resume': '; the stream cannot be resumed here: call again',
  'resume-refused': '',
}

const refused = (code: RefusedCode, quotes: boolean): string => `resume refused with {status}${quotes ? ': {quoted}' : ''}${REFUSED[code]}`

/** Every English template, for the test that looks for their translations. */
export const reasonTemplates = (): readonly string[] => [
  ...Object.values(TEXTS).filter((text) => text !== TEXTS.quoted),
  ...(Object.keys(REFUSED) as RefusedCode[]).flatMap((code) => [refused(code, false), refused(code, true)]),
]

/** The English words of this reason, its parameters still in braces. */
export function reasonTemplate(reason: Reason): string {
  if (Object.hasOwn(REFUSED, reason.code)) return refused(reason.code as RefusedCode, 'quoted' in reason)
  return Object.hasOwn(TEXTS, reason.code) ? TEXTS[reason.code as keyof typeof TEXTS] : reason.code
}

/** The reason in English. */
export const reasonText = (reason: Reason): string => filled(reasonTemplate(reason), reason)

/** The template with the parameters of the reason or detail. */
export function filled(template: string, reason: object): string {
  const values = reason as Readonly<Record<string, unknown>>
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return hasCode(value) ? reasonText(value as Reason) : String(value ?? place)
  })
}

/** Whether a value from elsewhere (an answer) is a reason that this page knows. */
export function isReason(value: unknown): value is Reason {
  return hasCode(value) && (Object.hasOwn(TEXTS, value.code) || Object.hasOwn(REFUSED, value.code))
}

/** Whether a value from elsewhere (a file) has the shape of a reason or a detail. A code that this page does not know is said as it is. */
export function hasCode(value: unknown): value is { readonly code: string } {
  if (typeof value !== 'object' || value === null || !('code' in value) || typeof value.code !== 'string') return false
  return Object.values(value).every((one) => typeof one === 'string' || typeof one === 'number' || hasCode(one))
}

/** An error that carries its reason; the message says it in English. */
export class ReasonError extends Error {
  constructor(
    readonly reason: Reason,
    options?: ErrorOptions,
  ) {
    super(reasonText(reason), options)
    this.name = 'ReasonError'
  }
}

/** What Chromium says when a request or a body fails; the plug fails with the same words. */
const PLATFORM: Readonly<Record<string, Reason>> = {
  [TEXTS['failed-to-fetch']]: { code: 'failed-to-fetch' },
  [TEXTS['network-error']]: { code: 'network-error' },
}

/** The reason that an error carries, or else its own words. */
export function reasonOf(error: unknown): Reason {
  if (!(error instanceof Error)) return { code: 'quoted', quoted: String(error) }
  if ('reason' in error && isReason(error.reason)) return error.reason
  return (Object.hasOwn(PLATFORM, error.message) ? PLATFORM[error.message] : undefined) ?? { code: 'quoted', quoted: error.message }
}

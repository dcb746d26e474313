/**
 * Reasons in English: the messages of errors that an SDK, a server's client or an exported file reads. The screen says the same words in its own
 * language (lib/words/reasons.ts looks these up in a catalogue).
 */
import type { FaultDetail, Reason, ReasonCode } from './reason'

/** The English words of each code, its parameters in braces. */
const TEXTS: Readonly<Record<ReasonCode, string>> = {
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
  'session-gone': 'resume refused with {status}; the session is gone: start a new one',
  'cannot-replay': 'resume refused with {status}; the missed events cannot be replayed: call again',
  'may-not-read': 'resume refused with {status}; this client may not read the stream',
  'kept-refusing': 'resume refused with {status}; the server kept refusing: try again later',
  'cannot-resume': 'resume refused with {status}; the stream cannot be resumed here: call again',
  'resume-refused': 'resume refused with {status}',
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
  'gives-up-after': 'the client gives up what brings no byte for {seconds} s',
  'old-connections-dead': 'new connections work; the old ones stay dead until the client gives them up',
  'bytes-a-second': '{rate} bytes a second on each connection',
  'cuts-idle': 'cuts after {ms} ms without a byte',
  'asks-at-once': 'asks again at once, whatever retry says',
  'would-not-hold': 'the server would not hold: {cause}',
  'call-was-over': 'the call was over before this moment came',
  'in-wait': 'in the wait of {ms} ms before {stream} is asked for again',
  'stored-unwritten': '{id} is stored, and was not written',
  'headers-only': 'the headers of the answer got through, and no event',
  'before-response': 'before {id}, the response',
  'mid-frame': '{after} of {of} bytes of {id} got through',
  'after-frame': 'after {id}',
  'close-tab': 'close this tab and open the page anew: the run is kept for it',
  'one-stream': '{stream}',
  'every-stream': 'every stream',
  'keeps-nothing': 'keeps nothing',
  'keeps-log': 'keeps its log',
  deleted: 'deleted',
  expired: 'expired',
  leaves: 'leaves {n} of each stream',
  held: 'stored, not written',
  'written-again': 'written again',
  comments: 'comments',
  'no-comments': 'no comments',
}

/** Said instead where the optional parameter is there: the server's own words, a number. */
const WITH_OPTIONAL: Partial<Record<ReasonCode, string>> = {
  'session-gone': 'resume refused with {status}: {quoted}; the session is gone: start a new one',
  'cannot-replay': 'resume refused with {status}: {quoted}; the missed events cannot be replayed: call again',
  'may-not-read': 'resume refused with {status}: {quoted}; this client may not read the stream',
  'kept-refusing': 'resume refused with {status}: {quoted}; the server kept refusing: try again later',
  'cannot-resume': 'resume refused with {status}: {quoted}; the stream cannot be resumed here: call again',
  'resume-refused': 'resume refused with {status}: {quoted}',
  'cuts-idle': 'cuts after {ms} ms without a byte; {cuts} cut so far',
  comments: 'comments every {ms} ms',
}

/** What stands for a parameter that is absent. */
export const ABSENT: Readonly<Record<string, string>> = { id: 'a frame without id', stream: 'the stream' }

/** Every English template, for the test that looks for their translations. */
export const reasonTemplates = (): readonly string[] =>
  [TEXTS, WITH_OPTIONAL, ABSENT].flatMap((texts) => Object.values<string>(texts)).filter((text) => !ONLY_A_PARAMETER.test(text))

const ONLY_A_PARAMETER = /^\{\w+\}$/

/** The English words of this reason, its parameters still in braces. */
export function reasonTemplate(reason: FaultDetail): string {
  const { code } = reason
  const optional = code === 'comments' ? 'ms' : code === 'cuts-idle' ? 'cuts' : 'quoted'
  return (optional in reason ? WITH_OPTIONAL[code] : undefined) ?? TEXTS[code]
}

/** The reason in English. */
export function reasonText(reason: FaultDetail): string {
  const values = reason as Readonly<Record<string, unknown>>
  return reasonTemplate(reason).replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return isReason(value) ? reasonText(value) : String(value ?? ABSENT[name] ?? place)
  })
}

/** Whether a value from elsewhere (a file, an answer) is a reason that this page knows. */
export function isReason(value: unknown): value is FaultDetail {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false
  const { code } = value
  if (typeof code !== 'string' || !Object.hasOwn(TEXTS, code)) return false
  return Object.values(value).every((one) => typeof one === 'string' || typeof one === 'number' || isReason(one))
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
  if ('reason' in error && isReason(error.reason)) return error.reason as Reason
  return (Object.hasOwn(PLATFORM, error.message) ? PLATFORM[error.message] : undefined) ?? { code: 'quoted', quoted: error.message }
}

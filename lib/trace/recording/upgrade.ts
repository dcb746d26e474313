/**
 * Recordings of versions 1 and 2 told reasons and details in English. Here each such text becomes the data it was made from, once, when a
 * file is opened; a text that none of the old templates made becomes a quote. Loaded only for an old file. Not a reader for new ones: these
 * templates never change again, whatever the words of lib/protocol/reason-text.ts become.
 */
import type { FaultDetail, ReasonCode } from '../../protocol/reason'

/** What versions 1 and 2 wrote, the special before the general. `quoted` and `cause` were said by somebody else. */
const OLD: readonly (readonly [text: string, code: ReasonCode])[] = [
  ['cut, and this server sends no event ids: nothing can be replayed; call again', 'server-sends-no-ids'],
  ['cut before the first event id: nothing to resume after; call again', 'no-id-yet'],
  ['the page was reloaded before the first event id of the call: nothing to resume after; call again', 'reloaded-before-id'],
  ['no answer to {method} came through ({cause}): nothing to resume after; call again', 'no-answer'],
  ['resume refused with {status}: {quoted}; the session is gone: start a new one', 'session-gone'],
  ['resume refused with {status}: {quoted}; the missed events cannot be replayed: call again', 'cannot-replay'],
  ['resume refused with {status}: {quoted}; this client may not read the stream', 'may-not-read'],
  ['resume refused with {status}: {quoted}; the server kept refusing: try again later', 'kept-refusing'],
  ['resume refused with {status}: {quoted}; the stream cannot be resumed here: call again', 'cannot-resume'],
  ['resume refused with {status}; the session is gone: start a new one', 'session-gone'],
  ['resume refused with {status}; the missed events cannot be replayed: call again', 'cannot-replay'],
  ['resume refused with {status}; this client may not read the stream', 'may-not-read'],
  ['resume refused with {status}; the server kept refusing: try again later', 'kept-refusing'],
  ['resume refused with {status}; the stream cannot be resumed here: call again', 'cannot-resume'],
  ['resume refused with {status}: {quoted}', 'resume-refused'],
  ['resume refused with {status}', 'resume-refused'],
  ['{connections} connections in a row brought nothing new for {seconds} s each: this server has lost the answer; call again', 'stalled'],
  ['{connections} connections in a row ended with nothing new: this server has lost the answer; call again', 'ended-empty'],
  ['refused with {status}: {quoted}', 'post-refused'],
  ['No event ID was received, so there is nothing to resume after.', 'no-id-received'],
  ['The session is gone: the server ended it, or was started anew. Start a new one.', 'kept-session-gone'],
  ['The run was left before it began.', 'run-left'],
  ['The feed answered {status}: the server does not know the session. Start again.', 'feed-knows-no-session'],
  ['The feed answered {status}: the server refused. Start again.', 'feed-refused'],
  ['The server answered {status} to the fault "{fault}".', 'fault-refused'],
  ['no reason was given', 'not-given'],
  ['given up: not a byte came for {seconds} s', 'given-up'],
  ['the session was ended', 'session-ended'],
  ['cancelled', 'cancelled'],
  ['Failed to fetch', 'failed-to-fetch'],
  ['network error', 'network-error'],
  ['There is no session yet: start a run first.', 'no-session-yet'],
  ['the client gives up what brings no byte for {seconds} s', 'gives-up-after'],
  ['new connections work; the old ones stay dead until the client gives them up', 'old-connections-dead'],
  ['{rate} bytes a second on each connection', 'bytes-a-second'],
  ['cuts after {ms} ms without a byte; {cuts} cut so far', 'cuts-idle'],
  ['cuts after {ms} ms without a byte', 'cuts-idle'],
  ['asks again at once, whatever retry says', 'asks-at-once'],
  ['the server would not hold: {cause}', 'would-not-hold'],
  ['the call was over before this moment came', 'call-was-over'],
  ['in the wait of {ms} ms before {stream} is asked for again', 'in-wait'],
  ['{id} is stored, and was not written', 'stored-unwritten'],
  ['the headers of the answer got through, and no event', 'headers-only'],
  ['before {id}, the response', 'before-response'],
  ['{after} of {of} bytes of {id} got through', 'mid-frame'],
  ['after {id}', 'after-frame'],
  ['close this tab and open the page anew: the run is kept for it', 'close-tab'],
  ['every stream', 'every-stream'],
  ['keeps nothing', 'keeps-nothing'],
  ['keeps its log', 'keeps-log'],
  ['deleted', 'deleted'],
  ['expired', 'expired'],
  ['leaves {n} of each stream', 'leaves'],
  ['stored, not written', 'held'],
  ['written again', 'written-again'],
  ['comments every {ms} ms', 'comments'],
  ['comments', 'comments'],
  ['no comments', 'no-comments'],
  ['This session keeps no event log that outlives its process. Restart without it: "keeps": "nothing".', 'no-lasting-log'],
  ['This session keeps no event log that forgets, so there is nothing to evict.', 'nothing-to-evict'],
  [
    'No id was sent on the connections of this session, so the client could not come back. Start a session with an event log.',
    'no-ids-sent',
  ],
  ['No connection carries stream {stream} now. Those that are carried: {carried}.', 'stream-not-carried'],
]

const NUMBERS: readonly string[] = ['status', 'seconds', 'connections', 'rate', 'ms', 'cuts', 'after', 'of', 'n']

/** What the old text was made from. */
export function upgradedReason(text: string): FaultDetail {
  for (const { code, pattern } of patterns()) {
    const values = pattern.exec(text)
    if (values) return { code, ...paramsFrom(values.groups ?? {}) } as FaultDetail
  }
  return { code: 'quoted', quoted: text }
}

const paramsFrom = (groups: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, paramFrom(name, value)]))

function paramFrom(name: string, value: string): string | number | FaultDetail {
  if (name === 'cause') return upgradedReason(value)
  return NUMBERS.includes(name) ? Number(value) : value
}

type Pattern = { readonly code: ReasonCode; readonly pattern: RegExp }

let made: readonly Pattern[] | undefined

/** A number stands where a number was written, so that the words of somebody else are not taken for ours. */
function patterns(): readonly Pattern[] {
  made ??= OLD.map(([text, code]) => ({
    code,
    pattern: new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, (_, name) => groupFor(name))}$`, 's'),
  }))
  return made
}

const groupFor = (name: string): string => (NUMBERS.includes(name) ? `(?<${name}>\\d+(?:\\.\\d+)?)` : `(?<${name}>.+?)`)

/** A list of old observations, as JSON text. Throws when it is none. */
export const upgradedObservations = (text: string): string => JSON.stringify((JSON.parse(text) as unknown[]).map(upgradedObservation))

/** The observation of an old file as version 3 has it. What is no observation is left as it is: the check of the file says what is wrong. */
export function upgradedObservation(seen: unknown): unknown {
  if (typeof seen !== 'object' || seen === null || !('kind' in seen)) return seen
  const old = seen as Readonly<Record<string, unknown>>
  switch (old.kind) {
    case 'connection.failed':
    case 'connection.ended':
    case 'resume.refused':
      return withUpgraded(old, 'reason')
    case 'fault.set':
      return withUpgraded(old, 'detail')
    case 'call.settled': {
      const { text, ...rest } = old
      if (old.outcome === 'result' || typeof text !== 'string') return seen
      return { ...rest, reason: upgradedReason(text) }
    }
    default:
      return seen
  }
}

function withUpgraded(seen: Readonly<Record<string, unknown>>, name: string): unknown {
  const text = seen[name]
  return typeof text === 'string' ? { ...seen, [name]: upgradedReason(text) } : seen
}

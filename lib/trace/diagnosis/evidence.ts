/**
 * What the rules of a diagnosis look at, and how a finding is made.
 */

import type { Milliseconds, StreamName } from '../../protocol/observation'
import type { ConnectionRecord, EventRecord, Frame, Snapshot } from '../snapshot-types'
import { BUGS_OF, type Finding, type FindingKind, type FindingParams } from './finding'

/** What every rule is given. */
export type Evidence = {
  readonly snapshot: Snapshot
  /** by the key that frames and selections name */
  readonly events: ReadonlyMap<string, EventRecord>
  /** bytes may be late or vanish, so silence proves nothing */
  readonly slowNetwork: boolean
}

/** How long an answer may be on its way before its lateness counts. The client itself closes a lingering connection after a second. */
export const PATIENCE_MS: Milliseconds = 900
/** Two clocks, mapped onto each other, and the way between them. */
export const SKEW_MS: Milliseconds = 500

/** Makes a finding of a kind. */
export function finding(
  kind: FindingKind,
  params: FindingParams,
  about: { readonly events?: readonly string[]; readonly connections: readonly ConnectionRecord[] },
): Finding {
  const stream = about.connections[0]?.stream
  return {
    kind,
    params,
    events: about.events ?? [],
    connections: about.connections.map(({ id }) => id),
    ...(stream === undefined ? {} : { stream }),
    bugs: BUGS_OF[kind],
  }
}

type EventFrame = Extract<Frame, { kind: 'event' }>

/** Frames that are events: a lone reconnection time is none. */
export const eventFrames = ({ frames }: ConnectionRecord): EventFrame[] =>
  frames.filter((frame): frame is EventFrame => frame.kind === 'event' && (frame.id !== undefined || frame.data !== ''))

/** Answered with an event stream. */
export const isStream = ({ answer }: ConnectionRecord): boolean =>
  answer !== undefined && answer.status < 300 && /^text\/event-stream/.test(answer.headers['content-type'] ?? '')

/** A message on a connection of another stream, or of another session: stored here under that id with another text. */
export function isForeign({ data }: Pick<EventFrame, 'data'>, stream: StreamName | undefined, event: EventRecord | undefined): boolean {
  if (!event || stream === undefined || data === '') return false
  return event.stream !== stream || (event.storedAt !== undefined && event.data !== data)
}

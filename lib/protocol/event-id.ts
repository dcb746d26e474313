/**
 * The grammar of event ids and stream names as this app writes them: `<stream>/<n>`, where n orders the events of one stream and says
 * nothing across streams. Ids of other servers are opaque: they have no stream here. Spec: MCP 2025-11-25, basic/transports,
 * "event IDs SHOULD encode sufficient information to identify the originating stream".
 */
import type { EventId, StreamName } from './observation'

export type ParsedEventId = { readonly stream: StreamName; readonly n: number }

/** The standalone stream: the one a client opens with a GET that resumes nothing. */
export const STANDALONE: StreamName = 'get'

/** The stream that answers the n-th POSTed request. */
export const callStream = (n: number | string): StreamName => `call-${n}`

/** Whether this is the name of a stream of ours. */
export const isStreamName = (name: string): boolean => name === STANDALONE || /^call-\d+$/.test(name)

export const eventIdOf = (stream: StreamName, n: number): EventId => `${stream}/${n}`

/** At most 15 digits: all of them are exact as a number. */
const MOST_DIGITS = 15

/** The stream and number in an id, or undefined when it is not `<stream>/<n>`. */
export function parseEventId(id: EventId): ParsedEventId | undefined {
  const slash = id.lastIndexOf('/')
  if (slash < 1 || slash === id.length - 1 || id.length - slash - 1 > MOST_DIGITS) return undefined
  let n = 0
  for (let i = slash + 1; i < id.length; i++) {
    const digit = id.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return undefined
    n = n * 10 + digit
  }
  return { stream: id.slice(0, slash), n }
}

/** The same, only for an id exactly as an event log of ours writes it: a short plain name, no leading zero. */
export function parseLogEventId(id: EventId): ParsedEventId | undefined {
  return /^[A-Za-z0-9_-]{1,64}\/(0|[1-9]\d{0,14})$/.test(id) ? parseEventId(id) : undefined
}

/** The stream that an id names; undefined for ids that name none. */
export function streamOf(id: EventId | undefined): StreamName | undefined {
  return id === undefined ? undefined : parseEventId(id)?.stream
}

/** What a selection names: the id, or `<stream>#<n>` for a message that was given none. */
export function eventKey(stream: StreamName, n: number, id?: EventId): string {
  return id ?? `${stream}#${n}`
}

/** Orders streams that opened at the same moment: `call-2` before `call-10`. */
export function compareStreamNames(a: StreamName, b: StreamName): number {
  return ordinalOf(a) - ordinalOf(b) || (a < b ? -1 : a > b ? 1 : 0)
}

function ordinalOf(stream: StreamName): number {
  const dash = stream.lastIndexOf('-')
  const ordinal = dash < 0 ? 0 : Number(stream.slice(dash + 1))
  return Number.isFinite(ordinal) ? ordinal : 0
}

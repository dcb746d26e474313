/**
 * Event ids as this app writes them: `<stream>/<n>`. The n orders events inside one stream and says nothing across streams.
 * Not a validator for a server (that is event-store's): a foreign id simply has no stream here.
 */
import type { EventId, StreamName } from './observation'

type ParsedEventId = { readonly stream: StreamName; readonly n: number }

/** The stream and number in an id, or undefined when it is not `<stream>/<n>`. */
export function parseEventId(id: EventId): ParsedEventId | undefined {
  const slash = id.lastIndexOf('/')
  if (slash < 1 || slash === id.length - 1 || id.length - slash > 16) return undefined
  let n = 0
  for (let i = slash + 1; i < id.length; i++) {
    const digit = id.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return undefined
    n = n * 10 + digit
  }
  return { stream: id.slice(0, slash), n }
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

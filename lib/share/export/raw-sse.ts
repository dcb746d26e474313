/**
 * A stream as the bytes that came: every frame of every connection that carried it, in order. Comments, which a parser of event streams
 * passes over, say where one connection ends and the next begins. WHATWG HTML 9.2.5.
 */
import type { StreamName } from '../../protocol/observation'
import { redact } from '../../trace/recording/recording'
import type { ConnectionRecord, Snapshot } from '../../trace/snapshot-types'

/** The text of the stream. `sessionIds` are replaced by stand-ins. Empty when nothing of the stream got through. */
export function rawStreamOf(snapshot: Snapshot, stream: StreamName, sessionIds: ReadonlySet<string>): string {
  const carriers = snapshot.connections.filter((connection) => connection.stream === stream && connection.frames.length > 0)
  return redact(carriers.map(rawConnectionOf).join(''), sessionIds)
}

function rawConnectionOf(connection: ConnectionRecord): string {
  const { id, method, lastEventId, end } = connection
  const asked = lastEventId === undefined ? method : `${method} with Last-Event-ID: ${lastEventId}`
  const torn = end?.torn ? `: ${oneLine(`${end.torn.length} characters of an unfinished frame were thrown away`)}\n` : ''
  return `: connection ${id}, ${asked}\n\n${bodyOf(connection)}${torn}: ${end ? `ended, ${end.how}` : 'still open'}\n\n`
}

/** What came on one connection. */
export function bodyOf({ frames }: ConnectionRecord): string {
  return frames.map((frame) => (frame.kind === 'event' ? frame.raw : `:${frame.comment}\n\n`)).join('')
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')

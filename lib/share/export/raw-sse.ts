/**
 * A stream as the bytes that came: every frame of every connection that carried it, in order. Comments, which a parser of event streams
 * passes over, say where one connection ends and the next begins. WHATWG HTML 9.2.5.
 * A parser reads from it the events of the run and no other, whatever a recording says its frames looked like.
 */
import { isEventId } from '../../protocol/http/grammar'
import type { StreamName } from '../../protocol/observation'
import { createFrameSplitter, formatFrame } from '../../protocol/sse'
import { redact } from '../../trace/recording/redact'
import type { ConnectionRecord, Frame, Snapshot } from '../../trace/snapshot-types'

/** The text of the stream. `sessionIds` are replaced by stand-ins. Empty when nothing of the stream got through. */
export function rawStreamOf(snapshot: Snapshot, stream: StreamName, sessionIds: ReadonlySet<string>): string {
  const carriers = snapshot.connections.filter((connection) => connection.stream === stream && connection.frames.length > 0)
  return redact(carriers.map(rawConnectionOf).join(''), sessionIds)
}

function rawConnectionOf(connection: ConnectionRecord): string {
  const { id, method, lastEventId, end } = connection
  const asked = lastEventId === undefined ? method : `${method} with Last-Event-ID: ${lastEventId}`
  const torn = end?.torn ? `: ${end.torn.length} characters of an unfinished frame were thrown away\n` : ''
  return `: ${oneLine(`connection ${id}, ${asked}`)}\n\n${bodyOf(connection)}${torn}: ${end ? `ended, ${oneLine(end.how)}` : 'still open'}\n\n`
}

/** What came on one connection. */
export function bodyOf({ frames }: ConnectionRecord): string {
  return frames.map((frame) => (frame.kind === 'event' ? rawOf(frame) : `:${oneLine(frame.comment)}\n\n`)).join('')
}

/** The frame as it came; written anew from its fields where the text is not that one frame. */
function rawOf({ id, data, raw }: Extract<Frame, { kind: 'event' }>): string {
  const splitter = createFrameSplitter()
  const [read, ...more] = splitter.push(new TextEncoder().encode(raw))
  const isWhole = read !== undefined && more.length === 0 && splitter.rest().length === 0 && read.text === raw
  if (isWhole && read.id === id && (read.data ?? '') === data) return raw
  return formatFrame({ ...(id !== undefined && isEventId(id) && { id }), data })
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')

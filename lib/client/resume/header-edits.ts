/**
 * The learner's hand on the headers of one resume: what is sent instead of what is kept, and whether the answer can still be the stream
 * that was asked for. Spec: MCP 2025-11-25, basic/transports, "Resumability and Redelivery" and "Session Management".
 *
 * ED1 An edit is used once for each stream, for the first resume that is answered; the next request sends the kept headers.
 * ED2 An edit whose answer does not carry the stream stops there: refused, answered with no event stream, or answered with another stream
 *     (ED3). The client says so (`resume.refused`, `edited`) and sends nothing for this stream until it is asked to go on (`askNow`) or the
 *     plug is pushed. Nothing of the stream is refused: what was kept is still kept.
 * ED3 An answer is another stream when the edited `Last-Event-ID` is none that this stream saw or that stands before the kept one in it, or
 *     when the response names another session than the kept one. Its frames are not passed on, and nothing of them is kept. It stops, too, when the connection ends.
 * ED4 Any other edit that is answered with an event stream has resumed the stream: an older id, or a header that the server ignored.
 */
import type { HeaderEdit, HeaderEdits } from '../../faults/commands'
import { parseEventId } from '../../protocol/event-id'
import type { EventId, HeaderMap } from '../../protocol/observation'
import { type ClientStream, isEventStream, nameOf } from './client-stream'

/** A request with the learner's edits. The tap reads `edited`; a fetch ignores it. */
export type EditedInit = RequestInit & { readonly edited?: HeaderMap }

type Edited = { readonly headers: Headers; readonly edited: HeaderMap }

/** `kept`, changed by `edits`; undefined when they change nothing of this request. */
export function editHeaders(kept: Headers, edits: HeaderEdits | undefined, stream: ClientStream): Edited | undefined {
  const lastEventId = edits?.lastEventIds?.[nameOf(stream)]
  const headers = new Headers(kept)
  const edited: Record<string, string> = {}
  const change = (name: string, edit: HeaderEdit | undefined) => {
    const before = kept.get(name)
    const value = edit?.kind === 'value' ? edit.value : null
    if (!edit || value === before || !isSendable(value)) return
    edited[name] = before ?? ''
    if (value === null) headers.delete(name)
    else headers.set(name, value)
  }
  change('mcp-session-id', edits?.sessionId)
  change('mcp-protocol-version', edits?.protocolVersion)
  change('last-event-id', lastEventId)
  if (Object.keys(edited).length === 0) return undefined
  return { headers, edited }
}

/** ED3: whether the event stream that answers the edited request is another than the one that was to be resumed. */
export function isAnotherStream({ headers, edited }: Edited, stream: ClientStream, response: Response): boolean {
  if (!isEventStream(response)) return false
  const id = headers.get('last-event-id')
  if ('last-event-id' in edited && (id === null ? !stream.standalone : !isEarlier(id, stream))) return true
  const session = response.headers.get('mcp-session-id')
  return 'mcp-session-id' in edited && session !== null && session !== edited['mcp-session-id']
}

/** A page loaded anew has seen nothing yet, but ids of ours tell their place. */
function isEarlier(id: EventId, { seen, lastEventId }: ClientStream): boolean {
  const [asked, kept] = [parseEventId(id), lastEventId === undefined ? undefined : parseEventId(lastEventId)]
  return seen.has(id) || (asked !== undefined && kept !== undefined && asked.stream === kept.stream && asked.n <= kept.n)
}

/** fetch throws on what cannot be a header value. */
function isSendable(value: string | null): boolean {
  return value === null || /^[\x20-\x7e]*$/.test(value)
}

/**
 * The learner's hand on the headers of one resume: what is sent instead of what is kept, and whether the answer can still be the stream
 * that was asked for. Spec: MCP 2025-11-25, basic/transports, "Resumability and Redelivery" and "Session Management".
 *
 * ED1 An edit is used once for each stream, for the first resume that is answered; then the kept headers are sent again.
 * ED2 A refused edit refuses nothing of the stream: the kept headers are still there. The client waits until it is asked to go on.
 * ED3 An answer to an edited `Last-Event-ID` that the stream never saw is unrelated: its frames are not passed on, and nothing of them is kept.
 */
import type { HeaderEdit, HeaderEdits } from '../../faults/commands'
import type { HeaderMap } from '../../protocol/observation'
import type { ClientStream } from './client-stream'
import { nameOf } from './client-stream'

/** A request with the learner's edits. The tap reads `edited`; a fetch ignores it. */
export type EditedInit = RequestInit & { readonly edited?: HeaderMap }

type Edited = { readonly headers: Headers; readonly edited: HeaderMap; readonly unrelated: boolean }

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
  return { headers, edited, unrelated: 'last-event-id' in edited && isUnrelated(headers.get('last-event-id'), stream) }
}

function isUnrelated(id: string | null, stream: ClientStream): boolean {
  return id === null ? !stream.standalone : !stream.seen.has(id)
}

/** fetch throws on what cannot be a header value. */
function isSendable(value: string | null): boolean {
  return value === null || /^[\x20-\x7e]*$/.test(value)
}

/**
 * What an event id tells a client: the stream it belongs to. Spec: MCP 2025-11-25, "event IDs SHOULD encode sufficient information to
 * identify the originating stream". Ids stay opaque otherwise: a client never makes one up.
 */
import type { EventId, StreamName } from '../../protocol/observation'

/** The standalone stream, the one a client opens with a GET that resumes nothing. */
export const STANDALONE: StreamName = 'get'

/** The stream that an id of the form `<stream>/<n>` names; undefined for the ids of servers that name no streams. */
export function streamOf(id: EventId | undefined): StreamName | undefined {
  return id === undefined ? undefined : /^(.+)\/\d+$/.exec(id)?.[1]
}

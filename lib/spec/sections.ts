/** Places in the specification that lessons point to. MCP 2025-11-25 unless the name says otherwise. */

import type { SpecLink } from '../lessons/lesson'
import { PROTOCOL_REVISION } from '../protocol/observation'
import type { Text } from '../words/text'

const MCP = 'https://modelcontextprotocol.io/specification'
const TRANSPORTS = `${MCP}/${PROTOCOL_REVISION}/basic/transports`

const ANCHORS = {
  sending: `${TRANSPORTS}#sending-messages-to-the-server`,
  listening: `${TRANSPORTS}#listening-for-messages-from-the-server`,
  connections: `${TRANSPORTS}#multiple-connections`,
  resumability: `${TRANSPORTS}#resumability-and-redelivery`,
  sessions: `${TRANSPORTS}#session-management`,
  version: `${TRANSPORTS}#protocol-version-header`,
  progress: `${MCP}/${PROTOCOL_REVISION}/basic/utilities/progress`,
  changes: `${MCP}/2026-07-28/changelog`,
  newTransport: `${MCP}/2026-07-28/basic/transports/streamable-http`,
  lastEventId: 'https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header',
} as const

type SpecPlace = keyof typeof ANCHORS

export const spec = (place: SpecPlace, says: Text): SpecLink => ({ says, href: ANCHORS[place] })

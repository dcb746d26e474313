/** The page of the specification that this app teaches, MCP 2025-11-25, basic/transports, and its sections. Data. */

import { PROTOCOL_REVISION } from '../protocol/observation'

/** The root of all revisions. */
export const MCP = 'https://modelcontextprotocol.io/specification'

/** The page of the transports. */
export const SPEC_PAGE = `${MCP}/${PROTOCOL_REVISION}/basic/transports`

/** A section of that page: its anchor, and its title there. */
export const SECTIONS = {
  sending: { anchor: 'sending-messages-to-the-server', title: 'Sending Messages to the Server' },
  listening: { anchor: 'listening-for-messages-from-the-server', title: 'Listening for Messages from the Server' },
  connections: { anchor: 'multiple-connections', title: 'Multiple Connections' },
  resumability: { anchor: 'resumability-and-redelivery', title: 'Resumability and Redelivery' },
  sessions: { anchor: 'session-management', title: 'Session Management' },
  version: { anchor: 'protocol-version-header', title: 'Protocol Version Header' },
} as const

export type SectionName = keyof typeof SECTIONS

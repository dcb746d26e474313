/**
 * Every MUST, MUST NOT, SHOULD, SHOULD NOT and MAY of the Streamable HTTP part of MCP 2025-11-25 on messages, streams, sessions and
 * resumability, in our words, each with where it can be seen here. coverage.test.ts holds it against the keywords of the page.
 */
import { type Text, text } from '../words/text'
import { SENDING } from './coverage-sending'
import { RESUMABILITY, SESSIONS, VERSION } from './coverage-sessions'
import { CONNECTIONS, LISTENING } from './coverage-streams'
import type { Rule } from './rule'

type Section = {
  /** the section's anchor on the page of the specification */
  readonly anchor: string
  readonly title: Text
  readonly rules: readonly Rule[]
}

export const SPEC_PAGE = 'https://modelcontextprotocol.io/specification/2025-11-25/basic/transports'

export const COVERAGE: readonly Section[] = [
  {
    anchor: 'sending-messages-to-the-server',
    title: text('Sending messages to the server', 'Nachrichten an den Server senden'),
    rules: SENDING,
  },
  {
    anchor: 'listening-for-messages-from-the-server',
    title: text('Listening for messages from the server', 'Auf Nachrichten des Servers hören'),
    rules: LISTENING,
  },
  { anchor: 'multiple-connections', title: text('Multiple connections', 'Mehrere Verbindungen'), rules: CONNECTIONS },
  {
    anchor: 'resumability-and-redelivery',
    title: text('Resumability and redelivery', 'Wiederaufnahme und Nachlieferung'),
    rules: RESUMABILITY,
  },
  { anchor: 'session-management', title: text('Session management', 'Sitzungen verwalten'), rules: SESSIONS },
  { anchor: 'protocol-version-header', title: text('Protocol version header', 'Der Header der Protokollversion'), rules: VERSION },
]

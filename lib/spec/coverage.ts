/**
 * Every MUST, MUST NOT, SHOULD, SHOULD NOT and MAY of the Streamable HTTP part of MCP 2025-11-25 on messages, streams, sessions and
 * resumability, in our words, each with where it can be seen here. coverage.test.ts holds it against the keywords of the page.
 */
import { type Text, text } from '../words/text'
import { SENDING } from './coverage-sending'
import { RESUMABILITY, SESSIONS, VERSION } from './coverage-sessions'
import { CONNECTIONS, LISTENING } from './coverage-streams'
import { SECTIONS } from './page'
import type { Rule } from './rule'

type Section = {
  /** the section's anchor on the page of the specification */
  readonly anchor: string
  readonly title: Text
  readonly rules: readonly Rule[]
}

export const COVERAGE: readonly Section[] = [
  {
    anchor: SECTIONS.sending.anchor,
    title: text('Sending messages to the server', 'Nachrichten an den Server senden'),
    rules: SENDING,
  },
  {
    anchor: SECTIONS.listening.anchor,
    title: text('Listening for messages from the server', 'Auf Nachrichten des Servers hören'),
    rules: LISTENING,
  },
  { anchor: SECTIONS.connections.anchor, title: text('Multiple connections', 'Mehrere Verbindungen'), rules: CONNECTIONS },
  {
    anchor: SECTIONS.resumability.anchor,
    title: text('Resumability and redelivery', 'Wiederaufnahme und Nachlieferung'),
    rules: RESUMABILITY,
  },
  { anchor: SECTIONS.sessions.anchor, title: text('Session management', 'Sitzungen verwalten'), rules: SESSIONS },
  { anchor: SECTIONS.version.anchor, title: text('Protocol version header', 'Der Header der Protokollversion'), rules: VERSION },
]

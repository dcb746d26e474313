/**
 * Every MUST, MUST NOT, SHOULD, SHOULD NOT and MAY of the Streamable HTTP part of MCP 2025-11-25 on messages, streams, sessions and
 * resumability, in our words, each with where it can be seen here. coverage.test.ts holds it against the keywords of the page.
 */

import type { FaultId } from '../faults/faults'
import type { BugId } from '../faults/gallery'
import { type Text, text } from '../words/text'
import { SENDING } from './coverage-sending'
import { RESUMABILITY, SESSIONS, VERSION } from './coverage-sessions'
import { CONNECTIONS, LISTENING } from './coverage-streams'

export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY'
export type Actor = 'client' | 'server' | 'both'

/** Where it is shown: a lesson, a fault of the panel, a server broken on purpose, or the edit of the headers of the next resume. */
export type Shown =
  | { readonly kind: 'lesson'; readonly slug: string }
  | { readonly kind: 'fault'; readonly id: FaultId }
  | { readonly kind: 'bug'; readonly id: BugId }
  | { readonly kind: 'headers' }

export type Rule = {
  readonly level: Level
  readonly who: Actor
  readonly says: Text
  /** never empty: what shows it, the best place first */
  readonly shown: readonly [Shown, ...Shown[]]
  /** what to look at there */
  readonly look: Text
}

export type Section = {
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

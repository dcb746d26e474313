/**
 * Every MUST, MUST NOT, SHOULD, SHOULD NOT and MAY of the Streamable HTTP part of MCP 2025-11-25 on messages, streams, sessions and
 * resumability, in our words, each with where it can be seen here. coverage.test.ts holds it against the keywords of the page.
 */

import type { FaultId } from '../faults/faults'
import type { BugId } from '../faults/gallery'
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
  readonly says: string
  /** never empty: what shows it, the best place first */
  readonly shown: readonly [Shown, ...Shown[]]
  /** what to look at there */
  readonly look: string
}

export type Section = {
  /** the section's anchor on the page of the specification */
  readonly anchor: string
  readonly title: string
  readonly rules: readonly Rule[]
}

export const SPEC_PAGE = 'https://modelcontextprotocol.io/specification/2025-11-25/basic/transports'

export const COVERAGE: readonly Section[] = [
  { anchor: 'sending-messages-to-the-server', title: 'Sending messages to the server', rules: SENDING },
  { anchor: 'listening-for-messages-from-the-server', title: 'Listening for messages from the server', rules: LISTENING },
  { anchor: 'multiple-connections', title: 'Multiple connections', rules: CONNECTIONS },
  { anchor: 'resumability-and-redelivery', title: 'Resumability and redelivery', rules: RESUMABILITY },
  { anchor: 'session-management', title: 'Session management', rules: SESSIONS },
  { anchor: 'protocol-version-header', title: 'Protocol version header', rules: VERSION },
]

/**
 * Every MUST, MUST NOT, SHOULD, SHOULD NOT and MAY of the Streamable HTTP part of MCP 2025-11-25 on messages, streams, sessions and
 * resumability, in our words, each with where it can be seen here. coverage.test.ts holds it against the keywords of the page.
 */

import { msg } from '../words/message'
import { SENDING } from './coverage-sending'
import { RESUMABILITY, SESSIONS, VERSION } from './coverage-sessions'
import { CONNECTIONS, LISTENING } from './coverage-streams'
import { SECTIONS } from './page'
import type { Rule } from './rule'

type Section = {
  /** the section's anchor on the page of the specification */
  readonly anchor: string
  readonly title: string
  readonly rules: readonly Rule[]
}

export const COVERAGE: readonly Section[] = [
  {
    anchor: SECTIONS.sending.anchor,
    title: msg('Sending messages to the server'),
    rules: SENDING,
  },
  {
    anchor: SECTIONS.listening.anchor,
    title: msg('Listening for messages from the server'),
    rules: LISTENING,
  },
  { anchor: SECTIONS.connections.anchor, title: msg('Multiple connections'), rules: CONNECTIONS },
  {
    anchor: SECTIONS.resumability.anchor,
    title: msg('Resumability and redelivery'),
    rules: RESUMABILITY,
  },
  { anchor: SECTIONS.sessions.anchor, title: msg('Session management'), rules: SESSIONS },
  { anchor: SECTIONS.version.anchor, title: msg('Protocol version header'), rules: VERSION },
]

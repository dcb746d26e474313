/** What a lesson points to in the specification: sections of the page and pages near it. MCP 2025-11-25 unless the name says otherwise. */

import type { SpecLink } from '../lessons/lesson'
import { PROTOCOL_REVISION } from '../protocol/observation'
import type { Text } from '../words/text'
import { MCP, SECTIONS, type SectionName, SPEC_PAGE } from './page'

const anchors = Object.fromEntries(Object.entries(SECTIONS).map(([name, { anchor }]) => [name, `${SPEC_PAGE}#${anchor}`])) as Record<
  SectionName,
  string
>

const ADDRESSES = {
  ...anchors,
  progress: `${MCP}/${PROTOCOL_REVISION}/basic/utilities/progress`,
  changes: `${MCP}/2026-07-28/changelog`,
  newTransport: `${MCP}/2026-07-28/basic/transports/streamable-http`,
  lastEventId: 'https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header',
} as const

type SpecPlace = keyof typeof ADDRESSES

export const spec = (place: SpecPlace, says: Text): SpecLink => ({ says, href: ADDRESSES[place] })

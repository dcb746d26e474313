/** The terms that every chapter of the story uses, each pointing at its place on the stage. */
import { Term } from './term'

export const event = <Term name="event">event</Term>
export const sessionHeader = (
  <Term name="session">
    <code>Mcp-Session-Id</code>
  </Term>
)
export const eventHeader = (
  <Term name="last-event-id">
    <code>Last-Event-ID</code>
  </Term>
)

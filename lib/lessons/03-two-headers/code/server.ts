import { createHandler } from '../../01-one-post-many-events/code/server'
import { SessionLog } from '../../05-stored-first/code/server'

// createHandler calls this once a session, so each session has a log of its own.
// One log for all would replay the messages of one session to another.
// #region session
export const handle = createHandler(() => ({
  // #endregion
  // #region store prime
  eventStore: new SessionLog(), // from here on every event has an id
  // #endregion
  enableJsonResponse: false, // true would answer with one JSON body: no stream, no ids, nothing to resume
}))

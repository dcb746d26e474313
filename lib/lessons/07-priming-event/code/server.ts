import { createHandler } from '../../01-one-post-many-events/code/server'
import { SessionLog } from '../../05-stored-first/code/server'

// With an event store the transport begins every POST stream with
//   id: <stream>/1
//   retry: 500
//   data:
// so a cut before the first message can be resumed. Only if the request says
// MCP-Protocol-Version: 2025-11-25 or later; older clients do not know such an event.
// #region prime open
export const handle = createHandler(() => ({ eventStore: new SessionLog(), retryInterval: 500 }))
// #endregion

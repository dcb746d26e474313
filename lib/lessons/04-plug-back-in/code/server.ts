import { createHandler } from '../../01-one-post-many-events/code/server'
import { SessionLog } from '../../05-stored-first/code/server'

const handleSession = createHandler(() => ({ eventStore: new SessionLog() }))

export async function handle(request: Request): Promise<Response> {
  const lastEventId = request.headers.get('last-event-id')
  // #region replay attach
  // Always a GET, even if the stream began as a POST. The transport asks the log for what came
  // after this id, sends that again, and goes on live. The tool does not run twice.
  // (If the response was stored already, SDK 1.x leaves the connection open after the replay; its client does not mind.)
  if (request.method === 'GET' && lastEventId) console.info(`resumed after ${lastEventId}`)
  return handleSession(request)
  // #endregion
}

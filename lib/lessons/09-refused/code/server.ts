import { createHandler } from '../../01-one-post-many-events/code/server'
import { SessionLog } from '../../05-stored-first/code/server'

const logs = new Map<string, SessionLog>()

// Answers 400 without a session id and 404 for a session that has ended.
const handleSession = createHandler((sessionId) => {
  const eventStore = new SessionLog()
  logs.set(sessionId, eventStore)
  return { eventStore }
})

export async function handle(request: Request): Promise<Response> {
  const log = logs.get(request.headers.get('mcp-session-id') ?? '')
  const lastEventId = request.headers.get('last-event-id')
  // #region refuse
  // The specification does not say what an unknown id gets. Say it plainly: a 200 would be a stream that never speaks.
  if (log && lastEventId && !knows(log, lastEventId)) {
    const error = { code: -32000, message: `Event ${lastEventId} is not stored. Call the tool again.` }
    return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 400 })
  }
  // #endregion
  // #region replay session
  return handleSession(request)
  // #endregion
}

function knows(log: SessionLog, id: string): boolean {
  try {
    return log.find(id).n > 0
  } catch {
    return false
  }
}

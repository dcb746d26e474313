import { createHandler } from '../../01-one-post-many-events/code/server'
import { SessionLog } from '../../05-stored-first/code/server'

const FORGET_AFTER = 30 * 60_000
const lastSeen = new Map<string, number>()
const handleSession = createHandler((sessionId) => {
  lastSeen.set(sessionId, Date.now())
  return { eventStore: new SessionLog() }
})

export async function handle(request: Request): Promise<Response> {
  const sessionId = request.headers.get('mcp-session-id')
  if (sessionId && lastSeen.has(sessionId)) lastSeen.set(sessionId, Date.now())
  // #region forget
  if (sessionId && request.method === 'DELETE') lastSeen.delete(sessionId) // a client that said goodbye
  // #endregion
  // #region close open
  // A connection that ends says nothing about the session: a reload and a crash look the same.
  return handleSession(request)
  // #endregion
}

/** Call it now and then: clients that never said goodbye. The deletion is the one a client would have asked for. */
export async function forgetIdleSessions(url: string, now = Date.now()): Promise<void> {
  for (const [sessionId, seen] of lastSeen) {
    if (now - seen < FORGET_AFTER) continue
    // #region forget
    await handle(new Request(url, { method: 'DELETE', headers: { 'mcp-session-id': sessionId } }))
    // #endregion
  }
}

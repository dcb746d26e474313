import { createHandler } from '../../01-one-post-many-events/code/server'
import { SessionLog } from '../../05-stored-first/code/server'

const handleSession = createHandler(() => ({
  // #region takeover attach
  // SessionLog leaves out the optional getStreamIdForEventId. With it, a resume while the old connection
  // still looks alive would get 409; without it, the new connection takes the stream over.
  eventStore: new SessionLog(),
  // #endregion
  keepAliveMs: 10_000, // a comment every 10 s: less than any proxy on the way allows
  retryInterval: 250,
}))

export async function handle(request: Request): Promise<Response> {
  const response = await handleSession(request)
  // #region open
  response.headers.set('X-Accel-Buffering', 'no') // nginx: pass every event on at once
  return response
  // #endregion
}

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import {
  WebStandardStreamableHTTPServerTransport as Transport,
  type WebStandardStreamableHTTPServerTransportOptions as TransportOptions,
} from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'

const ROWS = ['🟦🟨🟦', '🟦⬜🟦', '🟫🟫🟫']

export function buildServer() {
  const server = new McpServer({ name: 'painter', version: '1.0.0' })
  server.registerTool('paint', { description: 'Paints a picture, row by row' }, async ({ sendNotification, _meta }) => {
    // #region store send
    for (const [index, message] of ROWS.entries()) {
      const params = { progressToken: _meta?.progressToken ?? 'none', progress: index + 1, total: ROWS.length, message }
      await sendNotification({ method: 'notifications/progress', params })
    }
    // #endregion
    // #region finish
    return { content: [{ type: 'text', text: ROWS.join('\n') }] }
    // #endregion
  })
  return server
}

/** Request in, Response out: hand it to your web framework. One transport a session, found again by the session id. */
export function createHandler(options: (sessionId: string) => TransportOptions, build = buildServer) {
  const sessions = new Map<string, Transport>()
  return async (request: Request): Promise<Response> => {
    const asked = request.headers.get('mcp-session-id')
    const known = sessions.get(asked ?? '')
    // #region open
    if (known) return known.handleRequest(request)
    // #endregion
    // #region refuse
    if (asked) return new Response('This session has ended.', { status: 404 })
    // #endregion
    // #region session
    const id = crypto.randomUUID()
    const transport = new Transport({
      ...options(id),
      sessionIdGenerator: () => id,
      onsessioninitialized: () => void sessions.set(id, transport),
      onsessionclosed: () => void sessions.delete(id),
    })
    await build().connect(transport)
    return transport.handleRequest(request)
    // #endregion
  }
}

export const handle = createHandler(() => ({}))

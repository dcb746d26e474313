import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { createHandler } from '../../01-one-post-many-events/code/server'
import { SessionLog } from '../../05-stored-first/code/server'

function buildServer() {
  const server = new McpServer({ name: 'printer', version: '1.0.0' })
  server.registerTool('print', { description: 'Takes long' }, async ({ closeSSEStream }) => {
    // #region close
    closeSSEStream?.() // ends the connection, not the stream; the client has an id and a retry
    // #endregion
    // #region store finish
    await new Promise((resolve) => setTimeout(resolve, 1_000)) // the long work
    return { content: [{ type: 'text', text: 'printed' }] }
    // #endregion
  })
  return server
}

const handleSession = createHandler(() => ({ eventStore: new SessionLog(), retryInterval: 400 }), buildServer)

export async function handle(request: Request): Promise<Response> {
  const response = await handleSession(request)
  const last = request.headers.get('last-event-id')
  if (!last || !response.ok || !response.body) return response
  // #region replay attach
  // SDK clients forget the last event ID if a resumed connection brings none: begin it with the one they sent.
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  void writer.write(new TextEncoder().encode(`id: ${last}\nretry: 400\ndata: \n\n`)).catch(() => {})
  writer.releaseLock()
  void response.body.pipeTo(writable).catch(() => {}) // the client may go away again
  return new Response(readable, response)
  // #endregion
}

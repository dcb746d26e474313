import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { createHandler } from '../../01-one-post-many-events/code/server'
import { SessionLog } from '../../05-stored-first/code/server'

function buildServer() {
  const server = new McpServer({ name: 'painter', version: '1.0.0' }, { capabilities: { logging: {} } })
  server.registerTool('paint', { inputSchema: { title: z.string() } }, async ({ title }, extra) => {
    // #region open
    // Belongs to no request: the standalone GET stream carries it.
    await server.sendLoggingMessage({ level: 'info', data: `somebody paints ${title}` })
    // #endregion
    // #region store send
    // Sent through `extra`: it belongs to this call, and its stream carries it.
    await extra.sendNotification({ method: 'notifications/message', params: { level: 'info', data: `${title}: row 1` } })
    return { content: [{ type: 'text', text: title }] }
    // #endregion
  })
  return server
}

// #region replay
// SessionLog finds the stream in the id and replays that stream only.
export const handle = createHandler(() => ({ eventStore: new SessionLog() }), buildServer)
// #endregion

/**
 * Headers and JSON-RPC messages as a client sends them.
 */

export const POST_HEADERS = { accept: 'application/json, text/event-stream', 'content-type': 'application/json', host: 'localhost:3000' }
export const GET_HEADERS = { accept: 'text/event-stream', host: 'localhost:3000' }
export const MCP_URL = 'http://localhost:3000/mcp'

export const initializeMessage = (protocolVersion = '2025-11-25') => ({
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion, capabilities: {}, clientInfo: { name: 'test', version: '1' } },
})

export const callMessage = (id: string | number, name: string, args: object = {}, progressToken: string | number | undefined = id) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args, ...(progressToken !== undefined && { _meta: { progressToken } }) },
})

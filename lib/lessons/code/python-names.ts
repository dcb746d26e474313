/**
 * Names of the Python SDK 2.x that the shown code may use, each with where it was read: a number is a section of the project's protocol
 * notes (read at 1.29.0, run with 2.3.0); a path is a file of the python-sdk repository. Data for python.test.ts.
 */

/** `from <module> import <name>` */
export const PYTHON_IMPORTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mcp: { ClientSession: '4.1', types: '4.1' },
  'mcp.server.mcpserver': { MCPServer: '4.2', Context: 'src/mcp/server/mcpserver/__init__.py' },
  'mcp.server.streamable_http': {
    EventStore: '4.1',
    EventMessage: '4.1',
    EventCallback: '4.1',
    EventId: '4.1',
    StreamId: '4.1',
  },
  'mcp.server.streamable_http_manager': { StreamableHTTPSessionManager: '4.1' },
  'mcp.client.streamable_http': { streamable_http_client: '4.1' },
  'mcp.shared.message': { ClientMessageMetadata: '4.1' },
}

/** What may be asked of an object, by the name that the snippets give it. */
export const PYTHON_MEMBERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  session: { initialize: '4.3', send_request: '4.1', call_tool: 'src/mcp/client/session.py' },
  ctx: { close_sse_stream: '4.1', report_progress: 'src/mcp/server/mcpserver/context.py' },
  mcp: { tool: '4.3', streamable_http_app: '4.2', session_manager: 'src/mcp/server/mcpserver/server.py' },
  server: { streamable_http_app: '4.2', session_manager: 'src/mcp/server/mcpserver/server.py' },
  manager: { session_idle_timeout: '4.1' },
  types: { CallToolRequest: '4.1', CallToolRequestParams: '4.1', CallToolResult: '4.1' },
  httpx2: { AsyncClient: '4.3', Timeout: '4.3', Response: '4.3' },
}

/** Named arguments, by what is called. */
export const PYTHON_ARGUMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  streamable_http_client: { http_client: '4.1', terminate_on_close: '4.1' },
  streamable_http_app: { event_store: '4.2', retry_interval: '4.2', stateless_http: '4.1', json_response: '4.1' },
  ClientMessageMetadata: { resumption_token: '4.1', on_resumption_token_update: '4.1' },
  CallToolRequestParams: { name: '4.1', arguments: '4.1' },
  CallToolRequest: { params: '4.1' },
  send_request: { metadata: '4.1' },
  call_tool: { progress_callback: '4.1' },
}

/** Methods that a class of the shown code has to have, because the SDK calls them. */
export const PYTHON_EVENT_STORE = ['store_event', 'replay_events_after'] as const

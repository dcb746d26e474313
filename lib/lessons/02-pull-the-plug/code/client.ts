import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'

export async function paint(url: string, show: (row: string) => void, patience = 60_000) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  // #region connect
  await client.connect(new StreamableHTTPClientTransport(new URL(url)))
  // #endregion
  try {
    // #region call
    return await client.callTool({ name: 'paint' }, undefined, {
      onprogress: ({ message }) => show(message ?? ''),
      timeout: patience, // silence for this long, and the call has failed
      resetTimeoutOnProgress: true,
    })
    // #endregion
  } catch (error) {
    // #region result cut
    // Nothing to resume from: no event had an id. Nobody knows whether the tool has run.
    if (error instanceof McpError && error.code === ErrorCode.RequestTimeout) return 'lost'
    throw error
    // #endregion
  } finally {
    await client.close()
  }
}

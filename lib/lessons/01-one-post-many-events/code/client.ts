import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

export async function paint(url: string, show: (row: string) => void) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  // #region connect
  await client.connect(new StreamableHTTPClientTransport(new URL(url)))
  // #endregion

  // #region call
  const result = await client.callTool({ name: 'paint' }, undefined, {
    // #endregion
    // #region receive
    onprogress: ({ message }) => show(message ?? ''),
    // #endregion
  })

  // #region result
  await client.close()
  return result
  // #endregion
}

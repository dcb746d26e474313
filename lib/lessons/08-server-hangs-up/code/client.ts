import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

export async function print(url: string) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  // #region wait resume
  // The SDK polls by itself: it waits for the server's `retry`, then sends a GET with Last-Event-ID.
  // These delays are for a server that sent no `retry`.
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    reconnectionOptions: {
      initialReconnectionDelay: 1_000,
      maxReconnectionDelay: 30_000,
      reconnectionDelayGrowFactor: 1.5,
      maxRetries: 10, // failed GETs in a row; the default is 2
    },
  })
  // #endregion
  // #region connect
  await client.connect(transport)
  // #endregion
  // #region call
  const result = await client.callTool({ name: 'print' }, undefined, {
    timeout: 15 * 60_000, // the default of 60 s would end the call while it is polled
  })
  // #endregion
  await client.close()
  return result
}

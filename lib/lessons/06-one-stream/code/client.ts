import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

/** Two calls, two streams, two last event IDs. */
export async function paintTwo(url: string, lastEventIds: Map<string, string>) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  const transport = new StreamableHTTPClientTransport(new URL(url))
  // #region connect
  await client.connect(transport)
  // #endregion
  const paint = (title: string) =>
    // #region call
    client.callTool({ name: 'paint', arguments: { title } }, undefined, {
      // #endregion
      // #region keep receive primed
      onresumptiontoken: (id) => lastEventIds.set(title, id), // never one id for both
      // #endregion
    })
  // #region resume wait
  // After a cut the transport resumes each stream by a GET of its own, with its own Last-Event-ID.
  const results = await Promise.all([paint('sun'), paint('moon')])
  // #endregion
  await client.close()
  return results
}

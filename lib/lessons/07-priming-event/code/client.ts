import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

export async function paint(url: string, save: (lastEventId: string) => void, onPrimed: () => void) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  // #region connect
  await client.connect(new StreamableHTTPClientTransport(new URL(url)))
  // #endregion

  let primed = false
  // #region call
  const result = await client.callTool({ name: 'paint' }, undefined, {
    // #endregion
    // #region primed keep
    onresumptiontoken: (lastEventId) => {
      save(lastEventId) // first for the priming event, before any message
      if (!primed) onPrimed() // from here on this call survives a cut
      primed = true
    },
    // #endregion
  })
  // #region result
  await client.close()
  return result
  // #endregion
}

import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

/** What a client must still know after a crash. */
export type Kept = { sessionId?: string; protocolVersion?: string; lastEventId?: string }

export async function paint(url: string, save: (kept: Kept) => void) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  const transport = new StreamableHTTPClientTransport(new URL(url))
  // #region connect
  await client.connect(transport)
  // #endregion
  const session: Kept = { sessionId: transport.sessionId, protocolVersion: transport.protocolVersion }
  save(session)

  // #region call
  const result = await client.callTool({ name: 'paint' }, undefined, {
    // #endregion
    // #region keep receive primed
    onresumptiontoken: (lastEventId) => save({ ...session, lastEventId }), // with every event that has an id
    // #endregion
  })
  // #region result
  save(session) // the call has its answer: nothing left to resume
  await client.close()
  return result
  // #endregion
}

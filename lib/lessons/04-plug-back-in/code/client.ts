import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Kept } from '../../03-two-headers/code/client'

export async function resume(url: string, kept: Required<Kept>, show: (row: string) => void) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  // #region load connect
  const transport = new StreamableHTTPClientTransport(new URL(url), { sessionId: kept.sessionId })
  // Replayed progress has the token of the old call, so onprogress would not know it.
  transport.onmessage = (message) => {
    // #endregion
    // #region receive
    if ('method' in message && message.method === 'notifications/progress') show(String(message.params?.message))
    // #endregion
  }
  await client.connect(transport) // with a session id it sends nothing: the session is there
  transport.setProtocolVersion(kept.protocolVersion) // otherwise the server takes you for 2025-03-26

  // #region resume
  // With a token no POST is sent, but a GET with Last-Event-ID. Do it before any other call:
  // a new client counts its request ids from 0 again, and an id must not be used twice.
  const result = await client.callTool({ name: 'paint' }, undefined, { resumptionToken: kept.lastEventId })
  // #endregion
  // #region result
  await client.close()
  return result
  // #endregion
}

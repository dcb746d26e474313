import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport, StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Kept } from '../../03-two-headers/code/client'

export async function resumeOrStartAgain(url: string, kept: Required<Kept>, startAgain: (why: string) => Promise<unknown>) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  const transport = new StreamableHTTPClientTransport(new URL(url), { sessionId: kept.sessionId })
  await client.connect(transport)
  transport.setProtocolVersion(kept.protocolVersion)
  // A refused resume reaches only onerror; the call itself would wait for its timeout.
  const refused = new Promise<never>((_, reject) => {
    client.onerror = (error) => error instanceof StreamableHTTPError && reject(error)
  })
  try {
    // #region resume
    const call = client.callTool({ name: 'paint' }, undefined, { resumptionToken: kept.lastEventId })
    return await Promise.race([call, refused])
    // #endregion
  } catch (error) {
    // #region refused
    if (!(error instanceof StreamableHTTPError)) throw error
    if (error.code === 404) return startAgain('the session has ended') // a new initialize, without a session id
    if (error.code === 400) return startAgain('the server no longer has that event') // only if the tool may run twice
    throw error
    // #endregion
  } finally {
    await client.close()
  }
}

import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Kept } from '../../03-two-headers/code/client'

/** Resumes as often as the page is reloaded. Messages may come twice after a crash, and are dropped by their id. */
export async function resume(
  url: string,
  kept: Required<Kept>,
  save: (kept: Kept) => void,
  show: (row: string) => void,
  seen: Set<string>,
) {
  // #region load
  const transport = new StreamableHTTPClientTransport(new URL(url), { sessionId: kept.sessionId })
  // #endregion
  let id = kept.lastEventId
  const answer = new Promise<unknown>((resolve, reject) => {
    // #region receive drop
    transport.onmessage = (message) => {
      if (!seen.has(id) && 'method' in message) show(String(message.params?.message))
      seen.add(id) // in real life: kept together with what `show` wrote
      if ('result' in message) resolve(message.result)
      if ('error' in message) reject(new Error(message.error.message))
    }
    // #endregion
  })
  await transport.start()
  transport.setProtocolVersion(kept.protocolVersion)
  // #region resume keep
  await transport.resumeStream(kept.lastEventId, {
    onresumptiontoken: (next) => {
      save({ ...kept, lastEventId: id }) // the one BEFORE: `next` has not been handled yet
      id = next
    },
  })
  // #endregion
  // #region result end
  const result = await answer
  await transport.terminateSession() // DELETE, only when nothing is left to fetch; never on a reload
  await transport.close()
  return result
  // #endregion
}

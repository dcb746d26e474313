/**
 * Where one asks the server to misbehave in one's own session, out of band. Uses the endpoint that app/mcp/route.ts installed.
 */
import { CODE, Refusal, refusalResponse } from '#lib/server/errors'
import { endpointFor } from '#lib/server/installed'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

async function handle(request: Request): Promise<Response> {
  const endpoint = endpointFor(request)
  if (endpoint) return endpoint.control(request)
  return refusalResponse(new Refusal(404, 'No session was opened yet. Send initialize to /mcp first.', { code: CODE.unknownSession }))
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT }

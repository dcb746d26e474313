/**
 * The out-of-band feed over HTTP: what the server saw in one session. Served by the endpoint that has the session.
 */
import { endpointFor } from '#lib/server/endpoint-registry'
import { processEndpoint } from '../mcp/process-endpoint'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

async function handle(request: Request): Promise<Response> {
  // After a restart this may be the first request: then it restores the sessions.
  return (endpointFor(request) ?? processEndpoint(request)).feed(request)
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT }

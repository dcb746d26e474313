/**
 * Where one asks the server to misbehave in one's own session, out of band. Uses the endpoint that has the session.
 */
import { endpointFor } from '#lib/server/endpoint-registry'
import { endpointHere } from '../mcp/process-endpoint'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

async function handle(request: Request): Promise<Response> {
  // After a restart this may be the first request: then it brings the sessions back.
  return (endpointFor(request) ?? endpointHere(request)).control(request)
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT }

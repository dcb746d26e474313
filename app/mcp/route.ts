/**
 * The MCP endpoint over HTTP.
 */
import { processEndpoint } from './process-endpoint'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

async function handle(request: Request): Promise<Response> {
  return processEndpoint(request).handle(request)
}

// Every method is handled here, so that an unsupported one gets the endpoint's own 405, and HEAD never opens a stream as a GET would.
export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT }

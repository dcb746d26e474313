/**
 * The MCP endpoint over HTTP. Here, and only here, the event log is chosen; everything else is lib/server.
 */
import { createMemoryLog } from '#lib/event-store/memory'
import { readConfig } from '#lib/server/config'
import { createEndpoint, type Endpoint } from '#lib/server/endpoint'
import { registerFixtures } from '#lib/server/fixtures'
import { installed } from '#lib/server/installed'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

function make(): Endpoint {
  const { limits, access, fixtures, faults } = readConfig(process.env)
  return createEndpoint({
    limits,
    access,
    faults,
    openLog: (observe) => createMemoryLog(limits, observe),
    register: fixtures ? registerFixtures : undefined,
    onError: (error) => console.error('[mcp]', error.message),
  })
}

async function handle(request: Request): Promise<Response> {
  return installed(createEndpoint, make, request).handle(request)
}

// Every method comes here, so that a wrong one gets the endpoint's own 405, and HEAD never opens a stream as a GET would.
export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT }

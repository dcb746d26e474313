/**
 * The endpoint of this process. Here, and only here, the event log is chosen. It goes on with the sessions that an earlier process left
 * (shutdown.ts). Everything else is lib/server.
 */
import { createMemoryLog } from '#lib/event-store/memory-log'
import { registerFixtures } from '#lib/server/conformance-tools'
import { createEndpoint, type Endpoint } from '#lib/server/endpoint'
import { installed } from '#lib/server/endpoint-registry'
import { readConfig } from '#lib/server/http/config'
import { leaveProperly, takeState } from './shutdown'

/** The endpoint that serves `request`; the first request of a process makes it. */
export const endpointHere = (request: Request): Endpoint => installed(createEndpoint, make, request)

function make(): Endpoint {
  const config = readConfig(process.env)
  const { limits, access, fixtures, faults, stateDir } = config
  leaveProperly(config)
  return createEndpoint({
    limits,
    access,
    faults,
    openLog: (observe, _, from) => createMemoryLog(limits, observe, from),
    restore: stateDir === undefined ? undefined : takeState(stateDir),
    register: fixtures ? registerFixtures : undefined,
    onError: (error) => console.error('[mcp]', error.message),
  })
}

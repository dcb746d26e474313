/**
 * The endpoint of this server process. Here, and only here, the event log is chosen. It continues the sessions that an earlier process
 * saved. Everything else is lib/server.
 */
import { createMemoryLog } from '#lib/event-store/memory-log'
import { registerConformanceTools } from '#lib/server/conformance-tools'
import { createEndpoint, type Endpoint } from '#lib/server/endpoint'
import { registeredEndpoint } from '#lib/server/endpoint-registry'
import { clientOf } from '#lib/server/http/client'
import { readConfig } from '#lib/server/http/config'
import { takeSavedSessions } from './saved-sessions'
import { prepareShutdown } from './shutdown'

/** The endpoint that serves `request`; the first request of a process makes it. */
export const processEndpoint = (request: Request): Endpoint => registeredEndpoint(createEndpoint, makeEndpoint, request)

function makeEndpoint(): Endpoint {
  const config = readConfig(process.env)
  const { limits, access, conformanceTools, faults, stateDir } = config
  prepareShutdown(config)
  return createEndpoint({
    limits,
    access,
    faults,
    clientOf,
    openLog: (observe, _, from) => createMemoryLog(limits, observe, from),
    restore: stateDir === undefined ? undefined : takeSavedSessions(stateDir),
    register: conformanceTools ? registerConformanceTools : undefined,
    onError: (error) => console.error('[mcp]', error.message),
  })
}

/**
 * Keeps the endpoint of a process on `globalThis`, because a host may load the same module more than once: one copy a route, and a
 * new copy after every edit in development. Running sessions stay with the code that began them; new ones get the new code.
 */
import type { Milliseconds } from '../protocol/observation'
import type { Endpoint } from './endpoint'
import { headerOf } from './http/read/headers'
import { type EndpointSnapshot, SNAPSHOT_VERSION } from './session/saved/snapshot'

type Registry = {
  /** identity of the code the newest endpoint was made by */
  maker: unknown
  /** newest first; older ones only while they have sessions */
  endpoints: Endpoint[]
  draining?: boolean
}

/** Raised when the shape of `Registry` or of `Endpoint` changes, so that code that still runs is not given a registry it does not understand. */
const SHAPE = 3

const KEY = Symbol.for(`pull-the-plug.endpoint.${SHAPE}`)

/** So many older endpoints may still have sessions; the oldest is closed when there are more. */
const MAX_OLDER = 4

const holder = globalThis as { [KEY]?: Registry }

/** The endpoint that serves `request`. Calls `make` first when this very code (`maker`) has made none yet. */
export function registeredEndpoint(maker: unknown, make: () => Endpoint, request: Request): Endpoint {
  const state: Registry = holder[KEY] ?? { maker: undefined, endpoints: [] }
  holder[KEY] = state
  if (state.maker !== maker) {
    const fresh = make()
    const older = state.endpoints.filter((endpoint) => endpoint.sessions().length > 0).slice(0, MAX_OLDER)
    for (const endpoint of state.endpoints) if (!older.includes(endpoint)) void endpoint.close()
    state.maker = maker
    state.endpoints = [fresh, ...older]
  }
  const [newest, ...older] = state.endpoints as [Endpoint, ...Endpoint[]]
  return ownerOf(request, older) ?? newest
}

/** The endpoint that has the request's session, else the newest; undefined before the first was made. */
export function endpointFor(request: Request): Endpoint | undefined {
  const [newest, ...older] = holder[KEY]?.endpoints ?? []
  return ownerOf(request, older) ?? newest
}

/** The sessions of all endpoints of this process, for the next one; undefined before the first endpoint was made. */
export function snapshotEndpoints(): EndpointSnapshot | undefined {
  const endpoints = holder[KEY]?.endpoints
  return endpoints && { version: SNAPSHOT_VERSION, sessions: endpoints.flatMap((endpoint) => endpoint.snapshot().sessions) }
}

/** Whether this process is shutting down. */
export const isDraining = (): boolean => holder[KEY]?.draining ?? false

/** Drains every endpoint of this process, for at most `timeout` milliseconds; see Endpoint. */
export async function drainEndpoints(timeout: Milliseconds): Promise<void> {
  const state = holder[KEY]
  if (!state) return
  state.draining = true
  await Promise.all(state.endpoints.map((endpoint) => endpoint.drain(timeout)))
}

function ownerOf(request: Request, endpoints: readonly Endpoint[]): Endpoint | undefined {
  const session = headerOf(request, 'mcp-session-id')
  return endpoints.find((endpoint) => session !== null && endpoint.sessions().includes(session))
}

/**
 * How a server process ends: on SIGTERM it lets running tools end, closes its connections after an id, and saves its sessions.
 */
import type { Milliseconds } from '#lib/protocol/observation'
import { drainEndpoints } from '#lib/server/endpoint-registry'
import type { EndpointConfig } from '#lib/server/http/config'
import { saveSessions } from './saved-sessions'

/** Set on `globalThis` once the handlers are installed: a host may load this module more than once in a process. */
const PREPARED = Symbol.for('pull-the-plug.leaving')

/** Time for the bytes that were written to the sockets last. */
const LAST_BYTES_MS: Milliseconds = 250

/** Installs the handlers of SIGTERM, SIGINT and exit, once a process. */
export function prepareShutdown({ stateDir, shutdownMs }: EndpointConfig): void {
  const holder = globalThis as { [PREPARED]?: boolean }
  if (holder[PREPARED]) return
  holder[PREPARED] = true
  const save = () => stateDir !== undefined && saveSessions(stateDir)
  process.once('exit', save)
  process.once('SIGTERM', () => {
    // From now on the process may be killed at any moment.
    save()
    // Next itself waits for its connections and exits, unless it was told to leave that to the app.
    const exit = () => process.env.NEXT_MANUAL_SIG_HANDLE && setTimeout(() => process.exit(0), LAST_BYTES_MS)
    void drainEndpoints(shutdownMs).finally(exit)
  })
  if (process.env.NEXT_MANUAL_SIG_HANDLE) process.once('SIGINT', () => process.exit(130))
}

/**
 * The endpoint of this process, and how it comes and goes. Here, and only here, the event log is chosen. It goes on with the sessions that
 * an earlier process left in PTP_STATE_DIR; told to go (SIGTERM), it drains and leaves its own. Everything else is lib/server.
 */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMemoryLog } from '#lib/event-store/memory'
import { type EndpointConfig, readConfig } from '#lib/server/config'
import { createEndpoint, type Endpoint } from '#lib/server/endpoint'
import { registerFixtures } from '#lib/server/fixtures'
import { drainInstalled, installed, snapshotInstalled } from '#lib/server/installed'
import { type EndpointSnapshot, parseSnapshot } from '#lib/server/snapshot'

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

const fileIn = (folder: string) => join(folder, 'sessions.json')

/** What the process before left, once: a session must not come back twice. */
function takeState(folder: string): EndpointSnapshot | undefined {
  try {
    const text = readFileSync(fileIn(folder), 'utf8')
    rmSync(fileIn(folder))
    return parseSnapshot(text)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT')
      console.error(`[mcp] The sessions in ${fileIn(folder)} cannot be read: ${message}. They are gone; new ones can begin.`)
    return undefined
  }
}

/** Written beside the old file and then moved: a reader finds one or the other, whole. Session ids are keys, so nobody else may read it. */
function leaveState(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const fresh = `${fileIn(folder)}.${process.pid}`
    writeFileSync(fresh, JSON.stringify(snapshotInstalled()), { mode: 0o600 })
    chmodSync(fresh, 0o600)
    renameSync(fresh, fileIn(folder))
  } catch (error) {
    console.error(
      `[mcp] The sessions cannot be saved to ${folder} (PTP_STATE_DIR): ${(error as Error).message}. They end with this process.`,
    )
  }
}

/** Once a process, however often this module is loaded. */
const LEAVING = Symbol.for('pull-the-plug.leaving')

function leaveProperly({ stateDir, shutdownMs }: EndpointConfig): void {
  const holder = globalThis as { [LEAVING]?: boolean }
  if (holder[LEAVING]) return
  holder[LEAVING] = true
  const save = () => stateDir !== undefined && leaveState(stateDir)
  process.once('exit', save)
  process.once('SIGTERM', () => {
    // Whoever is impatient may kill us at any moment from now on.
    save()
    // Next itself waits for its connections and leaves, unless it was told to leave that to us.
    const leave = () => process.env.NEXT_MANUAL_SIG_HANDLE && setTimeout(() => process.exit(0), LAST_BYTES)
    void drainInstalled(shutdownMs).finally(leave)
  })
  if (process.env.NEXT_MANUAL_SIG_HANDLE) process.once('SIGINT', () => process.exit(130))
}

/** What was written to the sockets last still has to go out. */
const LAST_BYTES = 250

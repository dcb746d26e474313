/**
 * How this process begins and ends: settings are read at its start (instrumentation.ts), it takes the sessions that an earlier process left
 * in PTP_STATE_DIR, and told to go (SIGTERM) it drains and leaves its own.
 */
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drainInstalled, snapshotInstalled } from '#lib/server/endpoint-registry'
import { type EndpointConfig, readConfig } from '#lib/server/http/config'
import { type EndpointSnapshot, parseSnapshot } from '#lib/server/session/snapshot'

const fileIn = (folder: string) => join(folder, 'sessions.json')

/** What the process before left, once: a session must not come back twice. */
export function takeState(folder: string): EndpointSnapshot | undefined {
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
  const left = snapshotInstalled()
  // Nobody has asked for anything yet: what the process before left is still there, and still right.
  if (!left) return
  try {
    mkdirSync(folder, { recursive: true })
    const fresh = `${fileIn(folder)}.${process.pid}`
    writeFileSync(fresh, JSON.stringify(left), { mode: 0o600 })
    chmodSync(fresh, 0o600)
    renameSync(fresh, fileIn(folder))
  } catch (error) {
    console.error(
      `[mcp] The sessions cannot be saved to ${folder} (PTP_STATE_DIR): ${(error as Error).message}. They end with this process.`,
    )
  }
}

/** At the start, before anything is asked: a setting that cannot be used ends the process, with the sentence that says why. */
export function beginProperly(): void {
  try {
    const config = readConfig(process.env)
    leaveProperly(config)
    if (config.stateDir !== undefined) tryFolder(config.stateDir)
  } catch (error) {
    console.error(`[mcp] ${(error as Error).message}`)
    process.exit(1)
  }
}

/** A folder of another user is better heard of now than when the sessions are to be saved. */
function tryFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const who = process.getuid ? `user ${process.getuid()}` : 'this user'
    console.error(
      `[mcp] Sessions cannot be saved to ${folder} (PTP_STATE_DIR): ${(error as Error).message}. They will end with this process. Let ${who} write there.`,
    )
  }
}

/** Once a process, however often this module is loaded. */
const LEAVING = Symbol.for('pull-the-plug.leaving')

export function leaveProperly({ stateDir, shutdownMs }: EndpointConfig): void {
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

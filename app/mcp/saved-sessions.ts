/**
 * The file in PTP_STATE_DIR in which a process leaves its sessions for the next one.
 */
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { snapshotEndpoints } from '#lib/server/endpoint-registry'
import { type EndpointSnapshot, parseSnapshot } from '#lib/server/session/saved/snapshot'

const fileIn = (folder: string) => join(folder, 'sessions.json')

/** Reads the sessions of the process before, and deletes the file: a session must not be restored twice. Logs what cannot be read. */
export function takeSavedSessions(folder: string): EndpointSnapshot | undefined {
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

/**
 * Saves the sessions of this process. The file is written under another name and then renamed, so a reader finds the old one or the new
 * one, whole. Session ids are keys, so nobody else may read it. Logs what cannot be written.
 */
export function saveSessions(folder: string): void {
  const snapshot = snapshotEndpoints()
  // There was no request yet: what the process before saved is still there, and still right.
  if (!snapshot) return
  try {
    mkdirSync(folder, { recursive: true })
    const fresh = `${fileIn(folder)}.${process.pid}`
    writeFileSync(fresh, JSON.stringify(snapshot), { mode: 0o600 })
    chmodSync(fresh, 0o600)
    renameSync(fresh, fileIn(folder))
  } catch (error) {
    console.error(
      `[mcp] The sessions cannot be saved to ${folder} (PTP_STATE_DIR): ${(error as Error).message}. They end with this process.`,
    )
  }
}

/** Logs at the start that a folder cannot be written to: better than when the sessions are to be saved. */
export function checkFolder(folder: string): void {
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

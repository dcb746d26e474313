/**
 * The file in PTP_STATE_DIR in which a process leaves its sessions for the next one.
 */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { snapshotEndpoints } from '#lib/server/endpoint-registry'
import { type EndpointSnapshot, readSnapshot, snapshotText } from '#lib/server/session/saved/snapshot'

const fileIn = (folder: string) => join(folder, 'sessions.json')

/**
 * Reads the sessions of the process before, and takes the file away: a session must not be restored twice. A file with anything in it that
 * cannot be read is kept under another name, never deleted. Logs what cannot be read.
 */
export function takeSavedSessions(folder: string): EndpointSnapshot | undefined {
  const file = fileIn(folder)
  try {
    const { snapshot, problems } = readSnapshot(readFileSync(file, 'utf8'))
    if (problems.length === 0) rmSync(file)
    else {
      const aside = nameAside(file)
      renameSync(file, aside)
      const [problem, ...more] = problems
      const others = more.length > 0 ? ` (and ${more.length} more)` : ''
      console.error(
        `[mcp] Of the sessions in ${file} ${problems.length} cannot be read and ${snapshot.sessions.length} go on. ${problem}${others}. The file is kept as ${aside}.`,
      )
    }
    return snapshot
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') console.error(`[mcp] The sessions in ${file} cannot be read: ${message}. None goes on; new ones can begin.`)
    return undefined
  }
}

/** A name that no file has: nothing that was kept aside is ever overwritten. */
function nameAside(file: string): string {
  for (let n = 1; ; n++) if (!existsSync(`${file}.damaged-${n}`)) return `${file}.damaged-${n}`
}

/** Saves the sessions of this process. Logs what cannot be written. */
export function saveSessions(folder: string): void {
  const snapshot = snapshotEndpoints()
  // There was no request yet: what the process before saved is still there, and still right.
  if (!snapshot) return
  try {
    writeWhole(
      folder,
      snapshotText(snapshot, ({ message }) => console.error(`[mcp] ${message}`)),
    )
  } catch (error) {
    console.error(
      `[mcp] The sessions cannot be saved to ${folder} (PTP_STATE_DIR): ${(error as Error).message}. They end with this process.`,
    )
  }
}

/**
 * Writes the file under another name, waits until the disk has it, and renames it: a reader finds the old one or the new one, whole. A full
 * disk leaves the old one. Session ids are keys, so nobody else may read it. Throws what the system throws. `write` is for tests.
 */
export function writeWhole(folder: string, text: string, write: (file: number, text: string) => void = writeFileSync): void {
  makeFolder(folder)
  const fresh = `${fileIn(folder)}.${process.pid}`
  try {
    const file = openSync(fresh, 'w', 0o600)
    try {
      chmodSync(fresh, 0o600)
      write(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(fresh, fileIn(folder))
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}

/**
 * Makes a folder and those it is in. Throws what the system throws. Not `mkdirSync` with `recursive`: where the system says that a part of the
 * path does not exist although its parent does, as in /proc, Node 20 tries again without end.
 */
function makeFolder(folder: string): void {
  const path = resolve(folder)
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // another process was faster
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Logs at the start that a folder cannot be written to: better than when the sessions are to be saved. */
export function checkFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const who = process.getuid ? `user ${process.getuid()}` : 'this user'
    console.error(
      `[mcp] Sessions cannot be saved to ${folder} (PTP_STATE_DIR): ${(error as Error).message}. They will end with this process. Let ${who} write there.`,
    )
  }
}

/**
 * What a server process does before its first request (instrumentation.ts calls it).
 */
import { readConfig } from '#lib/server/http/config'
import { openDoor } from './door/door'
import { checkFolder } from './saved-sessions'
import { prepareShutdown } from './shutdown'

/** Set on `globalThis` once the door is there: a host may load this module more than once in a process. */
const AT_THE_DOOR = Symbol.for('pull-the-plug.door')

/** Reads the settings, prepares the shutdown and stands at the door. A setting that cannot be used ends the process, with a message that says why. */
export function startProcess(): void {
  try {
    const config = readConfig(process.env)
    prepareShutdown(config)
    const holder = globalThis as { [AT_THE_DOOR]?: () => void }
    holder[AT_THE_DOOR] ??= openDoor(config, (text) => console.error(`[mcp] ${text}`))
    if (config.stateDir !== undefined) checkFolder(config.stateDir)
  } catch (error) {
    console.error(`[mcp] ${(error as Error).message}`)
    process.exit(1)
  }
}

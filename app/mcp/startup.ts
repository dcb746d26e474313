/**
 * What a server process does before its first request (instrumentation.ts calls it).
 */
import { readConfig } from '#lib/server/http/config'
import { openDoor } from './door/door'
import { checkFolder } from './saved-sessions'
import { prepareShutdown } from './shutdown'

/** Reads the settings, prepares the shutdown and stands at the door. A setting that cannot be used ends the process, with a message that says why. */
export function startProcess(): void {
  try {
    const config = readConfig(process.env)
    prepareShutdown(config)
    openDoor(config, (text) => console.error(`[mcp] ${text}`))
    if (config.stateDir !== undefined) checkFolder(config.stateDir)
  } catch (error) {
    console.error(`[mcp] ${(error as Error).message}`)
    process.exit(1)
  }
}

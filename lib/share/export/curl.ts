/**
 * One exchange as a curl command for bash: the request as it was sent, its answer streamed as it comes. The session id is a key to the
 * session, so the command names a shell variable instead.
 */
import { CREDENTIALS, redact } from '../../trace/recording/recording'
import type { ConnectionRecord } from '../../trace/snapshot-types'

/** Set by the browser or by curl itself. */
const NOT_REPEATED: ReadonlySet<string> = new Set(['content-length', 'host', 'connection', 'user-agent', 'accept-encoding', 'origin'])

/** Stands for the session id in the shell. */
const VARIABLE = '$SESSION'

/**
 * The command. `origin` is where the server is (`http://localhost:3000`); `sessionIds` are all the ids that must not leave the page.
 * When the request named a session, a first line says how to set the variable; `note` is said before it.
 */
export function curlOf(connection: ConnectionRecord, origin: string, sessionIds: ReadonlySet<string>, note?: string): string {
  const { method, path, requestHeaders, requestBody } = connection
  const hide = (text: string) => redact(text, sessionIds, () => VARIABLE)
  const parts = [`curl -sN -i -X ${method} ${quoted(new URL(path, origin).href)}`]
  for (const [name, value] of Object.entries(requestHeaders)) {
    if (NOT_REPEATED.has(name) || CREDENTIALS.has(name.toLowerCase())) continue
    parts.push(`-H ${quoted(`${name}: ${hide(value)}`)}`)
  }
  if (requestBody !== undefined) parts.push(`--data-raw ${quoted(hide(requestBody))}`)
  const command = parts.join(' \\\n  ')
  const notes = [note, command.includes(VARIABLE) && 'SESSION=… : the Mcp-Session-Id that the answer to initialize carried']
  return `${notes.map((line) => (line ? `# ${line}\n` : '')).join('')}${command}\n`
}

/** In single quotes, which bash leaves alone; the variable stands between them in double ones, to be filled in. */
function quoted(text: string): string {
  return text
    .split(VARIABLE)
    .map((part) => `'${part.replaceAll("'", String.raw`'\''`)}'`)
    .join(`"${VARIABLE}"`)
    .replaceAll(`"${VARIABLE}"''`, `"${VARIABLE}"`)
}

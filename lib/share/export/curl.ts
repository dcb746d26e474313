/**
 * One exchange as a curl command for a POSIX shell: the request as it was sent, its answer streamed as it comes. The session id is a key to
 * the session, so the command names a shell variable instead. A recording may come from anyone: every value is one argument, whatever is in
 * it, and what is no method or header of HTTP is left out.
 */
import { requestUrl } from '../../protocol/http/address'
import { isFieldValue, isToken } from '../../protocol/http/grammar'
import { CREDENTIALS, writtenForms } from '../../trace/recording/redact'
import type { ConnectionRecord } from '../../trace/snapshot-types'
import { shellWord, shellWordWith } from './shell'

/** Set by the browser or by curl itself. */
const NOT_REPEATED: ReadonlySet<string> = new Set(['content-length', 'host', 'connection', 'user-agent', 'accept-encoding', 'origin'])

/** Stands for the session id in the shell. */
const VARIABLE = 'SESSION'

/**
 * The command. `origin` is where the server is (`http://localhost:3000`); `sessionIds` are all the ids that must not leave the page.
 * When the request named a session, a first line says how to set the variable; `note` is said before it.
 */
export function curlOf(connection: ConnectionRecord, origin: string, sessionIds: ReadonlySet<string>, note?: string): string {
  const { method, path, requestHeaders, requestBody } = connection
  const forms = writtenForms(sessionIds)
  let usesVariable = false
  const word = (text: string) => {
    const texts = splitAt(text, forms)
    usesVariable ||= texts.length > 1
    return shellWordWith(texts, VARIABLE)
  }
  // -g: brackets and braces of the address are no pattern
  const parts = [`curl -sN -i ${isToken(method) ? `-X ${shellWord(method)} ` : ''}-g ${word(requestUrl(path, origin).href)}`]
  for (const [name, value] of Object.entries(requestHeaders)) {
    const lower = name.toLowerCase()
    if (NOT_REPEATED.has(lower) || CREDENTIALS.has(lower) || !isToken(name) || !isFieldValue(value)) continue
    // `name:` would take the header away
    parts.push(`-H ${value === '' ? shellWord(`${name};`) : word(`${name}: ${value}`)}`)
  }
  if (requestBody !== undefined) parts.push(`--data-raw ${word(requestBody)}`)
  const notes = [note ?? '', usesVariable ? `${VARIABLE}=… : the Mcp-Session-Id that the answer to initialize carried` : '']
  const comments = notes.map((line) => (line ? `# ${line}\n` : ''))
  return `${comments.join('')}${parts.join(' \\\n  ')}\n`
}

/** The texts between the session ids. */
function splitAt(text: string, forms: readonly string[]): readonly string[] {
  let texts: readonly string[] = [text]
  for (const form of forms) texts = texts.flatMap((piece) => piece.split(form))
  return texts
}

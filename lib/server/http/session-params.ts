/**
 * The terms of a session, as the URL of initialize asks for them: `?resumability=off`, `?answer=json`, `?server=<kind>`. No part of MCP.
 */
import type { InitializeRequest, JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { LATEST_PROTOCOL_VERSION, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js'
import type { ServerKind } from '../../faults/commands'
import type { ServerFact, SessionId } from '../../protocol/observation'
import { BROKEN_SERVERS } from '../broken/broken-servers'
import type { SessionTerms } from '../session/session-types'
import { Refusal, shown } from './errors'

type InitializeMessage = JSONRPCMessage & Pick<InitializeRequest, 'params'>

/** What initialize says of the session it opens. Refuses (400) a wish that nobody knows, or two that exclude each other. */
export function termsOf(request: Request, id: SessionId, initialize: InitializeMessage): SessionTerms {
  const wishes = new URL(request.url).searchParams
  const resumability = choice(wishes, 'resumability', ['on', 'off'])
  const answer = choice(wishes, 'answer', ['stream', 'json'])
  const server = choice(wishes, 'server', SERVER_KINDS)
  if (server !== 'ours' && (resumability === 'off' || answer === 'json')) {
    const other = answer === 'json' ? 'answer=json' : 'resumability=off'
    throw new Refusal(400, `The URL asks for server=${server} and ${other} at once. Leave one of them out.`)
  }
  const { protocolVersion, clientInfo } = initialize.params
  return {
    id,
    resumable: resumability === 'on' && answer === 'stream',
    answer,
    server,
    client: `${clientInfo.name} ${clientInfo.version}`.slice(0, 100),
    // As the SDK answers: what was asked for if it is known, else the latest.
    version: SUPPORTED_PROTOCOL_VERSIONS.includes(protocolVersion) ? protocolVersion : LATEST_PROTOCOL_VERSION,
    initialize,
  }
}

/** What is observed of a session that begins. */
export const openedFact = ({ id, resumable, client, server, answer }: SessionTerms): ServerFact => ({
  kind: 'session.opened',
  session: id,
  resumable,
  client,
  ...(server !== 'ours' && { server }),
  ...(answer === 'json' && { answer }),
})

/** Every value of `?server=`. */
export const SERVER_KINDS: readonly ServerKind[] = [
  'ours',
  'sdk',
  'sdk-example',
  ...Object.keys(BROKEN_SERVERS).map((bug): ServerKind => `broken-${bug}`),
]

/** The first of `choices` is what a URL means that says nothing. */
function choice<T extends string>(wishes: URLSearchParams, name: string, choices: readonly T[]): T {
  const wish = wishes.get(name)
  const chosen = wish === null ? choices[0] : choices.find((each) => each === wish)
  if (chosen !== undefined) return chosen
  const all = choices.map((each) => `"${each}"`)
  throw new Refusal(400, `"${name}" is ${shown(wish)} in the URL. Say ${all.slice(0, -1).join(', ')} or ${all.at(-1)}, or leave it out.`)
}

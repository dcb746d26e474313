/**
 * The parameters of a session in the URL of its initialize: `?resumability=off`, `?answer=json`, `?server=<kind>`. No part of MCP.
 */

import type { InitializeRequest, JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { LATEST_PROTOCOL_VERSION, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js'
import type { ServerKind } from '../../model/run-options'
import type { ServerFact, SessionId } from '../../protocol/observation'
import { BROKEN_SERVERS } from '../broken/broken-servers'
import { Refusal, shown } from './errors'

/** The kinds of lib/faults/gallery.ts, without its texts: the server in a page is loaded with this file. */
export const SERVER_KINDS: readonly ServerKind[] = [
  'ours',
  'sdk',
  'sdk-example',
  ...Object.keys(BROKEN_SERVERS).map((bug) => `broken-${bug}` as const),
]

/** What initialize, and the URL it was sent to, say of a session. Plain data: it is part of saved sessions. */
export type SessionParams = {
  readonly id: SessionId
  /** whether events get ids and can be replayed */
  readonly resumable: boolean
  /** `json`: calls are answered with one JSON body instead of a stream */
  readonly answer: 'stream' | 'json'
  readonly server: ServerKind
  /** name and version of the client, as it states them */
  readonly client: string
  /** the protocol revision that was agreed on */
  readonly version: string
  /** the initialize message itself: the SDK server of a later process is sent it again */
  readonly initialize: JSONRPCMessage
}

type InitializeMessage = JSONRPCMessage & Pick<InitializeRequest, 'params'>

/** Reads the parameters of a new session. Throws a Refusal (400) for a value nobody knows, or two that exclude each other. */
export function readSessionParams(request: Request, id: SessionId, initialize: InitializeMessage): SessionParams {
  const { searchParams } = new URL(request.url)
  const resumability = choice(searchParams, 'resumability', ['on', 'off'])
  const answer = choice(searchParams, 'answer', ['stream', 'json'])
  const server = choice(searchParams, 'server', SERVER_KINDS)
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

/** The fact that a new session begins with. */
export const openedFact = ({ id, resumable, client, server, answer }: SessionParams): ServerFact => ({
  kind: 'session.opened',
  session: id,
  resumable,
  client,
  ...(server !== 'ours' && { server }),
  ...(answer === 'json' && { answer }),
})

/** The first of `choices` is the default. */
function choice<T extends string>(searchParams: URLSearchParams, name: string, choices: readonly T[]): T {
  const value = searchParams.get(name)
  const chosen = value === null ? choices[0] : choices.find((each) => each === value)
  if (chosen !== undefined) return chosen
  const all = choices.map((each) => `"${each}"`)
  throw new Refusal(400, `"${name}" is ${shown(value)} in the URL. Say ${all.slice(0, -1).join(', ')} or ${all.at(-1)}, or leave it out.`)
}

/**
 * What an endpoint leaves behind so that the next one goes on: its sessions with their logs and feeds, as plain data. Whoever runs the
 * endpoint keeps it (a file, the storage of a page). It holds session ids, so it is as secret as they are.
 */
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js'
import type { EpochMs, StreamName } from '../../protocol/observation'
import type { Feed } from '../delivery/feed'
import { CODE, shown } from '../http/errors'
import type { FeedSnapshot, SessionSnapshot } from './session-types'

export type EndpointSnapshot = { readonly version: typeof SNAPSHOT_VERSION; readonly sessions: readonly SessionSnapshot[] }

/** Version 1 told the details of faults in sentences. What is older than can be read is left alone, and its sessions are gone. */
export const SNAPSHOT_VERSION = 2

/** Reads a snapshot from JSON text. Throws an Error that says what is wrong with it. */
export function parseSnapshot(text: string): EndpointSnapshot {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || !('version' in value) || !('sessions' in value)) {
    throw new Error('it has no version or no sessions')
  }
  if (value.version !== SNAPSHOT_VERSION && value.version !== 1)
    throw new Error(`it is version ${String(value.version)}, this server reads ${SNAPSHOT_VERSION}`)
  if (!Array.isArray(value.sessions) || !value.sessions.every(isSession)) throw new Error('one of its sessions is damaged')
  const sessions = value.sessions as readonly SessionSnapshot[]
  return { version: SNAPSHOT_VERSION, sessions: value.version === 1 ? sessions.map(withDetailsAsData) : sessions }
}

/** A sentence about a fault becomes a quote: said as it was. */
function withDetailsAsData({ feed, ...session }: SessionSnapshot): SessionSnapshot {
  const facts = feed.facts.map(({ at, fact }) => {
    const detail: unknown = fact.kind === 'fault.set' ? fact.detail : undefined
    return { at, fact: typeof detail === 'string' ? { ...fact, detail: { code: 'quoted', quoted: detail } as const } : fact }
  })
  return { ...session, feed: { ...feed, facts } }
}

/** The outline; that what is inside fits together is checked where it is taken in. */
function isSession(value: unknown): boolean {
  const { record, log, feed } = (value ?? {}) as Partial<SessionSnapshot>
  return (
    typeof record?.terms?.id === 'string' &&
    Array.isArray(record.running) &&
    Array.isArray(log?.streams) &&
    Array.isArray(log?.events) &&
    Array.isArray(log?.forgotten) &&
    Array.isArray(feed?.facts)
  )
}

/** What a feed leaves. Whoever comes back finds no connection, and nobody will be there to note how those of `carried` ended. */
export function feedLeft(feed: Feed, carried: readonly StreamName[], at: EpochMs): FeedSnapshot {
  const { first, facts } = feed.snapshot()
  const gone = carried.map((stream) => ({ at, fact: { kind: 'stream.detached', stream, how: 'gone' } as const }))
  return { first, facts: [...facts, ...gone] }
}

/** The last message of a stream whose request nobody works on any more. */
export function cutShort(request: RequestId, tool: string | undefined): JSONRPCMessage {
  const what = tool === undefined ? 'this request was being worked on' : `${shown(tool)} was running`
  const message = `The server restarted while ${what}, and nothing goes on with it. Call again.`
  return { jsonrpc: '2.0', id: request, error: { code: CODE.refused, message } }
}

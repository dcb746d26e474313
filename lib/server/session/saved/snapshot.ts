/**
 * The state of an endpoint, for the endpoint of a later process: its sessions with their logs and feeds, as plain data. Whoever runs the
 * endpoint stores it (a file, the storage of a page). It holds session ids, so it is as secret as they are.
 */
import type { EpochMs, StreamName } from '../../../protocol/observation'
import type { Feed, FeedSnapshot } from '../../feed'
import type { SessionSnapshot } from '../session-types'

export type EndpointSnapshot = { readonly version: typeof SNAPSHOT_VERSION; readonly sessions: readonly SessionSnapshot[] }

/** Version 1 had the details of faults as sentences. A snapshot of an unknown version is not read, and its sessions are gone. */
export const SNAPSHOT_VERSION = 2

/** Reads a snapshot from JSON text. Throws an Error (a SyntaxError where it is no JSON) that says what is wrong with it. */
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

/** Upgrades version 1: a sentence about a fault becomes a quotation. */
function withDetailsAsData({ feed, ...session }: SessionSnapshot): SessionSnapshot {
  const facts = feed.facts.map(({ at, fact }) => {
    const detail: unknown = fact.kind === 'fault.set' ? fact.detail : undefined
    return { at, fact: typeof detail === 'string' ? { ...fact, detail: { code: 'quoted', quoted: detail } as const } : fact }
  })
  return { ...session, feed: { ...feed, facts } }
}

/** Checks the outline only; the event log checks its own snapshot when it is opened from it. */
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

/**
 * The feed for a later process. The connections of the streams in `carried` end with this process, and nobody will be there to observe it:
 * so their `stream.detached` facts are added here.
 */
export function feedLeft(feed: Feed, carried: readonly StreamName[], at: EpochMs): FeedSnapshot {
  const { first, facts } = feed.snapshot()
  const gone = carried.map((stream) => ({ at, fact: { kind: 'stream.detached', stream, how: 'gone' } as const }))
  return { first, facts: [...facts, ...gone] }
}

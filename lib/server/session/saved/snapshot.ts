/**
 * The state of an endpoint, for the endpoint of a later process: its sessions with their logs and feeds, as plain data, and as text.
 * In the text each session stands alone, so one that cannot be written or read costs only itself. Whoever runs the endpoint stores it
 * (a file, the storage of a page). It holds session ids, so it is as secret as they are.
 */
import type { EpochMs, StreamName } from '../../../protocol/observation'
import type { Feed, FeedSnapshot } from '../../feed'
import { JSON_BOUNDS, sizesOf } from '../../http/read/json'
import type { SessionSnapshot } from '../session-types'
import { problemOf } from './check'

export type EndpointSnapshot = { readonly version: typeof SNAPSHOT_VERSION; readonly sessions: readonly SessionSnapshot[] }

/** What a text holds: the sessions that can go on, and a sentence for every part that cannot. */
export type ReadSnapshot = { readonly snapshot: EndpointSnapshot; readonly problems: readonly string[] }

/** Version 1 had the details of faults as sentences; 1 and 2 were one JSON object for all sessions. An unknown version is not read. */
export const SNAPSHOT_VERSION = 3

/** Two line ends between two sessions: whichever byte is damaged, only one session is. */
const SEPARATOR = '\n\n'

/** The text of a snapshot, which readSnapshot reads. Calls `failed` for a session that cannot be written, and leaves it out. */
export function snapshotText({ version, sessions }: EndpointSnapshot, failed: (error: Error) => void): string {
  const parts = sessions.flatMap((session) => {
    try {
      return [JSON.stringify({ version, ...session })]
    } catch (error) {
      failed(new Error(`one session cannot be saved, and ends with this process: ${(error as Error).message}`))
      return []
    }
  })
  return parts.join(SEPARATOR)
}

/** Reads the text of a snapshot, of this version or an older one. Never throws. */
export function readSnapshot(text: string): ReadSnapshot {
  const sessions: SessionSnapshot[] = []
  const problems: string[] = []
  const ids = new Set<string>()
  for (const [i, part] of partsOf(text).entries()) {
    const read = readPart(part)
    const problem = typeof read === 'string' ? read : ids.has(read.record.terms.id) ? 'its session id is that of an earlier one' : undefined
    if (problem !== undefined || typeof read === 'string') problems.push(`session ${i + 1}: ${problem}`)
    else {
      ids.add(read.record.terms.id)
      sessions.push(read)
    }
  }
  return { snapshot: { version: SNAPSHOT_VERSION, sessions }, problems }
}

/** One saved session as it was found: text, or a value of an older version that was read with the others. */
type Part = { readonly text: string } | { readonly value: unknown }

function partsOf(text: string): Part[] {
  const older = olderSnapshot(text)
  if (older) return older.sessions.map((session) => ({ value: withVersion(session, older.version) }))
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line }))
}

/** A snapshot of version 1 or 2, which was one object. */
function olderSnapshot(text: string): { readonly version: unknown; readonly sessions: readonly unknown[] } | undefined {
  const value = Object(parsed(text)) as { readonly version?: unknown; readonly sessions?: unknown }
  return Array.isArray(value.sessions) ? { version: value.version, sessions: value.sessions } : undefined
}

const withVersion = (session: unknown, version: unknown): unknown =>
  typeof session === 'object' && session !== null && !Array.isArray(session) ? { version, ...session } : session

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The session, or a sentence that says why it cannot go on. */
function readPart(part: Part): SessionSnapshot | string {
  const value = 'text' in part ? parsed(part.text) : part.value
  if (value === undefined) return `it is not JSON, and begins ${JSON.stringify('text' in part ? part.text.slice(0, 12) : '')}`
  const { version, ...session } = Object(value) as { readonly version?: unknown } & SessionSnapshot
  if (version !== 1 && version !== 2 && version !== SNAPSHOT_VERSION) {
    return `it is version ${JSON.stringify(version) ?? 'unknown'}, this server reads 1 to ${SNAPSHOT_VERSION}`
  }
  const { depth } = sizesOf(session)
  if (depth > JSON_BOUNDS.depth) return `it is nested ${depth} levels deep; at most ${JSON_BOUNDS.depth} are read`
  const problem = problemOf(session)
  if (problem !== undefined) return problem
  return version === 1 ? withDetailsAsData(session) : session
}

/** Upgrades version 1: a sentence about a fault becomes a quotation. */
function withDetailsAsData({ feed, ...session }: SessionSnapshot): SessionSnapshot {
  const facts = feed.facts.map(({ at, fact }) => {
    const detail: unknown = fact.kind === 'fault.set' ? fact.detail : undefined
    return { at, fact: typeof detail === 'string' ? { ...fact, detail: { code: 'quoted', quoted: detail } as const } : fact }
  })
  return { ...session, feed: { ...feed, facts } }
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

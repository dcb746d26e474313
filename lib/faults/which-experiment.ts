/**
 * Which experiment an edited request was, read off the request itself: so that an answer can be judged whoever made the edit, and in a
 * recording too. Pure.
 */
import { isStreamName, streamOf } from '../protocol/event-id'
import type { ConnectionRecord, Snapshot } from '../trace/snapshot-types'
import { type Experiment, type ExperimentId, experimentOf } from './experiments'

/** Undefined for a request that was sent as kept. */
export function whichExperiment(connection: ConnectionRecord, snapshot: Snapshot): Experiment | undefined {
  const id = idOf(connection, snapshot)
  return id === undefined ? undefined : experimentOf(id)
}

function idOf({ edited, requestHeaders }: ConnectionRecord, snapshot: Snapshot): ExperimentId | undefined {
  if (!edited) return undefined
  if ('mcp-session-id' in edited) return 'no-session-id'
  if ('last-event-id' in edited) return lastEventIdOf(requestHeaders['last-event-id'], edited['last-event-id'] ?? '', snapshot)
  if ('mcp-protocol-version' in edited) return requestHeaders['mcp-protocol-version'] === '2025-03-26' ? 'old-version' : 'unknown-version'
  return undefined
}

function lastEventIdOf(sent: string | undefined, kept: string, { streams }: Snapshot): ExperimentId {
  if (sent === undefined) return 'no-last-event-id'
  const own = streams.find(({ events }) => events.some(({ id }) => id === kept))
  const holder = streams.find(({ events }) => events.some(({ id }) => id === sent))
  const event = holder?.events.find(({ id }) => id === sent)
  if (event?.evictedAt !== undefined) return 'evicted-id'
  if (holder) return holder === own ? 'older-id' : 'other-stream-id'
  return isStreamName(streamOf(sent) ?? '') ? 'other-session-id' : 'made-up-id'
}

/**
 * What a resume brought, against what it had to bring: the events of its stream after the last event ID, each once, in order, and then the
 * end. Everything here is a difference between what was stored and what came through on one connection.
 */

import type { EpochMs, EventId } from '../../protocol/observation'
import type { ConnectionRecord, EventRecord, StreamRecord } from '../snapshot-types'
import { type Evidence, eventFrames, finding, isStream, PATIENCE_MS, SKEW_MS } from './evidence'
import type { Finding } from './finding'

/** One GET with Last-Event-ID that was answered with an event stream. */
type Resume = {
  readonly connection: ConnectionRecord
  readonly stream: StreamRecord
  /** number of the last event ID in its stream */
  readonly after: number
  /** messages of the stream that came through on it, in the order in which they did */
  readonly brought: readonly EventRecord[]
  /** stored messages after the last event ID */
  readonly due: readonly EventRecord[]
}

/** Every finding about resumes. */
export function findInResumes(evidence: Evidence): Finding[] {
  const findings = evidence.snapshot.connections.flatMap((connection) => {
    if (connection.method !== 'GET' || connection.lastEventId === undefined) return []
    const refused = findRefused(connection, evidence)
    if (refused) return [refused]
    const resume = resumeOf(connection, evidence)
    if (!resume) return []
    const found = [findRepeated(resume), findSkipped(resume), findEmpty(resume, evidence), findOutOfOrder(resume)]
    return found.filter((each): each is Finding => each !== undefined)
  })
  return merged(findings)
}

/** A client that polls meets the same thing again and again: said once, with every connection. */
function merged(findings: readonly Finding[]): Finding[] {
  const once = new Map<string, Finding>()
  for (const found of findings) {
    const key = JSON.stringify([found.kind, found.params, namedIn(found)])
    const known = once.get(key)
    once.set(key, known ? { ...known, connections: [...known.connections, ...found.connections] } : found)
  }
  return [...once.values()]
}

/** The events by which a finding is told: of many, the first and the last. */
function namedIn({ params, events }: Finding): readonly unknown[] {
  if (params.seen === 'accepted-evicted') return []
  return events.length > 2 ? [events[0], '…', events.at(-1)] : events
}

function resumeOf(connection: ConnectionRecord, { snapshot, events }: Evidence): Resume | undefined {
  const stream = snapshot.streams.find(({ name }) => name === connection.stream)
  const cursor = stream && events.get(connection.lastEventId ?? '')
  if (!stream || !isStream(connection)) return undefined
  // A priming event that was never stored (or not heard of) stands before all others.
  const after = cursor?.stream === stream.name ? cursor.n : 0
  const brought = eventFrames(connection).flatMap(({ key, data }) => {
    const event = events.get(key ?? '')
    return event && event.stream === stream.name && data !== '' ? [event] : []
  })
  const due = stream.events.filter(({ role, n, storedAt }) => role === 'message' && n > after && storedAt !== undefined)
  return { connection, stream, after, brought, due }
}

const keysOf = (events: readonly EventRecord[]) => events.map(({ key }) => key)
const lastEventIdOf = ({ lastEventId = '' }: ConnectionRecord): EventId => lastEventId

function findRepeated({ connection, after: cursor, brought }: Resume): Finding | undefined {
  const repeated = brought.filter(({ n }) => n <= cursor)
  if (repeated.length === 0) return undefined
  const params = { seen: 'brought-again', after: lastEventIdOf(connection) } as const
  return finding('repeated', params, { events: keysOf(repeated), connections: [connection] })
}

/** Events after the last event ID did not come, and later ones did. */
function findSkipped(resume: Resume): Finding | undefined {
  const { connection, brought, due } = resume
  const highest = brought.reduce((most, { n }) => Math.max(most, n), -1)
  const came = new Set(brought.map(({ n }) => n))
  const skipped = due.filter(({ n }) => n < highest && !came.has(n))
  if (skipped.length === 0) return undefined
  const about = { events: keysOf(skipped), connections: [connection] }
  const after = lastEventIdOf(connection)
  switch (evictionBefore(resume)) {
    case 'due':
      return finding('skipped-evicted', { seen: 'left-out-evicted', after }, about)
    case 'received':
      return finding('skipped-shifted', { seen: 'left-out-shifted', after }, about)
    case 'none':
  }
  if (skipped.every(({ storedAt }) => (storedAt ?? 0) >= connection.openedAt))
    return finding('skipped-between', { seen: 'left-out-between', after }, about)
  return finding('skipped', { seen: 'left-out', after }, about)
}

/** What had been evicted when the resume was asked for: some of what it had to bring, only what lies before, or nothing. */
function evictionBefore({ connection, stream, after }: Resume): 'due' | 'received' | 'none' {
  let found: 'received' | 'none' = 'none'
  for (const { evictedAt, n, role } of stream.events) {
    if (evictedAt === undefined || evictedAt > connection.openedAt) continue
    if (n > after && role === 'message') return 'due'
    found = 'received'
  }
  return found
}

/** Nothing came at all: the connection ended at once with a response stored, or stayed open and silent with events stored. */
function findEmpty(resume: Resume, { snapshot, slowNetwork }: Evidence): Finding | undefined {
  const { connection, stream, brought, due } = resume
  const { answer, end, openedAt } = connection
  if (brought.length > 0 || due.length === 0 || !answer) return undefined
  const until = end?.at ?? snapshot.at
  const sessionEnded = snapshot.session?.endedAt !== undefined && snapshot.session.endedAt <= until + SKEW_MS
  if (sessionEnded || isHeld(snapshot, openedAt, until) || isPolite(connection)) return undefined
  const about = { events: keysOf(due), connections: [connection] }
  const after = lastEventIdOf(connection)
  const evicted = evictionBefore(resume)
  if (evicted === 'due' && end?.how === 'complete') {
    // The eviction may have fallen into the moment of the answer: then it counts for nothing.
    const evictedAt = Math.max(...stream.events.map((event) => event.evictedAt ?? 0))
    if (openedAt <= evictedAt + SKEW_MS) return undefined
    return finding('skipped-evicted', { seen: 'accepted-evicted', after }, about)
  }
  if (end?.how === 'complete' && stream.completedAt !== undefined && stream.completedAt < openedAt) {
    return finding(evicted === 'received' ? 'skipped-shifted' : 'empty-resume', { seen: 'ended-empty', after }, about)
  }
  const firstDue = Math.max(answer.at, due[0]?.storedAt ?? 0)
  const silentFor = until - firstDue
  if (slowNetwork || end?.how === 'complete' || silentFor < PATIENCE_MS) return undefined
  return finding(evicted === 'received' ? 'skipped-shifted' : 'silent-resume', { seen: 'silent', after }, about)
}

/** The server said when to come back, and closed the connection, not the stream: it may do that at any time. */
function isPolite({ frames, end }: ConnectionRecord): boolean {
  const last = frames.at(-1)
  return end?.how === 'complete' && last?.kind === 'event' && last.id === undefined && last.data === ''
}

/** Whether the server was asked, at any time in between, to store events and not to write them. */
function isHeld({ faults }: Evidence['snapshot'], from: EpochMs, until: EpochMs): boolean {
  const spans = faults.flatMap(({ fault, vantage, spans }) =>
    fault === 'yank-stored-unwritten' && vantage === 'server' ? (spans ?? []) : [],
  )
  return spans.some((span) => span.from <= until && (span.until ?? until) >= from)
}

function findOutOfOrder({ connection, brought }: Resume): Finding | undefined {
  const late = brought.filter(({ n }, i) => n < (brought[i - 1]?.n ?? -1))
  if (late.length === 0) return undefined
  return finding(
    'out-of-order',
    { seen: 'brought-late', after: lastEventIdOf(connection) },
    { events: keysOf(late), connections: [connection] },
  )
}

/** An id that the server itself had given, of a session that lives, with everything after it still stored: and it says no. */
function findRefused(connection: ConnectionRecord, { snapshot, events }: Evidence): Finding | undefined {
  const { answer, lastEventId = '', edited, openedAt } = connection
  if (!answer || answer.status < 400 || edited || answer.status === 429) return undefined
  const { session } = snapshot
  if (session?.endedAt !== undefined && session.endedAt <= answer.at + PATIENCE_MS) return undefined
  const given = snapshot.connections.some((each) => each.openedAt < openedAt && eventFrames(each).some(({ id }) => id === lastEventId))
  if (!given) return undefined
  const cursor = events.get(lastEventId)
  const stream = snapshot.streams.find(({ name }) => name === cursor?.stream)
  const evicted = stream?.events.some(({ n, evictedAt }) => n > (cursor?.n ?? 0) && evictedAt !== undefined && evictedAt <= answer.at)
  if (evicted) return undefined
  return finding('resume-refused', { seen: 'refused', after: lastEventId, status: answer.status }, { connections: [connection] })
}

/**
 * Reads a run and says what its server did wrong: computed from the snapshot alone, whoever the server was. A network that misbehaves is
 * not taken for a server that does. Each finding names the events and connections it stands on.
 */
import type { BugId } from '../../faults/gallery'
import type { EventRecord, Snapshot } from '../snapshot-types'
import { findInResumes } from './diagnosis-resumes'
import { type Evidence, eventFrames, finding, isForeign, isStream, PATIENCE_MS, SKEW_MS } from './evidence'
import type { Finding } from './finding'

type Diagnosis = {
  readonly findings: readonly Finding[]
  /** the bugs of the gallery that the findings name, in the order of the findings */
  readonly bugs: readonly BugId[]
}

/** What the server did wrong, as far as the run shows it. Equal snapshots give equal findings. */
export function diagnose(snapshot: Snapshot): Diagnosis {
  const events = new Map<string, EventRecord>()
  for (const stream of snapshot.streams) for (const event of stream.events) events.set(event.key, event)
  const slowNetwork = snapshot.faults.some(({ fault, vantage }) => vantage === 'client' && (fault === 'silence' || fault === 'slow'))
  const evidence: Evidence = { snapshot, events, slowNetwork }
  const rules = [findUnprimed, findWithoutId, findChangedIds, findForeign, findInResumes, findEndless, findEndedAnswers]
  const findings = rules.flatMap((rule) => rule(evidence))
  return { findings, bugs: [...new Set(findings.flatMap(({ bugs }) => bugs))] }
}

/** A call whose first event carries a message: cut before it, the client would have had no id. Asked of clients that can read one. */
function findUnprimed({ snapshot }: Evidence): Finding[] {
  const unprimed = snapshot.connections.filter((connection) => {
    if (connection.method !== 'POST' || !isStream(connection)) return false
    if ((connection.requestHeaders['mcp-protocol-version'] ?? '') < '2025-11-25') return false
    const [first] = eventFrames(connection)
    return first?.id !== undefined && first.data !== ''
  })
  if (unprimed.length === 0) return []
  const first = unprimed.map((connection) => eventFrames(connection)[0]?.key ?? '')
  return [finding('no-priming', { seen: 'first-carries-message' }, { events: first, connections: unprimed })]
}

function findWithoutId({ snapshot }: Evidence): Finding[] {
  const without = snapshot.connections.filter((each) => isStream(each) && eventFrames(each).some(({ id }) => id === undefined))
  if (without.length === 0) return []
  return [finding('no-ids', { seen: 'without-id' }, { connections: without })]
}

/** An event came through under an id that is not the one it was stored under. */
function findChangedIds({ snapshot, events }: Evidence): Finding[] {
  const keys: string[] = []
  const where = snapshot.connections.filter((connection) => {
    const changed = eventFrames(connection).filter(({ id, key }) => {
      const event = key === undefined ? undefined : events.get(key)
      return id !== undefined && event?.storedAt !== undefined && event.id !== id
    })
    keys.push(...changed.flatMap(({ key }) => key ?? []))
    return changed.length > 0
  })
  if (where.length === 0) return []
  const [connection] = where
  const shown = connection && eventFrames(connection).find(({ key }) => key === keys[0])?.id
  return [finding('ids-change', { seen: 'other-id', id: shown ?? '' }, { events: keys, connections: where })]
}

/** A message of another stream, or of another session: stored here under that id with another text. */
function findForeign({ snapshot, events }: Evidence): Finding[] {
  const found: Finding[] = []
  for (const connection of snapshot.connections) {
    const { stream } = connection
    if (stream === undefined || !isStream(connection)) continue
    const foreign = eventFrames(connection).filter((frame) => isForeign(frame, stream, events.get(frame.key ?? '')))
    if (foreign.length === 0) continue
    const keys = foreign.flatMap(({ key }) => key ?? [])
    found.push(finding('foreign', { seen: 'other-stream', stream }, { events: keys, connections: [connection] }))
  }
  return found
}

/** The response is there, and the server keeps the connection open. */
function findEndless({ snapshot, events, slowNetwork }: Evidence): Finding[] {
  if (slowNetwork) return []
  const found: Finding[] = []
  for (const connection of snapshot.connections) {
    if (!isStream(connection) || connection.stream === undefined) continue
    const last = eventFrames(connection).findLast(({ key }) => {
      const event = events.get(key ?? '')
      return event?.stream === connection.stream && (event?.message.kind === 'result' || event?.message.kind === 'error')
    })
    if (!last) continue
    const { end } = connection
    const open = end === undefined ? snapshot.at - last.at : end.how === 'closed' ? end.at - last.at : 0
    if (open < PATIENCE_MS) continue
    const keys = last.key === undefined ? [] : [last.key]
    found.push(finding('never-ends', { seen: 'open-after-response' }, { events: keys, connections: [connection] }))
  }
  return found
}

/** The session is over, by the server's own word or its answer to DELETE, and is served all the same. */
function findEndedAnswers({ snapshot, slowNetwork }: Evidence): Finding[] {
  const { session, connections } = snapshot
  const endedAt = session?.endedAt
  if (endedAt === undefined || session?.endReason === 'not found') return []
  const served = connections.filter((connection) => {
    if (connection.requestHeaders['mcp-session-id'] !== session?.id) return false
    if (connection.openedAt > endedAt + SKEW_MS && connection.answer && connection.answer.status < 300) return true
    return !slowNetwork && connection.frames.some(({ at, kind }) => kind === 'event' && at > endedAt + SKEW_MS)
  })
  if (served.length === 0) return []
  return [finding('ended-answers', { seen: 'served-after-end', reason: session?.endReason ?? '' }, { connections: served })]
}

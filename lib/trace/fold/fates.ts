/**
 * What became of each event: conclusions from sets of facts, never from the order in which they arrived. Loss is a difference.
 * Spec: MCP 2025-11-25, basic/transports, "Resumability and Redelivery".
 */
import { eventKey } from '../../protocol/event-id'
import type { ConnectionId, EpochMs, EventId, Milliseconds } from '../../protocol/observation'
import type { EventRecord, Fate } from '../snapshot-types'
import { utf8Length } from '../text'
import { placeIn } from './fold-events'
import type { ConnectionFacts, EventFacts, FoldState, Receipt, ReplayFacts, StreamFacts } from './fold-state'
import { summarizeMessage } from './message-summary'

/** An event that was stored less than this ago, on a stream with an open connection, is still under way. */
export const IN_FLIGHT_MS: Milliseconds = 250

/** What is needed to judge the events of one stream at one moment. */
type Circumstances = {
  readonly at: EpochMs
  /** a connection of the stream is open, as the client sees it */
  readonly open: boolean
  readonly resumable: boolean
  readonly sessionEnded: boolean
  /** receipts of messages that came without an id, by n (receipts.ts) */
  readonly unnamedReceipts?: ReadonlyMap<number, readonly Receipt[]>
  readonly resumes: Resumes
}

/** What a connection asked for, and how far the replay went when the server has said so. */
type Resume = { readonly openedAt: EpochMs; readonly afterN: number; readonly throughN?: number }
/** The resume a connection is, or undefined when it is none. */
type Resumes = (connection: ConnectionId) => Resume | undefined

/** The record of an event. The same object as last time, as long as nothing about it has changed. */
export function drawEvent(facts: EventFacts, stream: StreamFacts, circumstances: Circumstances): EventRecord {
  const receipts = circumstances.unnamedReceipts?.get(facts.n) ?? facts.receipts
  const { drawn } = facts
  const fate = fateOf(facts, receipts, stream, circumstances)
  if (drawn && drawn.fate === fate && sameReceipts(drawn, receipts, facts, circumstances.resumes)) return drawn
  const record: EventRecord = {
    key: eventKey(facts.stream, facts.n, facts.id),
    id: facts.id,
    stream: facts.stream,
    n: facts.n,
    role: facts.data === '' ? 'priming' : 'message',
    data: facts.data,
    bytes: facts.bytes ?? utf8Length(facts.raw ?? facts.data),
    storedAt: facts.storedAt,
    evictedAt: facts.evictedAt,
    receipts: receipts.map((receipt) => ({
      at: receipt.at,
      connection: receipt.connection,
      replayed: isReplayed(receipt, facts, circumstances.resumes),
    })),
    fate,
    message: drawn?.message ?? summarizeMessage(facts.data),
  }
  facts.drawn = record
  return record
}

function fateOf(facts: EventFacts, receipts: readonly Receipt[], stream: StreamFacts, circumstances: Circumstances): Fate {
  const only = receipts[0]
  if (receipts.length > 1) return 'duplicated'
  if (only) return isReplayed(only, facts, circumstances.resumes) ? 'replayed' : 'received'
  const { at, open, resumable, sessionEnded } = circumstances
  if (open && facts.storedAt !== undefined && at - facts.storedAt < IN_FLIGHT_MS) return 'underway'
  if (sessionEnded || (!resumable && !open)) return 'lost'
  // A last event ID is served only when all that follows it is still there, so one evicted event takes the later ones with it.
  if (stream.evictedThrough > stream.highestReceived && facts.n > stream.highestReceived) return 'lost'
  return facts.n <= stream.evictedThrough ? 'lost' : 'missing'
}

/**
 * The server sent it again: it was within what the replay on this connection covered. Before the server's word has arrived,
 * an event that was stored before the connection was opened can only have come from the store.
 */
function isReplayed(receipt: Receipt, { n, storedAt }: EventFacts, resumes: Resumes): boolean {
  const resume = resumes(receipt.connection)
  if (!resume || n <= resume.afterN) return false
  return resume.throughN === undefined ? storedAt !== undefined && storedAt < resume.openedAt : n <= resume.throughN
}

/** A single receipt with an equal fate was replayed or not just as it is now. */
function sameReceipts(drawn: EventRecord, receipts: readonly Receipt[], facts: EventFacts, resumes: Resumes): boolean {
  if (drawn.receipts.length !== receipts.length) return false
  if (receipts === facts.receipts && receipts.length < 2) return true
  return receipts.every((is, i) => {
    const was = drawn.receipts[i]
    return was?.at === is.at && was.connection === is.connection && was.replayed === isReplayed(is, facts, resumes)
  })
}

/**
 * Which replay belongs to which connection. Several resumes may ask for the same last event ID (a second cut before the first
 * new event): as many replays as connections that reached the server → in order; else the replay nearest to the answer.
 */
export function matchResumes(state: FoldState): Resumes {
  const resumes = new Map<ConnectionId, Resume>()
  for (const [lastEventId, connections] of resumesByQuestion(state)) {
    const replays = state.replays.get(lastEventId) ?? []
    const afterN = placeIn(state, lastEventId)?.n ?? 0
    connections.forEach(({ record: { id, openedAt, answer } }, i) => {
      const replay = replays.length === connections.length ? replays[i] : nearest(replays, openedAt, answer?.at ?? openedAt)
      resumes.set(id, { openedAt, afterN, ...(replay ? { throughN: replay.throughN } : {}) })
    })
  }
  // Neighbouring events mostly came on the same connection.
  let last: ConnectionId | undefined
  let found: Resume | undefined
  return (connection) => {
    if (connection !== last) {
      last = connection
      found = resumes.get(connection)
    }
    return found
  }
}

/** Two clocks, mapped onto each other, disagree by less than this. */
const NEAR_MS: Milliseconds = 250

function nearest(replays: readonly ReplayFacts[], openedAt: EpochMs, asked: EpochMs): ReplayFacts | undefined {
  return replays
    .filter(({ at }) => Math.abs(at - asked) < NEAR_MS || (at >= openedAt && at <= asked))
    .sort((a, b) => Math.abs(a.at - asked) - Math.abs(b.at - asked))[0]
}

/** Connections that asked to resume and may have reached the server, in order, by what they asked for. */
function resumesByQuestion(state: FoldState): ReadonlyMap<EventId, ConnectionFacts[]> {
  const groups = new Map<EventId, ConnectionFacts[]>()
  for (const facts of state.connections.values()) {
    const { lastEventId, failure, answer } = facts.record
    if (lastEventId === undefined || failure || (answer && answer.status >= 400)) continue
    const group = groups.get(lastEventId)
    if (group) group.push(facts)
    else groups.set(lastEventId, [facts])
  }
  return groups
}

/**
 * What everyone knew at one moment of a run: a pure fold over the trace up to the playhead. Looking back is only another `at`.
 */

import { compareStreamNames, STANDALONE } from '../protocol/event-id'
import type { ConnectionId, EpochMs, Observation, StreamName } from '../protocol/observation'
import { countUntil, stateAfter } from './fold/checkpoints'
import { drawEvent, matchResumes } from './fold/fates'
import { isOpen } from './fold/fold-connections'
import type { ConnectionFacts, EventFacts, FoldState, StreamFacts } from './fold/fold-state'
import { countLedger } from './fold/ledger'
import { matchUnnamed } from './fold/receipts'
import type { CallRecord, ConnectionRecord, Frame, Snapshot, StreamRecord } from './snapshot-types'
import type { Trace } from './trace'

export { IN_FLIGHT_MS } from './fold/fates'

/** How many moments of one trace are remembered: the screen asks for the playhead and for now, again and again. */
const REMEMBERED = 8
const remembered = new WeakMap<readonly Observation[], Snapshot[]>()

/**
 * The snapshot at `at` (milliseconds since the epoch, on the page's clock). Equal arguments give equal snapshots, and the same
 * object when asked again soon; what did not change from one moment to the next keeps its identity too.
 */
export function snapshotAt(trace: Trace, at: EpochMs): Snapshot {
  const known = remembered.get(trace.observations) ?? []
  remembered.set(trace.observations, known)
  const again = known.find((snapshot) => snapshot.at === at)
  if (again) return again
  const snapshot = drawSnapshot(stateAfter(trace, countUntil(trace, at)), at)
  if (known.unshift(snapshot) > REMEMBERED) known.pop()
  return snapshot
}

/** The conclusions of one fold state. Changes nothing of the state but what it remembers of its own drawing (`drawn`). */
export function drawSnapshot(state: FoldState, at: EpochMs): Snapshot {
  const streamNames = new Map([...state.connections.values()].map((facts) => [facts, streamOfConnection(state, facts)]))
  const streamOf = (facts: ConnectionFacts) => streamNames.get(facts)
  const unnamed = matchUnnamed(state, streamOf)
  const resumes = matchResumes(state)
  const session = sessionOf(state)
  const carriers = carriersOf(state, streamOf)
  const streams: StreamRecord[] = []
  for (const stream of streamsOf(state, streamOf)) {
    const open = carriers.get(stream.name)
    const named = unnamed.byStream.get(stream.name)
    const circumstances = {
      at,
      open: open !== undefined,
      resumable: session?.resumable ?? true,
      sessionEnded: session?.state === 'ended',
      resumes,
      ...(named ? { unnamedReceipts: named.receipts } : {}),
    }
    const facts = eventsInOrder(stream, named?.clientOnly)
    streams.push({
      name: stream.name,
      kind: stream.rpc || stream.name !== STANDALONE ? 'call' : 'standalone',
      ...(stream.rpc ? { rpc: stream.rpc } : {}),
      ...(stream.openedAt === undefined ? {} : { openedAt: stream.openedAt }),
      ...(stream.completedAt === undefined ? {} : { completedAt: stream.completedAt }),
      ...(open === undefined ? {} : { connection: open }),
      events: facts.map((event) => drawEvent(event, stream, circumstances)),
    })
  }
  const stage = stageOf(streams)
  const call = callOf(state, stage, streamOf)
  const waiting = waitingOf(state, at, call)
  const refused = refusedOf(state, stage)
  return {
    at,
    plug: state.pulledAt === undefined ? 'in' : 'out',
    ...(state.pulledAt === undefined ? {} : { pulledAt: state.pulledAt }),
    ...(session ? { session } : {}),
    kept: state.kept,
    connections: [...state.connections.values()].map((facts) => drawConnection(facts, streamOf(facts), unnamed.keyOf)),
    streams,
    stage,
    ledger: countLedger([stage.call, stage.standalone]),
    ...(call ? { call } : {}),
    ...(waiting ? { waiting } : {}),
    ...(refused ? { refused } : {}),
    ...(state.restarts.length > 0 ? { restarts: state.restarts } : {}),
    faults: [...state.faults.values()],
    outage: state.pulledAt === undefined ? state.pastOutage : at - state.pulledAt,
  }
}

/** The client's own word, else the place of the id it resumes after, else the first event id (or the header that names it), else the JSON-RPC id that opened a stream. */
function streamOfConnection(state: FoldState, { record, streamById }: ConnectionFacts): StreamName | undefined {
  const { stream, rpc, lastEventId } = record
  const resumed = stream ?? streamById ?? (lastEventId === undefined ? undefined : state.places.get(lastEventId)?.stream)
  return resumed ?? (rpc?.id === undefined ? undefined : state.streamOfRpc.get(String(rpc.id)))
}

/** In order of opening. A stream of which only the client has spoken takes its request from the connection. */
function streamsOf(state: FoldState, streamOf: (facts: ConnectionFacts) => StreamName | undefined): readonly StreamFacts[] {
  const streams = new Map(state.streams)
  for (const facts of state.connections.values()) {
    const name = streamOf(facts)
    const { rpc, answer } = facts.record
    const stream = name === undefined ? undefined : streams.get(name)
    if (stream && rpc && !stream.rpc && answer) streams.set(stream.name, { ...stream, rpc })
  }
  const openedAt = (stream: StreamFacts) => stream.openedAt ?? stream.seenAt
  return [...streams.values()].sort((a, b) => openedAt(a) - openedAt(b) || compareStreamNames(a.name, b.name))
}

function eventsInOrder(stream: StreamFacts, clientOnly: readonly EventFacts[] = []): readonly EventFacts[] {
  const events = Array.from(stream.events.values()).concat(clientOnly)
  return stream.inOrder && clientOnly.length === 0 ? events : events.sort((a, b) => a.n - b.n)
}

/** The newest open connection of each stream. */
function carriersOf(state: FoldState, streamOf: (facts: ConnectionFacts) => StreamName | undefined): ReadonlyMap<StreamName, ConnectionId> {
  const carriers = new Map<StreamName, ConnectionId>()
  for (const facts of state.connections.values()) {
    const stream = isOpen(facts.record) ? streamOf(facts) : undefined
    if (stream !== undefined) carriers.set(stream, facts.record.id)
  }
  return carriers
}

/** The newest tool call's stream, and the standalone one. */
function stageOf(streams: readonly StreamRecord[]): Snapshot['stage'] {
  const call = streams.filter((stream) => stream.rpc?.method === 'tools/call').at(-1)
  const standalone = streams.find((stream) => stream.kind === 'standalone')
  return { ...(call ? { call } : {}), ...(standalone ? { standalone } : {}) }
}

function drawConnection(facts: ConnectionFacts, stream: StreamName | undefined, keyOf: ReadonlyMap<Frame, string>): ConnectionRecord {
  const { drawn, record, list, frameCount, unnamed } = facts
  if (drawn && drawn.stream === stream && unnamed === 0) return drawn
  const own = list.frames.slice(0, frameCount)
  const frames = unnamed === 0 ? own : own.map((frame) => nameFrame(frame, keyOf.get(frame)))
  const made: ConnectionRecord = { ...record, ...(stream === undefined ? {} : { stream }), frames }
  facts.drawn = made
  return made
}

function nameFrame(frame: Frame, key: string | undefined): Frame {
  return frame.kind === 'comment' || key === undefined ? frame : { ...frame, key }
}

/** The server's word first; a client that asked and was answered 404 knows as much. */
function sessionOf({ session: { opened, ended, answered, gone } }: FoldState): Snapshot['session'] {
  const known = opened ?? answered
  const end = ended ?? gone
  if (!known) return undefined
  const openedAt = Math.min(opened?.at ?? known.at, answered?.at ?? known.at)
  return {
    id: known.id,
    state: end ? 'ended' : 'open',
    ...(end ? { endReason: end.reason, endedAt: end.at } : {}),
    resumable: known.resumable,
    ...(opened?.server === undefined ? {} : { server: opened.server }),
    ...(opened?.answer === undefined ? {} : { answer: opened.answer }),
    openedAt,
  }
}

/** The newest call, on the stream of the request it was sent with; a call picked up after a reload is the one on stage. */
function callOf(
  state: FoldState,
  stage: Snapshot['stage'],
  streamOf: (facts: ConnectionFacts) => StreamName | undefined,
): CallRecord | undefined {
  const call = state.newestCall === undefined ? undefined : state.calls.get(state.newestCall)
  if (!call) return undefined
  const { adopted, ...rest } = call
  const stream = adopted ? stage.call?.name : streamOfRequest(state, call.startedAt, streamOf)
  return { ...rest, ...(stream === undefined ? {} : { stream }) }
}

function streamOfRequest(
  state: FoldState,
  from: EpochMs,
  streamOf: (facts: ConnectionFacts) => StreamName | undefined,
): StreamName | undefined {
  for (const facts of state.connections.values()) {
    if (facts.record.rpc?.method === 'tools/call' && facts.record.openedAt >= from) return streamOf(facts)
  }
  return undefined
}

/** Of several streams that wait, the one that asks again first. Nobody asks for more of a call that is settled. */
function waitingOf(state: FoldState, at: EpochMs, call: Snapshot['call']): Snapshot['waiting'] {
  return (
    [...state.waiting.values()]
      .filter(({ stream }) => !call?.settled || stream === undefined || stream !== call.stream)
      .map(({ frozenWith, ...waiting }) => (frozenWith === undefined ? waiting : { ...waiting, until: at + frozenWith, frozen: true }))
      // a frozen wait stands, however little of it is left
      .filter((waiting) => 'frozen' in waiting || waiting.until > at)
      .sort((a, b) => a.until - b.until)[0]
  )
}

/** Of several streams that were not resumed, the call's counts, or else the newest. */
function refusedOf({ refused }: FoldState, { call }: Snapshot['stage']): Snapshot['refused'] {
  const all = [...refused.values()]
  return all.find(({ stream }) => stream === call?.name) ?? all.sort((a, b) => b.at - a.at)[0]
}

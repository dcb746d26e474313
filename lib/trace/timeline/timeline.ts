/**
 * Lays a run out along time: lanes, spans, marks, in milliseconds after its first observation. No pixels; no facts of its own.
 */

import type { ConnectionId, EpochMs, Milliseconds, Observation, StreamName } from '../../protocol/observation'
import { snapshotAt } from '../snapshot'
import type { ConnectionRecord, EventRecord, Snapshot } from '../snapshot-types'
import { extentOf, type Trace } from '../trace'
import { foldQuiet } from './axis/quiet-time'
import { runEndOf } from './run-end'
import { flagsOf } from './timeline-flags'
import { type Stray, straysOf } from './timeline-strays'
import type { EventMark, Span, Timeline } from './timeline-types'

/*
 *            0      1      2      3      4      5      6 s            axisEnd
 *            |''''''|''''''|''''''|''''''|''''''|''''''|
 *  session   ===================================                     session: unbroken
 *  client       o o o o o o         (o)(o)(o) o o                    marks.receipts
 *            +--------------~       +----------------                jackets: torn ~ where the plug came out
 *  wire  0   | [GET         ~       | [GET after get/0               spans, row 0: standalone
 *        1   | [POST        ~   x   | [GET after call-2/9  ]         spans, row 1: the call; x: failures
 *            +--------------~       +----------------
 *                           |-------|                                outages
 *  server      # # # # # # # # # # #         # # #                   marks.storedAt
 */
/**
 * The timeline of a whole trace. `now` (the page's clock) is given while the run goes on, so that what is open grows.
 * Times in the result are milliseconds after `origin`, the run's first observation.
 */
export function layoutTimeline(trace: Trace, now?: EpochMs): Timeline {
  const extent = extentOf(trace)
  const origin = extent?.from ?? now ?? 0
  const end = Math.max(runEndOf(trace) ?? origin, now ?? origin)
  const snapshot = snapshotAt(trace, end)
  const duration = end - origin
  const rows = rowsOf(snapshot)
  const rowOf = new Map(rows.map(({ stream }, row) => [stream, row]))
  const { folds, axisEnd } = foldQuiet(eventfulTimes(trace, snapshot, origin), duration)
  const { jackets, outages } = plugHistory(trace, origin, duration)
  const session = sessionLine(snapshot, trace, origin, duration)
  return {
    origin,
    duration,
    axisEnd,
    folds,
    ...(session ? { session } : {}),
    rows,
    spans: spansOf(snapshot, rowOf, origin, duration),
    failures: failuresOf(snapshot, rowOf, origin),
    jackets,
    outages,
    marks: marksOf(snapshot, rowOf, origin, straysOf(trace, snapshot)),
    flags: flagsOf(trace, origin),
  }
}

/** What happens in a quiet time too: keep-alives, waits, and what is written down beside something else. */
const UNEVENTFUL: ReadonlySet<Observation['kind']> = new Set([
  'comment.received',
  'connection.failed',
  'resume.waiting',
  'headers.kept',
  'stream.attached',
  'stream.detached',
])

/** When something happened, ascending. A request in vain is nothing: the plug is out, and the client asks again and again. */
function eventfulTimes(trace: Trace, { connections }: Snapshot, origin: EpochMs): Milliseconds[] {
  const inVain = new Set(connections.flatMap(({ id, failure }) => (failure ? [id] : [])))
  const isEventful = (seen: Observation) => {
    if (seen.kind === 'connection.opened') return !inVain.has(seen.connection)
    return seen.kind === 'fault.set' ? seen.state !== 'armed' : !UNEVENTFUL.has(seen.kind)
  }
  return trace.observations.filter(isEventful).map(({ at }) => at - origin)
}

function rowsOf({ stage }: Snapshot): Timeline['rows'] {
  return [stage.standalone, stage.call].flatMap((stream) => (stream ? [{ stream: stream.name, kind: stream.kind }] : []))
}

function spansOf(snapshot: Snapshot, rowOf: ReadonlyMap<StreamName, number>, origin: EpochMs, duration: Milliseconds): Span[] {
  return snapshot.connections.flatMap((connection) => {
    const { id, stream, end, failure, openedAt, lastEventId, answer } = connection
    const row = stream === undefined ? undefined : rowOf.get(stream)
    if (stream === undefined || row === undefined || failure) return []
    return {
      connection: id,
      stream,
      row,
      from: openedAt - origin,
      to: end ? end.at - origin : duration,
      start: lastEventId === undefined ? 'open' : 'resumed',
      end: end ? (end.how === 'severed' ? 'torn' : end.how) : 'live',
      request: requestOf(connection),
      ...(lastEventId === undefined ? {} : { after: lastEventId }),
      ...(answer && answer.status >= 400 ? { status: answer.status } : {}),
    }
  })
}

function requestOf({ method, rpc, lastEventId }: ConnectionRecord): string {
  return rpc && lastEventId === undefined ? `${method} ${rpc.method}` : method
}

/** A request that never got an answer has no stream of its own word; one that meant to resume or to call has its place all the same. */
function failuresOf(snapshot: Snapshot, rowOf: ReadonlyMap<StreamName, number>, origin: EpochMs): Timeline['failures'] {
  const callRow = snapshot.stage.call ? rowOf.get(snapshot.stage.call.name) : undefined
  const failures: { connection: ConnectionId; at: Milliseconds; row: number }[] = []
  for (const { id, stream, rpc, failure } of snapshot.connections) {
    const row = stream === undefined ? (rpc?.method === 'tools/call' ? callRow : undefined) : rowOf.get(stream)
    if (failure && row !== undefined) failures.push({ connection: id, at: failure.at - origin, row })
  }
  return failures
}

function marksOf(
  snapshot: Snapshot,
  rowOf: ReadonlyMap<StreamName, number>,
  origin: EpochMs,
  strays: ReadonlyMap<string, Stray>,
): EventMark[] {
  const marks: EventMark[] = []
  for (const stream of [snapshot.stage.standalone, snapshot.stage.call]) {
    const row = stream ? rowOf.get(stream.name) : undefined
    if (!stream || row === undefined) continue
    for (const event of stream.events) marks.push(markOf(event, row, origin, strays.get(event.key)))
  }
  return marks
}

const made = new WeakMap<
  EventRecord,
  { readonly row: number; readonly origin: EpochMs; readonly strays: number; readonly mark: EventMark }
>()

/** An unchanged event keeps its mark, so that a drawing can tell at once. */
function markOf(event: EventRecord, row: number, origin: EpochMs, stray: Stray | undefined): EventMark {
  const known = made.get(event)
  const strays = stray ? stray.dropped.size + stray.foreign.size : 0
  if (known && known.row === row && known.origin === origin && known.strays === strays) return known.mark
  const { key, stream, role, fate, storedAt, evictedAt, receipts } = event
  const mark: EventMark = {
    key,
    stream,
    row,
    priming: role === 'priming',
    fate,
    ...(storedAt === undefined ? {} : { storedAt: storedAt - origin }),
    ...(evictedAt === undefined ? {} : { evicted: true as const }),
    receipts: receipts.map(({ at, replayed, connection }, index) => ({
      at: at - origin,
      replayed,
      connection,
      ...(index > 0 && stray?.dropped.has(connection) ? { dropped: true as const } : {}),
      ...(stray?.foreign.has(connection) ? { foreign: true as const } : {}),
    })),
  }
  made.set(event, { row, origin, strays, mark })
  return mark
}

/** Where the plug was in, and where it was out. A page loaded anew has its plug in. */
function plugHistory(trace: Trace, origin: EpochMs, duration: Milliseconds): Pick<Timeline, 'jackets' | 'outages'> {
  const jackets: { from: Milliseconds; to: Milliseconds; torn: boolean }[] = []
  const outages: { from: Milliseconds; to: Milliseconds; open: boolean }[] = []
  let since = 0
  let out = false
  for (const seen of trace.observations) {
    const at = seen.at - origin
    if (seen.kind === 'plug.pulled' && !out) jackets.push({ from: since, to: at, torn: true })
    else if ((seen.kind === 'plug.pushed' || seen.kind === 'page.loaded') && out) outages.push({ from: since, to: at, open: false })
    else continue
    out = seen.kind === 'plug.pulled'
    since = at
  }
  if (out) outages.push({ from: since, to: duration, open: true })
  else if (trace.observations.length > 0) jackets.push({ from: since, to: duration, torn: false })
  return { jackets, outages }
}

function sessionLine({ session }: Snapshot, trace: Trace, origin: EpochMs, duration: Milliseconds): Timeline['session'] {
  if (!session) return undefined
  const ended = session.state === 'ended'
  const end = ended ? (session.endedAt ?? trace.observations.at(-1)?.at) : undefined
  return {
    from: session.openedAt - origin,
    to: end === undefined ? duration : end - origin,
    ...(session.id === undefined ? {} : { id: session.id }),
    ended,
  }
}

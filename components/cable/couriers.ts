/**
 * What travels the cable, read from the snapshot: one courier for each receipt of an event, one for each resume that was answered. A courier
 * stands for something observed; the line lets each ride once, when it first appears.
 */
import type { ConnectionRecord, Snapshot, StreamRecord } from '../../lib/trace/snapshot-types'
import type { Courier } from './courier'

/** More than the newest few never appear at once. */
const NEWEST = 24

export function couriersOf({ stage, connections }: Snapshot): readonly Courier[] {
  return [stage.standalone, stage.call].flatMap((stream) => (stream ? [...resumesOf(stream, connections), ...receiptsOf(stream)] : []))
}

function resumesOf(stream: StreamRecord, connections: readonly ConnectionRecord[]): Courier[] {
  return connections
    .filter((connection) => connection.stream === stream.name && connection.lastEventId !== undefined && connection.answer)
    .slice(-NEWEST)
    .map(({ id, lastEventId = '' }) => ({ key: `${id} asks`, kind: 'resume', stream: stream.kind, label: lastEventId }))
}

function receiptsOf(stream: StreamRecord): Courier[] {
  return stream.events
    .filter(({ receipts }) => receipts.length > 0)
    .slice(-NEWEST)
    .flatMap(({ key, receipts }) =>
      receipts.map(({ connection, replayed }) => ({
        key: `${key} on ${connection}`,
        kind: replayed ? ('replayed' as const) : ('received' as const),
        stream: stream.kind,
      })),
    )
}

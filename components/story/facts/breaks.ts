/**
 * What ended each connection of the call before its answer was there, as it was observed: who, when, and after which row. Pure.
 */
import type { EpochMs, Milliseconds } from '../../../lib/protocol/observation'
import type { ConnectionRecord, EventRecord, Snapshot } from '../../../lib/trace/snapshot-types'

/** `plug`: it was out. `network`: torn while the plug was in. `restart`: the server's process died. */
export type Breaker = 'plug' | 'network' | 'server' | 'restart' | 'client' | 'page' | 'tab'

export type Break = {
  readonly by: Breaker
  readonly at: EpochMs
  /** the last row received before it; 0 when none was */
  readonly after: number
}

/** Server and client write the same moment by two clocks, mapped onto each other. */
const SKEW: Milliseconds = 1000

/** A page that does something to itself is left within this time. */
const LEAVING: Milliseconds = 5000

/** In order of time. `ofCall`: the connections that carried the call's stream. */
export function breaksOf(snapshot: Snapshot, ofCall: readonly ConnectionRecord[]): readonly Break[] {
  const events = snapshot.stage.call?.events ?? []
  const answeredAt = firstReceipt(events.filter(({ message }) => message.kind === 'result' || message.kind === 'error'))
  return ofCall
    .flatMap((connection): Break[] => {
      const { answer, end } = connection
      if (!end || !isEventStream(answer) || end.at >= (answeredAt ?? Number.POSITIVE_INFINITY)) return []
      return [{ by: breakerOf(end, snapshot), at: end.at, after: lastRowUntil(events, end.at) }]
    })
    .sort((a, b) => a.at - b.at)
}

const isEventStream = (answer: ConnectionRecord['answer']): boolean => answer?.status === 200

function breakerOf(end: NonNullable<ConnectionRecord['end']>, { restarts = [], faults }: Snapshot): Breaker {
  const struck = (fault: string) =>
    faults.some((one) => one.fault === fault && one.state !== 'off' && one.at <= end.at && end.at - one.at < LEAVING)
  if (end.reason !== undefined) return 'client'
  if (end.by === 'plug' || end.by === 'tab') return end.by
  if (end.how !== 'complete' && struck('second-tab')) return 'tab'
  if (end.by === 'page' || (end.how !== 'complete' && (struck('reload') || struck('close-tab')))) return 'page'
  if (end.how !== 'closed' && restarts.some((at) => Math.abs(at - end.at) < SKEW)) return 'restart'
  if (end.how === 'complete') return 'server'
  return end.how === 'severed' ? 'network' : 'client'
}

function lastRowUntil(events: readonly EventRecord[], at: EpochMs): number {
  const rows = events.flatMap(({ message, receipts }) =>
    message.kind === 'progress' && receipts.some((receipt) => receipt.at <= at) ? [message.progress] : [],
  )
  return Math.max(0, ...rows)
}

function firstReceipt(events: readonly EventRecord[]): EpochMs | undefined {
  const times = events.flatMap(({ receipts }) => receipts.map(({ at }) => at))
  return times.length === 0 ? undefined : Math.min(...times)
}

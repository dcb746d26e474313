/** The numbers and values that a lesson's prose shows of the run on the stage, and which events each of them counts. */
import type { EventRecord, Fate, Snapshot } from '../../trace/snapshot-types'
import type { FigureName } from '../prose'

export type Figure = {
  readonly value: string
  /** keys of the events it stands for: selected with it, lit with them */
  readonly keys: readonly string[]
  readonly wire?: boolean
}

/** What stands in the text before there is a run. */
const NOTHING_YET = '…'

export function figureOf(name: FigureName, { stage, kept, session, connections, ledger }: Snapshot): Figure {
  const events = [...(stage.call?.events ?? []), ...(stage.standalone?.events ?? [])].filter(({ role }) => role === 'message')
  const thoseWith = (...fates: Fate[]) => keysOf(events.filter(({ fate }) => fates.includes(fate)))
  if (!session && connections.length === 0) return { value: NOTHING_YET, keys: [] }
  switch (name) {
    case 'stored':
      return { value: String(ledger.stored), keys: keysOf(events) }
    case 'received':
      return { value: String(ledger.received), keys: thoseWith('received', 'replayed', 'duplicated') }
    case 'missing':
    case 'lost':
    case 'replayed':
    case 'duplicated':
      return { value: String(ledger[name]), keys: thoseWith(name) }
    case 'rows': {
      const rows = events.filter(({ message, receipts }) => message.kind === 'progress' && receipts.length > 0)
      return { value: String(rows.length), keys: keysOf(rows) }
    }
    case 'connections': {
      const own = connections.filter(({ stream }) => stream !== undefined && stream === stage.call?.name)
      return { value: String(own.length), keys: [] }
    }
    case 'last-id': {
      const id = stage.call && kept.lastEventIds[stage.call.name]
      return id === undefined ? { value: NOTHING_YET, keys: [], wire: true } : { value: id, keys: [id], wire: true }
    }
    case 'session':
      return { value: kept.sessionId === undefined ? NOTHING_YET : `${kept.sessionId.slice(0, 8)}…`, keys: [], wire: true }
    default:
      return name satisfies never
  }
}

const keysOf = (events: readonly EventRecord[]): readonly string[] => events.map(({ key }) => key)

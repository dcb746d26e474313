/**
 * The JSON-RPC messages that got through, both ways, in order of time. Read from the connections of a Snapshot; no markup.
 */
import type { EpochMs } from '../../lib/trace/observation'
import type { ConnectionRecord } from '../../lib/trace/snapshot-types'

export type MessageRow = {
  /** unique in the run */
  readonly name: string
  readonly at: EpochMs
  readonly from: 'client' | 'server'
  readonly kind: 'request' | 'notification' | 'result' | 'error' | 'unreadable'
  /** the method, or what is answered */
  readonly title: string
  readonly json: string
  /** names the event that carried it, for a selection */
  readonly key?: string
}

export function messageRows(connections: readonly ConnectionRecord[]): MessageRow[] {
  const rows = connections.flatMap((connection) => {
    const { id, openedAt, requestBody, answer, frames } = connection
    const sent = requestBody ? [row(`${id} request`, openedAt, 'client', requestBody)] : []
    const body = answer?.body?.trim().startsWith('{') ? [row(`${id} answer`, answer.at, 'server', answer.body)] : []
    const events = frames.flatMap((frame, n) =>
      frame.kind === 'event' && frame.data !== '' ? [row(`${id} ${n}`, frame.at, 'server', frame.data, frame.key ?? frame.id)] : [],
    )
    return [...sent, ...body, ...events]
  })
  return rows.sort((a, b) => a.at - b.at)
}

function row(name: string, at: EpochMs, from: 'client' | 'server', json: string, key?: string): MessageRow {
  return { name, at, from, json, key, ...kindOf(json) }
}

function kindOf(json: string): Pick<MessageRow, 'kind' | 'title'> {
  const message = parse(json)
  if (typeof message !== 'object' || message === null) return { kind: 'unreadable', title: 'not a JSON-RPC message' }
  const { method, id, error } = message as { method?: unknown; id?: unknown; error?: { message?: unknown } }
  if (typeof method === 'string') return { kind: id === undefined ? 'notification' : 'request', title: method }
  if (error) return { kind: 'error', title: `answer to ${String(id)}: ${String(error.message ?? '')}` }
  return 'result' in message
    ? { kind: 'result', title: `answer to ${String(id)}` }
    : { kind: 'unreadable', title: 'not a JSON-RPC message' }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Indented, or as it is when it is not JSON. */
export function prettyJson(json: string): string {
  const value = parse(json)
  return value === undefined ? json : JSON.stringify(value, undefined, 2)
}

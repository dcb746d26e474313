/**
 * The Wire view as rows: each connection in order, as request, answer, frames and end. Formatting of a Snapshot; no markup.
 */
import type { Reason } from '../../../lib/protocol/reason'
import type { ConnectionRecord, Frame } from '../../../lib/trace/snapshot-types'
import { shortSession } from '../../../lib/trace/text'
import { withoutBug } from '../../../lib/words/run/without-bug'

export type WireRow =
  | { readonly kind: 'request'; readonly connection: ConnectionRecord }
  | { readonly kind: 'answer'; readonly connection: ConnectionRecord; readonly answer: NonNullable<ConnectionRecord['answer']> }
  | { readonly kind: 'frame'; readonly connection: ConnectionRecord; readonly frame: Frame; readonly n: number }
  | { readonly kind: 'end'; readonly connection: ConnectionRecord; readonly end: NonNullable<ConnectionRecord['end']> }
  | { readonly kind: 'failure'; readonly connection: ConnectionRecord; readonly reason: Reason }

export function wireRows(connections: readonly ConnectionRecord[]): WireRow[] {
  return connections.flatMap((connection) => {
    const { answer, frames, end, failure } = connection
    const rows: WireRow[] = [{ kind: 'request', connection }]
    if (answer) rows.push({ kind: 'answer', connection, answer })
    frames.forEach((frame, n) => {
      rows.push({ kind: 'frame', connection, frame, n })
    })
    if (failure) rows.push({ kind: 'failure', connection, reason: failure.reason })
    if (end) rows.push({ kind: 'end', connection, end })
    return rows
  })
}

/** `POST /mcp?server=broken-…`: the first line of a request. */
export const requestLine = ({ method, path }: Pick<ConnectionRecord, 'method' | 'path'>): string => `${method} ${withoutBug(path)}`

export function wireRowKey(row: WireRow): string {
  return row.kind === 'frame' ? `${row.connection.id} ${row.n}` : `${row.connection.id} ${row.kind}`
}

/** The headers this app is about. */
const MARKED: ReadonlySet<string> = new Set(['mcp-session-id', 'last-event-id'])
const NAMES: ReadonlyMap<string, string> = new Map([
  ['mcp-session-id', 'Mcp-Session-Id'],
  ['last-event-id', 'Last-Event-ID'],
  ['mcp-protocol-version', 'MCP-Protocol-Version'],
])

export type HeaderLine = { readonly name: string; readonly value: string; readonly marked: boolean }

/** Marked headers first. The session id, a key to the session, is shortened. */
export function headerLines(headers: Readonly<Record<string, string>>): HeaderLine[] {
  const lines = Object.entries(headers).map(([name, value]) => ({
    name: NAMES.get(name.toLowerCase()) ?? name,
    value: name.toLowerCase() === 'mcp-session-id' ? shortSession(value) : withoutBug(value),
    marked: MARKED.has(name.toLowerCase()),
  }))
  return [...lines.filter((line) => line.marked), ...lines.filter((line) => !line.marked)]
}

type FieldLine = { readonly field: string; readonly value: string }

/** The lines of a raw frame, split at the first colon as WHATWG does. */
export function fieldLines(raw: string): FieldLine[] {
  return withoutBug(raw)
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':')
      return colon < 0 ? { field: line, value: '' } : { field: line.slice(0, colon), value: line.slice(colon + 1).replace(/^ /, '') }
    })
}

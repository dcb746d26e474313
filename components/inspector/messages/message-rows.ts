/**
 * The JSON-RPC messages that got through, both ways, in order of time. Read from the connections of a Snapshot; no markup.
 */

import type { EpochMs } from '../../../lib/protocol/observation'
import type { ConnectionRecord } from '../../../lib/trace/snapshot-types'
import { withoutBug } from '../../../lib/words/run/without-bug'
import { ENGLISH, phrase, type Word } from '../../../lib/words/t'

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

export const SENDERS = { client: phrase('client'), server: phrase('server') } as const

export const MESSAGE_KINDS: Readonly<Record<MessageRow['kind'], string>> = {
  request: phrase('request'),
  notification: phrase('notification'),
  result: phrase('result'),
  error: phrase('error'),
  unreadable: phrase('unreadable'),
}

/** Titles are in the language of `word`; what the messages say is theirs. */
export function messageRows(connections: readonly ConnectionRecord[], word: Word = ENGLISH): MessageRow[] {
  const found = connections.flatMap((connection): Found[] => {
    const { id, openedAt, requestBody, answer, frames } = connection
    const sent = requestBody ? [{ name: `${id} request`, at: openedAt, from: 'client' as const, json: requestBody }] : []
    const body = answer?.body?.trim().startsWith('{')
      ? [{ name: `${id} answer`, at: answer.at, from: 'server' as const, json: answer.body }]
      : []
    const events = frames.flatMap((frame, n) =>
      frame.kind === 'event' && frame.data !== ''
        ? [{ name: `${id} ${n}`, at: frame.at, from: 'server' as const, json: frame.data, key: frame.key ?? frame.id }]
        : [],
    )
    return [...sent, ...body, ...events]
  })
  return found.sort((a, b) => a.at - b.at).map((one) => row(one, word))
}

function row({ name, at, from, json: whole, key }: Found, word: Word): MessageRow {
  const json = withoutBug(whole)
  return { name, at, from, json, key, ...kindOf(json, word) }
}

type Found = Pick<MessageRow, 'name' | 'at' | 'from' | 'json' | 'key'>

function kindOf(json: string, word: Word): Pick<MessageRow, 'kind' | 'title'> {
  const message = parse(json)
  if (typeof message !== 'object' || message === null) return { kind: 'unreadable', title: word('not a JSON-RPC message') }
  const { method, id, error } = message as { method?: unknown; id?: unknown; error?: { message?: unknown } }
  if (typeof method === 'string') return { kind: id === undefined ? 'notification' : 'request', title: method }
  if (error) return { kind: 'error', title: word('answer to {id}: {text}', { id: String(id), text: String(error.message ?? '') }) }
  return 'result' in message
    ? { kind: 'result', title: word('answer to {id}', { id: String(id) }) }
    : { kind: 'unreadable', title: word('not a JSON-RPC message') }
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

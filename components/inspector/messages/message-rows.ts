/**
 * The JSON-RPC messages that got through, both ways, in order of time. Read from the connections of a Snapshot; no markup.
 */

import type { EpochMs } from '../../../lib/protocol/observation'
import type { ConnectionRecord } from '../../../lib/trace/snapshot-types'
import { msg } from '../../../lib/words/message'
import { withoutBug } from '../../../lib/words/run/without-bug'
import { ENGLISH, type Translate } from '../../../lib/words/t'

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

export const SENDERS = { client: msg('client'), server: msg('server') } as const

export const MESSAGE_KINDS: Readonly<Record<MessageRow['kind'], string>> = {
  request: msg('request'),
  notification: msg('notification'),
  result: msg('result'),
  error: msg('error'),
  unreadable: msg('unreadable'),
}

/** Titles are in the language of `t`; what the messages say is theirs. */
export function messageRows(connections: readonly ConnectionRecord[], t: Translate = ENGLISH): MessageRow[] {
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
  return found.sort((a, b) => a.at - b.at).map((one) => row(one, t))
}

function row({ name, at, from, json: whole, key }: Found, t: Translate): MessageRow {
  const json = withoutBug(whole)
  return { name, at, from, json, key, ...kindOf(json, t) }
}

type Found = Pick<MessageRow, 'name' | 'at' | 'from' | 'json' | 'key'>

function kindOf(json: string, t: Translate): Pick<MessageRow, 'kind' | 'title'> {
  const message = parse(json)
  if (typeof message !== 'object' || message === null) return { kind: 'unreadable', title: t('not a JSON-RPC message') }
  const { method, id, error } = message as { method?: unknown; id?: unknown; error?: { message?: unknown } }
  if (typeof method === 'string') return { kind: id === undefined ? 'notification' : 'request', title: method }
  if (error) return { kind: 'error', title: t('answer to {id}: {text}', { id: String(id), text: String(error.message ?? '') }) }
  return 'result' in message
    ? { kind: 'result', title: t('answer to {id}', { id: String(id) }) }
    : { kind: 'unreadable', title: t('not a JSON-RPC message') }
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

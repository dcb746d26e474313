/**
 * What a JSON-RPC message is, in a few words, read from its text. Spec: MCP 2025-11-25, basic ("Messages"), basic/utilities/progress.
 */
import { isJsonObject, type JsonObject, parseJsonObject } from '../../protocol/json-rpc'
import type { MessageSummary } from '../snapshot-types'

/** Summarises the data of one event. Never throws: what cannot be read is `unreadable`; empty data is a priming event. */
export function summarizeMessage(data: string): MessageSummary {
  if (data === '') return { kind: 'priming' }
  const message = parseJsonObject(data)
  if (!message) return { kind: 'unreadable' }
  if (typeof message.method === 'string') {
    if (message.method === 'notifications/progress') return progressOf(message.params) ?? { kind: 'notification', method: message.method }
    return { kind: 'id' in message ? 'request' : 'notification', method: message.method }
  }
  if (isJsonObject(message.error)) return errorOf(message.error)
  if (isJsonObject(message.result)) return { kind: 'result', text: textOf(message.result), isError: message.result.isError === true }
  return { kind: 'unreadable' }
}

function progressOf(params: unknown): MessageSummary | undefined {
  if (!isJsonObject(params) || typeof params.progress !== 'number') return undefined
  return {
    kind: 'progress',
    progress: params.progress,
    ...(typeof params.total === 'number' ? { total: params.total } : {}),
    ...(typeof params.message === 'string' ? { text: params.message } : {}),
  }
}

function errorOf(error: JsonObject): MessageSummary {
  return {
    kind: 'error',
    code: typeof error.code === 'number' ? error.code : 0,
    text: typeof error.message === 'string' ? error.message : '',
  }
}

/** The text parts of a tool's result; for other results the JSON itself. */
function textOf(result: JsonObject): string {
  if (!Array.isArray(result.content)) return JSON.stringify(result)
  return result.content.map((part: unknown) => (isJsonObject(part) && typeof part.text === 'string' ? part.text : '')).join('')
}

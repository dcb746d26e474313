/**
 * What a JSON-RPC message is, in a few words, read from its text. Spec: MCP 2025-11-25, basic ("Messages"), basic/utilities/progress.
 */
import type { MessageSummary } from '../snapshot-types'

/** Summarises the data of one event. Never throws: what cannot be read is `unreadable`; empty data is a priming event. */
export function summarizeMessage(data: string): MessageSummary {
  if (data === '') return { kind: 'priming' }
  const message = parseObject(data)
  if (!message) return { kind: 'unreadable' }
  if (typeof message.method === 'string') {
    if (message.method === 'notifications/progress') return progressOf(message.params) ?? { kind: 'notification', method: message.method }
    return { kind: 'id' in message ? 'request' : 'notification', method: message.method }
  }
  if (isObject(message.error)) return errorOf(message.error)
  if (isObject(message.result)) return { kind: 'result', text: textOf(message.result), isError: message.result.isError === true }
  return { kind: 'unreadable' }
}

function progressOf(params: unknown): MessageSummary | undefined {
  if (!isObject(params) || typeof params.progress !== 'number') return undefined
  return {
    kind: 'progress',
    progress: params.progress,
    ...(typeof params.total === 'number' ? { total: params.total } : {}),
    ...(typeof params.message === 'string' ? { text: params.message } : {}),
  }
}

function errorOf(error: Readonly<Record<string, unknown>>): MessageSummary {
  return {
    kind: 'error',
    code: typeof error.code === 'number' ? error.code : 0,
    text: typeof error.message === 'string' ? error.message : '',
  }
}

/** The text parts of a tool's result; for other results the JSON itself. */
function textOf(result: Readonly<Record<string, unknown>>): string {
  if (!Array.isArray(result.content)) return JSON.stringify(result)
  return result.content.map((part: unknown) => (isObject(part) && typeof part.text === 'string' ? part.text : '')).join('')
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

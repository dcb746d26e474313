/**
 * Checks that a POST body is one JSON-RPC message, and returns its kind. JSON-RPC 2.0 §4–5; MCP 2025-11-25, basic, "Messages".
 * The SDK checks it too, but with the same message for every mistake.
 */
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js'
import { CODE, Refusal, shown } from '../errors'
import { parseBoundedJson } from './json'

export type Incoming =
  | {
      readonly kind: 'request'
      readonly message: JSONRPCMessage
      readonly id: RequestId
      readonly method: string
      readonly params: Readonly<Record<string, unknown>>
    }
  | {
      readonly kind: 'notification'
      readonly message: JSONRPCMessage
      readonly method: string
      readonly params: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'response'; readonly message: JSONRPCMessage }

export type IncomingRequest = Extract<Incoming, { kind: 'request' }>

/** Ids and progress tokens are repeated in every message of an answer, so they must be short. */
const MAX_ID = 128

/** What JSON-RPC 2.0 knows at the top of a message. */
const MEMBERS = new Set(['jsonrpc', 'id', 'method', 'params', 'result', 'error'])

/** Parses the text of a POST body. Throws a Refusal (400) that carries the request's id when it can be read. */
export function parseIncoming(text: string): Incoming {
  return checkMessage(parseJson(text))
}

function parseJson(text: string): unknown {
  if (text.trim() === '') throw invalid('The body is empty. Send one JSON-RPC message.', undefined, CODE.parse)
  try {
    return parseBoundedJson(text)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw invalid(`The body is not JSON: it begins ${shown(text)}. Send one JSON-RPC message.`, undefined, CODE.parse)
  }
}

const invalid = (message: string, id?: RequestId, code: number = CODE.invalidRequest) => new Refusal(400, message, { code, id })

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isId = (value: unknown): value is RequestId => (typeof value === 'string' && value.length <= MAX_ID) || Number.isSafeInteger(value)

function checkMessage(value: unknown): Incoming {
  if (Array.isArray(value)) {
    throw invalid(
      `The body is an array of ${value.length}: a batch. Batches were removed from MCP in revision 2025-06-18; send each message in a POST of its own.`,
    )
  }
  if (!isObject(value)) throw invalid(`The body is ${shown(value)}. Send one JSON-RPC message, which is an object.`)
  const id = isId(value.id) ? value.id : undefined
  if (value.jsonrpc !== '2.0') throw invalid(`"jsonrpc" is ${shown(value.jsonrpc)}. Set it to "2.0".`, id)
  if ('id' in value && id === undefined) {
    throw invalid(`"id" is ${shown(value.id)}. Use a whole number or a string of at most ${MAX_ID} characters.`)
  }
  const unknown = Object.keys(value).find((key) => !MEMBERS.has(key))
  if (unknown !== undefined)
    throw invalid(`The message has a member ${shown(unknown)}. Leave it out; what is your own goes into "params._meta".`, id)
  if ('method' in value) return checkCall(value, id)
  return checkResponse(value, id)
}

function checkCall(value: Record<string, unknown>, id: RequestId | undefined): Incoming {
  const { method, params = {} } = value
  if (typeof method !== 'string' || method === '') throw invalid(`"method" is ${shown(method)}. Name a method, such as "tools/call".`, id)
  if ('result' in value || 'error' in value) {
    throw invalid(`The message has a "method" (${shown(method)}) and a result or error. Send either a request or a response.`, id)
  }
  if (!isObject(params)) throw invalid(`"params" is ${shown(params)}. Leave it out, or send an object.`, id)
  checkMeta(params._meta, id)
  const message = value as JSONRPCMessage
  if (id === undefined) return { kind: 'notification', message, method, params }
  if (method === 'tools/call') checkToolCall(params, id)
  return { kind: 'request', message, id, method, params }
}

function checkMeta(meta: unknown, id: RequestId | undefined): void {
  if (meta === undefined) return
  if (!isObject(meta)) throw invalid(`"params._meta" is ${shown(meta)}. Leave it out, or send an object.`, id, CODE.invalidParams)
  if ('progressToken' in meta && !isId(meta.progressToken)) {
    throw invalid(
      `"params._meta.progressToken" is ${shown(meta.progressToken)}. Use a whole number or a string of at most ${MAX_ID} characters.`,
      id,
      CODE.invalidParams,
    )
  }
}

function checkToolCall(params: Record<string, unknown>, id: RequestId): void {
  if (typeof params.name !== 'string' || params.name === '') {
    throw invalid(`"params.name" is ${shown(params.name)}. Name a tool; tools/list says which there are.`, id, CODE.invalidParams)
  }
  if (params.arguments !== undefined && !isObject(params.arguments)) {
    throw invalid(`"params.arguments" is ${shown(params.arguments)}. Leave it out, or send an object.`, id, CODE.invalidParams)
  }
}

function checkResponse(value: Record<string, unknown>, id: RequestId | undefined): Incoming {
  if (id === undefined) throw invalid('The message has neither "method" nor "id". Send a request, a notification or a response.')
  if ('result' in value === 'error' in value)
    throw invalid('A response has either "result" or "error", and a request has a "method". Send one of them.', id)
  const { result, error } = value
  if ('result' in value && !isObject(result)) throw invalid(`"result" is ${shown(result)}. Send an object.`, id)
  if ('error' in value && !(isObject(error) && Number.isSafeInteger(error.code) && typeof error.message === 'string')) {
    throw invalid(`"error" is ${shown(error)}. Send an object with a whole-number "code" and a "message".`, id)
  }
  return { kind: 'response', message: value as JSONRPCMessage }
}

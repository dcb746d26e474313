/**
 * Reads just enough of a JSON-RPC message to know what it asks for, or which request it answers. Not a validator: the SDK and
 * lib/server/http validate. Spec: JSON-RPC 2.0, sections 4 and 5.
 */
export type RequestId = string | number

/** What a message asks for; `id` is absent for a notification, `tool` for everything but a tool call. */
export type RpcSummary = { readonly method: string; readonly id?: RequestId; readonly tool?: string }

/** A JSON object with unknown members. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The request or notification in a POSTed body; undefined for a response, a batch, or what is not JSON-RPC. */
export function readRpc(body: string): RpcSummary | undefined {
  const message = parseJsonObject(body)
  if (typeof message?.method !== 'string') return undefined
  const { method, id, params } = message
  const tool = method === 'tools/call' && isJsonObject(params) && 'name' in params ? String(params.name) : undefined
  return { method, ...(isRequestId(id) && { id }), ...(tool !== undefined && { tool }) }
}

/** The one request in a POSTed body; undefined for everything else. */
export function requestIn(body: unknown): { readonly id: RequestId; readonly method: string } | undefined {
  const { id, method } = (typeof body === 'string' && readRpc(body)) || {}
  return id === undefined || method === undefined ? undefined : { id, method }
}

/** Whether a message answers a request. Results and errors alike. */
export function isResponse(message: object): boolean {
  return !('method' in message) && ('result' in message || 'error' in message)
}

/** Whether `data` is the response to `requestId`, or to any request when that is undefined. */
export function isResponseTo(requestId: RequestId | undefined, data: string | undefined): boolean {
  // Most messages are progress: do not parse what cannot be a response.
  if (!data?.includes('"result"') && !data?.includes('"error"')) return false
  const message = parseJsonObject(data)
  return message !== undefined && isResponse(message) && (requestId === undefined || message.id === requestId)
}

/** Undefined for what is not JSON, or no object. Never throws. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRequestId(value: unknown): value is RequestId {
  return typeof value === 'string' || typeof value === 'number'
}

/**
 * Reads just enough of a JSON-RPC message to know which request it is, or which one it answers. Not a validator: the SDK validates.
 */
export type RequestId = string | number

/** The one request in a POSTed body; undefined for a notification, a response, or what is not JSON-RPC. */
export function requestIn(body: unknown): { readonly id: RequestId; readonly method: string } | undefined {
  if (typeof body !== 'string') return undefined
  const message = parse(body)
  return message && isId(message.id) && typeof message.method === 'string' ? { id: message.id, method: message.method } : undefined
}

/** Whether `data` is the response to `requestId`, or to any request when that is undefined. Results and errors alike. */
export function isResponseTo(requestId: RequestId | undefined, data: string | undefined): boolean {
  // Most messages are progress: do not parse what cannot be a response.
  if (!data?.includes('"result"') && !data?.includes('"error"')) return false
  const message = parse(data)
  if (!message || 'method' in message || !('result' in message || 'error' in message)) return false
  return requestId === undefined || message.id === requestId
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function isId(value: unknown): value is RequestId {
  return typeof value === 'string' || typeof value === 'number'
}

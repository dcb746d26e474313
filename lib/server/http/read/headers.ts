/** The headers of a request as they are meant: a header without a value is none, and the SDK gets media types as it looks for them. */

/** The value of a header; null when it is missing or empty. */
export function headerOf(request: Request, name: string): string | null {
  const value = request.headers.get(name)?.trim()
  return value === undefined || value === '' ? null : value
}

/** Headers of MCP that the SDK reads: it takes an empty one for a value. */
const MCP_HEADERS = ['mcp-session-id', 'last-event-id', 'mcp-protocol-version']

/**
 * The request for the SDK, whose checks are coarser than ours (case matters to them): without empty headers, and with the media types that
 * ours have accepted. It has no body; the message is passed beside it.
 */
export function forSdk(request: Request): Request {
  const headers = new Headers(request.headers)
  for (const name of MCP_HEADERS) if (headerOf(request, name) === null) headers.delete(name)
  headers.set('accept', request.method === 'GET' ? 'text/event-stream' : 'application/json, text/event-stream')
  if (request.method === 'POST') headers.set('content-type', 'application/json')
  return new Request(request.url, { method: request.method, headers, signal: request.signal })
}

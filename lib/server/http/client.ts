/**
 * The header in which the HTTP server tells the endpoint who asks. Whoever serves the endpoint sets it from the connection, on every
 * request, so that no client can (app/mcp/door).
 */
export const CLIENT_HEADER = 'x-ptp-client'

/** Who sent the request; undefined where nobody told, and then there are no shares. */
export const clientOf = (request: Request): string | undefined => request.headers.get(CLIENT_HEADER) ?? undefined

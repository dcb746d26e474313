/** Which methods each endpoint serves, and what it answers to the others. */
import { refusalResponse } from './errors'
import { wrongMethod } from './guard'

/** As in `Allow` (RFC 9110 §10.2.1). */
export const METHODS = {
  '/mcp': 'GET, POST, DELETE, OPTIONS',
  '/observations': 'GET, OPTIONS',
  '/faults': 'POST, OPTIONS',
  '/health': 'GET, HEAD, OPTIONS',
  '/oembed': 'GET, HEAD, OPTIONS',
} as const

/** The methods of a path: what is no endpoint is a page or a file. */
export const methodsOf = (path: string): string => (Object.hasOwn(METHODS, path) ? METHODS[path as keyof typeof METHODS] : 'GET, HEAD')

/** What an endpoint that is only read answers to every other method: 204 to OPTIONS, else 405; both with `Allow`. */
export function onlyRead(request: Request): Response {
  const methods = methodsOf(new URL(request.url).pathname)
  return request.method === 'OPTIONS'
    ? new Response(null, { status: 204, headers: { allow: methods } })
    : refusalResponse(wrongMethod(request.method, methods))
}

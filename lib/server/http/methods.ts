/** Which methods each endpoint serves, as in `Allow` (RFC 9110 §10.2.1). */
export const METHODS = {
  '/mcp': 'GET, POST, DELETE, OPTIONS',
  '/observations': 'GET, OPTIONS',
  '/faults': 'POST, OPTIONS',
  '/health': 'GET, HEAD',
  '/oembed': 'GET, HEAD',
} as const

/** The methods of a path: what is no endpoint is a page or a file. */
export const methodsOf = (path: string): string => (Object.hasOwn(METHODS, path) ? METHODS[path as keyof typeof METHODS] : 'GET, HEAD')

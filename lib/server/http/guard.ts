/**
 * Checks of a request before anyone reads its body: who asks (Host, Origin, CORS), and how (method, Accept, Content-Type).
 * MCP 2025-11-25, basic/transports, "Security Warning": servers MUST validate Origin, and answer a bad one with 403.
 */
import type { Access } from './config'
import { Refusal, shown } from './errors'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The headers that a page of another origin may send and read. */
const CORS_ALLOW = 'Mcp-Session-Id, Last-Event-ID, MCP-Protocol-Version, Content-Type, Accept, Authorization'
const CORS_EXPOSE = 'Mcp-Session-Id, X-First-Event-Id, Retry-After'

/** Throws a Refusal (403) for a request to another host or from a page of another origin. */
export function checkSource(request: Request, access: Access): void {
  const host = request.headers.get('host')
  const named = parseHost(host)
  if (
    !named ||
    !(LOOPBACK.has(named.hostname) || access.allowedHosts.some((allowed) => allowed === named.hostname || allowed === named.host))
  ) {
    const what = host === null ? 'The request has no Host header' : `Host ${shown(host)} is not served here`
    throw new Refusal(403, `${what}. Use localhost, or list the host in PTP_ALLOWED_HOSTS on the server.`)
  }
  const origin = request.headers.get('origin')
  if (origin !== null && !originAllowed(origin, named.host, access)) {
    throw new Refusal(
      403,
      `Origin ${shown(origin)} may not use this server. Open the page from the server's own address, or list the origin in PTP_ALLOWED_ORIGINS.`,
    )
  }
}

function parseHost(host: string | null): { readonly host: string; readonly hostname: string } | undefined {
  // A URL parser would take `user@localhost` and `localhost/x` for hosts.
  if (host === null || !/^[a-z0-9.:[\]-]+$/i.test(host) || !URL.canParse(`http://${host}`)) return undefined
  const { host: normal, hostname } = new URL(`http://${host}`)
  return { host: normal, hostname }
}

function originAllowed(origin: string, host: string, access: Access): boolean {
  if (access.allowedOrigins.includes(origin)) return true
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return (url.protocol === 'http:' || url.protocol === 'https:') && (url.host === host || LOOPBACK.has(url.hostname))
}

/** Adds the CORS headers, for configured origins only. */
export function addCors(request: Request, response: Response, access: Access): Response {
  response.headers.append('vary', 'Origin')
  const origin = request.headers.get('origin')
  if (origin !== null && access.allowedOrigins.includes(origin)) {
    response.headers.set('access-control-allow-origin', origin)
    response.headers.set('access-control-expose-headers', CORS_EXPOSE)
  }
  return response
}

/** The answer to OPTIONS; `methods` as in `Allow`. */
export function preflight(request: Request, methods: string, access: Access): Response {
  const response = new Response(null, { status: 204, headers: { allow: methods } })
  const origin = request.headers.get('origin')
  if (origin !== null && access.allowedOrigins.includes(origin)) {
    response.headers.set('access-control-allow-methods', methods)
    response.headers.set('access-control-allow-headers', CORS_ALLOW)
    response.headers.set('access-control-max-age', '600')
  }
  return response
}

/** 405 with `Allow`. */
export const wrongMethod = (method: string, methods: string): Refusal =>
  new Refusal(405, `Method ${shown(method)} is not served here. Use ${methods.replace(/, (\w+)$/, ' or $1')}.`, {
    headers: { allow: methods },
  })

/** Throws a Refusal (406) unless Accept names every one of `types`; a POST has to take both kinds of answer. */
export function checkAccept(request: Request, types: readonly string[]): void {
  const accept = request.headers.get('accept')
  const offered = (accept ?? '')
    .toLowerCase()
    .split(',')
    .map((type) => type.split(';', 1)[0]?.trim())
  if (types.every((type) => offered.includes(type))) return
  const what = accept === null ? 'There is no Accept header' : `Accept is ${shown(accept)}`
  throw new Refusal(406, `${what}; a ${request.method} here needs "Accept: ${types.join(', ')}".`)
}

/** Throws a Refusal (415) unless the body is plain JSON in UTF-8. */
export function checkContentType(request: Request): void {
  const type = request.headers.get('content-type')
  const [essence, ...parameters] = (type ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '')
  if (essence !== 'application/json' || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')) {
    const what = type === null ? 'There is no Content-Type header' : `Content-Type is ${shown(type)}`
    throw new Refusal(415, `${what}; send the message as "Content-Type: application/json", in UTF-8.`)
  }
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    throw new Refusal(415, `Content-Encoding is ${shown(encoding)}; send the body without compression.`)
  }
}

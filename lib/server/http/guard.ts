/**
 * Checks of a request before anyone reads its body: who asks (Host, Origin, CORS), and how (method, Accept, Content-Type).
 * MCP 2025-11-25, basic/transports, "Security Warning": servers MUST validate Origin, and answer a bad one with 403.
 */
import type { Access } from './config'
import { Refusal, shown } from './errors'
import { acceptedTypes, contentType } from './read/media-types'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The headers that a page of another origin may send and read. */
const CORS_ALLOW = 'Mcp-Session-Id, Last-Event-ID, MCP-Protocol-Version, Content-Type, Accept, Authorization'
const CORS_EXPOSE = 'Mcp-Session-Id, X-First-Event-Id, Retry-After'

/** Throws a Refusal (403) for a request to another host or from a page of another origin. */
export function checkSource(request: Request, access: Access): void {
  checkHost(request, access)
  const origin = request.headers.get('origin')
  if (origin !== null && !originAllowed(origin, request.headers.get('host') ?? '', access)) {
    throw new Refusal(
      403,
      `Origin ${shown(origin)} may not use this server. Open the page from the server's own address, or list the origin in PTP_ALLOWED_ORIGINS.`,
    )
  }
}

/** Throws a Refusal (403) for a request to a host that is not served here. Returns the host as a URL writes it, without a default port of `scheme`. */
export function checkHost(request: Request, access: Access, scheme: Scheme = 'http:'): string {
  const host = request.headers.get('host')
  const named = host === null ? undefined : parseHost(host, scheme)
  if (named && (LOOPBACK.has(named.hostname) || access.allowedHosts.some((allowed) => isSameHost(allowed, named)))) return named.host
  const what = host === null ? 'The request has no Host header' : `Host ${shown(host)} is not served here`
  throw new Refusal(403, `${what}. Use localhost, or list the host in PTP_ALLOWED_HOSTS on the server.`)
}

type Scheme = 'http:' | 'https:'
const DEFAULT_PORTS: Readonly<Record<Scheme, string>> = { 'http:': '80', 'https:': '443' }

/** `port`: empty where none is written. */
type Host = { readonly host: string; readonly hostname: string; readonly port: string }

/** A Host header, read as the authority of a URL of that scheme: lower case, IPv6 in its short form, no trailing dot. */
function parseHost(host: string, scheme: Scheme): Host | undefined {
  // A URL parser would take `user@localhost` and `localhost/x` for hosts.
  if (!/^[a-z0-9.:[\]-]+$/i.test(host) || !URL.canParse(`${scheme}//${host}`)) return undefined
  const url = new URL(`${scheme}//${host}`)
  const hostname = withoutRoot(url.hostname)
  return { host: url.port === '' ? hostname : `${hostname}:${url.port}`, hostname, port: /:(\d+)$/.exec(host)?.[1] ?? '' }
}

/** `localhost.` names the root of all names, and is `localhost`. */
const withoutRoot = (hostname: string): string => hostname.replace(/\.$/, '')

/** Without a port, a setting means every port. A Host without one means a default port: which, depends on the proxy in front. */
function isSameHost(setting: string, { hostname, port }: Host): boolean {
  const allowed = parseHost(setting, 'http:')
  if (!allowed || allowed.hostname !== hostname) return false
  return allowed.port === '' || (port === '' ? Object.values(DEFAULT_PORTS).includes(allowed.port) : Number(allowed.port) === Number(port))
}

/** The origin as a browser writes it; undefined for what is no web origin. */
function parseOrigin(
  origin: string,
): { readonly origin: string; readonly scheme: Scheme; readonly host: string; readonly hostname: string } | undefined {
  if (!URL.canParse(origin)) return undefined
  const { protocol, hostname: named, port, username, pathname, search } = new URL(origin)
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '' || pathname !== '/' || search !== '') return undefined
  const hostname = withoutRoot(named)
  const host = port === '' ? hostname : `${hostname}:${port}`
  return { origin: `${protocol}//${host}`, scheme: protocol, host, hostname }
}

/** One of the settings, a page of this computer, or a page of the very host that is asked, where the scheme says which port is none. */
function originAllowed(origin: string, host: string, access: Access): boolean {
  const named = parseOrigin(origin)
  if (!named) return false
  return isConfigured(origin, access) || LOOPBACK.has(named.hostname) || parseHost(host, named.scheme)?.host === named.host
}

/** Whether the origin is one of PTP_ALLOWED_ORIGINS. */
function isConfigured(origin: string, { allowedOrigins }: Access): boolean {
  const named = parseOrigin(origin)
  return named !== undefined && allowedOrigins.some((allowed) => parseOrigin(allowed)?.origin === named.origin)
}

/** Adds the CORS headers, for configured origins only. */
export function addCors(request: Request, response: Response, access: Access): Response {
  response.headers.append('vary', 'Origin')
  const origin = request.headers.get('origin')
  if (origin !== null && isConfigured(origin, access)) {
    response.headers.set('access-control-allow-origin', origin)
    response.headers.set('access-control-expose-headers', CORS_EXPOSE)
  }
  return response
}

/** The answer to OPTIONS; `methods` as in `Allow`. */
export function preflight(request: Request, methods: string, access: Access): Response {
  const response = new Response(null, { status: 204, headers: { allow: methods } })
  const origin = request.headers.get('origin')
  if (origin !== null && isConfigured(origin, access)) {
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
  const offered = acceptedTypes(accept ?? '')
  if (types.every((type) => offered.has(type))) return
  const what = accept === null ? 'There is no Accept header' : `Accept is ${shown(accept)}`
  throw new Refusal(406, `${what}; a ${request.method} here needs "Accept: ${types.join(', ')}".`)
}

/** Throws a Refusal (415) unless the body is plain JSON in UTF-8. */
export function checkContentType(request: Request): void {
  const type = request.headers.get('content-type')
  const { essence, parameters } = contentType(type ?? '') ?? {}
  const charset = parameters?.get('charset') ?? 'utf-8'
  if (essence !== 'application/json' || (charset !== 'utf-8' && charset !== 'utf8')) {
    const what = type === null ? 'There is no Content-Type header' : `Content-Type is ${shown(type)}`
    throw new Refusal(415, `${what}; send the message as "Content-Type: application/json", in UTF-8.`)
  }
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    throw new Refusal(415, `Content-Encoding is ${shown(encoding)}; send the body without compression.`)
  }
}

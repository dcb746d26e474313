/**
 * Paths and addresses that came from elsewhere, and whether they stay on a site. What begins with a slash may still leave it: `//host`,
 * `/\host` and `/<tab>/host` all name another host (WHATWG URL, 4.4). So an address is resolved first, and then origins are compared. Pure.
 */

/** Nobody is there (RFC 2606). */
const NOBODY = 'http://origin.invalid'

/** `address` resolved against `base`, when it stays on the origin of `base`; undefined for another origin and for what is no address. */
export function ownUrl(address: string, base: string): URL | undefined {
  if (!URL.canParse(address, base)) return undefined
  const [url, site] = [new URL(address, base), new URL(base)]
  // a blob: has the origin of the page that made it
  const stays = url.origin === site.origin && url.protocol === site.protocol && url.origin !== 'null'
  return stays && url.username === '' && url.password === '' ? url : undefined
}

/** Whether this is a path with its query, exactly as a request sends it: on whatever origin it is resolved, it stays there and is the same. */
export function isRequestPath(text: string): boolean {
  const url = text.startsWith('/') ? ownUrl(text, NOBODY) : undefined
  return url !== undefined && url.pathname + url.search === text
}

/** Whether this begins with a slash and is a path: `/\\host` and `//host` name a host. */
export const isSitePath = (address: string): boolean => address.startsWith('/') && ownUrl(address, NOBODY) !== undefined

/**
 * The path of an address of this site, ready to be resolved or to have a path joined to it: at its beginning stands one slash. A file host
 * may serve `https://here//elsewhere/` as one of its pages, and resolved its path would name another host.
 */
export const sitePath = (pathname: string): string => pathname.replace(/^[/\\\t\n\r]+/, '/')

/** Where a request for `path` went: on `origin`, whatever the path says. */
export const requestUrl = (path: string, origin: string): URL => ownUrl(path, origin) ?? new URL('/', origin)

/**
 * Which homes the server has, as seen from here: over HTTP, or in this page. Platform only; runtime/ makes the servers reachable.
 * A home is chosen by the reader, or by itself: where no server can be, or none answers, it is the page.
 */

import type { Home } from '../model/run-options'

/** The address of a server inside a page. `.invalid` names nothing on any network (RFC 6761), so no request can ever leave for it. */
export const IN_PAGE_BASE = 'https://in-page.invalid/'

const BOTH: readonly Home[] = ['http', 'in-page']
const IN_PAGE_ONLY: readonly Home[] = ['in-page']

/** What the build knows: static files have no server beside them. */
export const BUILT_HOMES = process.env.NEXT_PUBLIC_PTP_SERVER === 'none' ? IN_PAGE_ONLY : BOTH

/** The homes there are in this document, the one to begin with first. An opaque origin (a sandbox) or a file reaches no server. */
export function homesHere(): readonly Home[] {
  const alone = globalThis.origin === 'null' || globalThis.location?.protocol === 'file:'
  return alone ? IN_PAGE_ONLY : BUILT_HOMES
}

/** Which home a kept session belongs to, by its endpoint. */
export const homeOf = (endpoint: string): Home => (endpoint.startsWith(IN_PAGE_BASE) ? 'in-page' : 'http')

/** How long a server may take to say that it is there. */
const PATIENCE = 10_000

/** Whether the app's own server answers. A file host that answers everything with a page does not count. */
export async function hasServer(base: URL = new URL('/', location.href), fetch = globalThis.fetch): Promise<boolean> {
  try {
    const response = await fetch(new URL('health', base), { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) })
    const body: unknown = response.ok ? await response.json() : undefined
    return typeof body === 'object' && body !== null && 'ok' in body && body.ok === true
  } catch {
    return false
  }
}

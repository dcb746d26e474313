/**
 * Takes the place of next/link in the static build: an ordinary link, followed by the browser. The folder may be served from anywhere, and
 * Next would fetch the next page from the root of the host.
 */
import type { AnchorHTMLAttributes } from 'react'

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly prefetch?: boolean | null; readonly scroll?: boolean }

/** Set by the first script of every static page: the path of the folder on this host. */
const base = (globalThis as { PTP_BASE?: string }).PTP_BASE ?? '/'

function PlainLink({ prefetch: _, scroll: __, href, ...anchor }: LinkProps) {
  return <a {...anchor} href={href?.startsWith('/') ? base + href.slice(1) : href} />
}

export { PlainLink as default }

/**
 * Takes the place of next/link in the static build: an ordinary link, followed by the browser. The folder may be served from anywhere, and
 * Next would fetch the next page from the root of the host.
 */
import type { AnchorHTMLAttributes } from 'react'
import { isSitePath } from '../../lib/protocol/http/address'
import { fromRoot } from './from-root'

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly prefetch?: boolean | null; readonly scroll?: boolean }

function PlainLink({ prefetch: _, scroll: __, href, ...anchor }: LinkProps) {
  return <a {...anchor} href={href !== undefined && isSitePath(href) ? fromRoot(href) : href} />
}

export { PlainLink as default }

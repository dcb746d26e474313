'use client'
/**
 * The path of this page from the root of the site. In the static build the site may lie anywhere on its host; Next knows nothing of that.
 */
import { usePathname } from 'next/navigation'

/** Set by the first script of every static page: the path of the folder on this host. */
const base = (globalThis as { PTP_BASE?: string }).PTP_BASE

export function usePath(): string {
  const path = usePathname()
  return base !== undefined && path.startsWith(base) ? path.slice(base.length - 1) : path
}

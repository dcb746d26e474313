'use client'
/**
 * Where this embed is, seen from outside: the address of the full page, and whether a sandbox keeps links from opening. Known in the browser
 * only: one build is served from many addresses.
 */
import { useEffect, useState } from 'react'

export type Outside = { readonly root?: string; readonly sandboxed: boolean }

/** `https://host/sub/embed/v1/first-cut?step=3` → `https://host/sub/` */
export const rootOf = (address: string): string => {
  const { origin, pathname } = new URL(address)
  return new URL(pathname.replace(/\/embed\/.*$/, '/'), origin).href
}

export function useOutside(): Outside {
  const [outside, setOutside] = useState<Outside>({ sandboxed: false })
  useEffect(() => {
    // A single file has no page around it.
    const hasRoot = /\/embed\//.test(location.pathname)
    setOutside({ ...(hasRoot && { root: rootOf(location.href) }), sandboxed: self.origin === 'null' })
  }, [])
  return outside
}

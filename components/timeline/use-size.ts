'use client'
/**
 * The size of an element, once it has been measured; before that (on the server, without scripts) undefined.
 */
import { type RefObject, useLayoutEffect, useState } from 'react'

export type Size = { readonly width: number; readonly height: number; readonly wireY: number; readonly phone: boolean }

export function useSize(ref: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const phone = window.matchMedia('(max-width: 600px)')
    const measure = () => {
      const { width, height } = element.getBoundingClientRect()
      if (width === 0 || height === 0) return
      const wireY = Number.parseFloat(getComputedStyle(element).getPropertyValue('--wire-y'))
      const next = { width: Math.round(width), height: Math.round(height), wireY, phone: phone.matches }
      setSize((before) => (before && Object.is(before.wireY, wireY) && same(before, next) ? before : next))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    phone.addEventListener('change', measure)
    measure()
    return () => {
      observer.disconnect()
      phone.removeEventListener('change', measure)
    }
  }, [ref])
  return size
}

function same(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height && a.phone === b.phone
}

'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { EmbedView } from '../../lib/embed/view'
import { createEarly, type Early } from './early'

/** `place`: the element that holds the stage. Without a `firstView` the stage is alive from the beginning. */
export function useEarly(scenario: string, firstView?: EmbedView): { place: RefObject<HTMLDivElement | null>; early: Early } {
  const place = useRef<HTMLDivElement>(null)
  const [early] = useState(() => createEarly(scenario, firstView))
  useEffect(() => (place.current ? early.open(place.current) : undefined), [early])
  return { place, early }
}

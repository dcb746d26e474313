'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { EmbedView } from '../../../lib/embed/view'
import { createEarly, type Early } from './early'

/**
 * `place`: the element that holds the stage. Without a `firstView` the stage is alive from the beginning. `refusal`: why this is not what the
 * address asked for, told to the author as well.
 */
export function useEarly(
  scenario: string,
  firstView?: EmbedView,
  refusal?: string,
): { place: RefObject<HTMLDivElement | null>; early: Early } {
  const place = useRef<HTMLDivElement>(null)
  const [early] = useState(() => createEarly(scenario, firstView, refusal))
  useEffect(() => (place.current ? early.open(place.current) : undefined), [early])
  return { place, early }
}

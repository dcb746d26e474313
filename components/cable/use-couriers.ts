/** Sends each courier once, when it first appears. What was there on first paint, and what appears while nothing may travel, never rides. */
import { type RefObject, useEffect, useRef } from 'react'
import { type Courier, ride } from './courier'

export function useCouriers(line: RefObject<HTMLElement | null>, couriers: readonly Courier[], mayTravel: boolean): void {
  const seen = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    const before = seen.current
    seen.current = new Set(couriers.map(({ key }) => key))
    if (before === undefined || !mayTravel || !line.current) return
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    for (const courier of couriers) if (!before.has(courier.key)) ride(line.current, courier)
  }, [line, couriers, mayTravel])
}

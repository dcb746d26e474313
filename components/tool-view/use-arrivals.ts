'use client'
/**
 * What is new since the last look, while `live`: so that a change observed now may travel, and one that is looked back at does not.
 */
import { useState } from 'react'

const NONE: ReadonlySet<string> = new Set()

/** Those of `present` that were not there before; empty on the first look and whenever the playhead is moved by hand. */
export function useArrivals(present: readonly string[], live: boolean): ReadonlySet<string> {
  const mark = present.join(' ')
  const [seen, setSeen] = useState({ mark, live, arrived: NONE })
  if (seen.mark === mark && seen.live === live) return seen.arrived
  const before = new Set(seen.mark.split(' '))
  const fresh = live && seen.live ? present.filter((one) => !before.has(one)) : []
  const arrived = fresh.length > 0 ? new Set(fresh) : live ? seen.arrived : NONE
  setSeen({ mark, live, arrived })
  return arrived
}

/** How often `value` has changed while `live`; 0 until it first does. A key or attribute that changes restarts an animation. */
export function useChanges(value: string, live: boolean): number {
  const [seen, setSeen] = useState({ value, changes: 0 })
  if (seen.value === value) return seen.changes
  const changes = live ? seen.changes + 1 : 0
  setSeen({ value, changes })
  return changes
}

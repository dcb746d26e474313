'use client'
/** Whether the address asks for one thing of the playground. What opens it is loaded only then. */
import { lazy, Suspense, useEffect, useState } from 'react'
import type { OpenPlaceProps } from './open-place'

const OpenPlace = lazy(() => import('./open-place').then((module) => ({ default: module.OpenPlace })))

export function PlaceGate(props: OpenPlaceProps) {
  const [wanted, setWanted] = useState(false)
  useEffect(() => setWanted(/[?&;](fault|server|edit)=/.test(location.search)), [])
  return wanted ? (
    <Suspense>
      <OpenPlace {...props} />
    </Suspense>
  ) : null
}

'use client'
/** Whether the address asks for one thing of the playground. What opens it is loaded only then. */
import { lazy, type RefObject, Suspense, useEffect, useState } from 'react'
import type { FaultId } from '../../lib/faults/faults'

const OpenPlace = lazy(() => import('./open-place').then((module) => ({ default: module.OpenPlace })))

/** `followed`: whether what the address asks for was opened; it is opened once a page. */
export type PlaceGateProps = { readonly followed: RefObject<boolean>; readonly onFault: (fault: FaultId) => void }

export function PlaceGate(props: PlaceGateProps) {
  const [wanted, setWanted] = useState(false)
  useEffect(() => setWanted(/[?&](fault|server|edit)=/.test(location.search)), [])
  return wanted ? (
    <Suspense>
      <OpenPlace {...props} />
    </Suspense>
  ) : null
}

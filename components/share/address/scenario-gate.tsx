'use client'
/** Whether the address carries a scenario. What reads and performs it is loaded only then. */
import { lazy, Suspense, useEffect, useState } from 'react'
import type { PictureChoice } from '../../../lib/model/tools/pictures'

const SharedScenario = lazy(() => import('./shared-scenario').then((module) => ({ default: module.SharedScenario })))

export function ScenarioGate({ pictures }: { readonly pictures: readonly PictureChoice[] }) {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const look = () => location.hash.startsWith('#v=') && setWanted(true)
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  return wanted ? (
    <Suspense>
      <SharedScenario pictures={pictures} />
    </Suspense>
  ) : null
}

'use client'
/** Whether the address carries a scenario. What reads and performs it is loaded only then. */
import { lazy, Suspense, useEffect, useState } from 'react'
import type { PictureChoice } from '../../../lib/model/tools/pictures'
import { percentDecoded } from '../../../lib/protocol/http/percent'

/** Its version may stand anywhere, and be encoded (lib/share/link.ts). */
const carriesScenario = (hash: string): boolean => /(^#|[&;])v=/.test(percentDecoded(hash))

const SharedScenario = lazy(() => import('./shared-scenario').then((module) => ({ default: module.SharedScenario })))

export function ScenarioGate({ pictures }: { readonly pictures: readonly PictureChoice[] }) {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const look = () => carriesScenario(location.hash) && setWanted(true)
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

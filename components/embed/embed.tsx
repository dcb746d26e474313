'use client'
/**
 * An embed as a page has it: drawn when the page was built, and alive when somebody turns to it. `Activity` is what lets React leave the
 * drawing as it is until then, and makes no second copy of it that a script would have to put in place, as Suspense does.
 */
import { Activity, type ComponentType, lazy } from 'react'
import type { Scenario } from '../../lib/embed/scenarios'
import type { EmbedView } from '../../lib/embed/view'
import type { EmbedStageProps } from './embed-stage'
import { whenNeeded } from './first-act'
import './stage-styles'
import { useEarly } from './use-early'

export type EmbedProps = {
  readonly scenario: Scenario
  /** the scenario whose recorded run is on stage */
  readonly run: string
  readonly firstView: EmbedView
}

export function Embed({ scenario, run, firstView }: EmbedProps) {
  const { place, early } = useEarly(scenario.name, firstView)
  const Live = liveWith(run)
  return (
    <div className="embed-place" ref={place}>
      <Activity>
        <Live scenario={scenario} early={early} />
      </Activity>
    </div>
  )
}

type LiveStage = ComponentType<Pick<EmbedStageProps, 'scenario' | 'early'>>

const known = new Map<string, LiveStage>()

/** The stage with its recorded run, both loaded when the frame is needed; at once while the page is built. */
function liveWith(run: string): LiveStage {
  const made =
    known.get(run) ??
    lazy(async () => {
      if (typeof window !== 'undefined') await whenNeeded()
      const [{ EmbedStage }, { loadRecorded }] = await Promise.all([import('./embed-stage'), import('../../lib/recordings/load')])
      const recorded = await loadRecorded(run)
      return { default: (props) => <EmbedStage {...props} recorded={recorded} /> }
    })
  known.set(run, made)
  return made
}

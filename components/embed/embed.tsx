'use client'
/**
 * An embed as a page has it: drawn when the page was built, and alive when somebody turns to it. `Activity` is what lets React leave the
 * drawing as it is until then, and makes no second copy of it that a script would have to put in place, as Suspense does.
 */
import { Activity, type ComponentType, lazy } from 'react'
import type { Embed as Known } from '../../lib/embed/scenarios/embeds'
import type { Scenario } from '../../lib/embed/scenarios/scenarios'
import type { EmbedView } from '../../lib/embed/view'
import type { EmbedStageProps } from './embed-stage'
import { whenNeeded } from './hydration/first-act'
import { loadOrSay } from './hydration/load-or-say'
import './stage-styles'
import { useEarly } from './hydration/early'

type EmbedProps = {
  readonly scenario: Scenario
  /** the scenario whose recorded run is on stage */
  readonly run: string
  readonly firstView: EmbedView
  /** its own words in other languages, where the catalogue does not have them */
  readonly words?: Known['words']
}

export function Embed({ scenario, run, firstView, words }: EmbedProps) {
  const { place, early } = useEarly(scenario.name, firstView)
  const Live = liveWith(run)
  return (
    <div className="embed-place" ref={place}>
      <Activity>
        <Live scenario={scenario} early={early} words={words} />
      </Activity>
    </div>
  )
}

type LiveStage = ComponentType<Pick<EmbedStageProps, 'scenario' | 'early'> & Pick<EmbedProps, 'words'>>

const known = new Map<string, LiveStage>()

/** The stage with its recorded run, both loaded when the frame is needed; at once while the page is built. */
function liveWith(run: string): LiveStage {
  const made =
    known.get(run) ??
    lazy(async () => {
      const isBuilding = typeof window === 'undefined'
      if (!isBuilding) await whenNeeded()
      const [{ EmbedStage }, recorded, { Speaking, spoken }] = await (isBuilding ? load(run) : loadOrSay(() => load(run)))
      return {
        default: ({ words, ...props }) => (
          <Speaking spoken={spoken} own={words}>
            <EmbedStage {...props} recorded={recorded} />
          </Speaking>
        ),
      }
    })
  known.set(run, made)
  return made
}

const load = (run: string) =>
  Promise.all([
    import('./embed-stage'),
    import('../../lib/recordings/load').then(({ loadRecorded }) => loadRecorded(run)),
    import('./embed-language').then(async ({ Speaking, loadSpoken }) => ({
      Speaking,
      spoken: typeof window === 'undefined' ? undefined : await loadSpoken(),
    })),
  ])

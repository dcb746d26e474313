'use client'
/** An embed that is alive as soon as it is there: in a file of its own, and where the address was not understood. */
import type { Recorded } from '../../lib/recordings/recorded'
import { EmbedStage, type EmbedStageProps } from './embed-stage'
import { useEarly } from './use-early'

export type EmbedAtOnceProps = Pick<EmbedStageProps, 'scenario' | 'notice'> & { readonly recorded: Recorded }

export function EmbedAtOnce({ scenario, recorded, notice }: EmbedAtOnceProps) {
  const { place, early } = useEarly(scenario.name)
  return (
    <div className="embed-place" ref={place}>
      <EmbedStage scenario={scenario} recorded={recorded} early={early} notice={notice} />
    </div>
  )
}

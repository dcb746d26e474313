'use client'
/** An embed that is alive as soon as it is there: in a file of its own, and where the address was not understood. */
import { EmbedStage, type EmbedStageProps } from './embed-stage'
import { useEarly } from './use-early'

export function EmbedAtOnce({ scenario, recorded, notice }: Pick<EmbedStageProps, 'scenario' | 'recorded' | 'notice'>) {
  const { place, early } = useEarly(scenario.name)
  return (
    <div className="embed-place" ref={place}>
      <EmbedStage scenario={scenario} recorded={recorded} early={early} notice={notice} />
    </div>
  )
}

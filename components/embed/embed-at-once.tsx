'use client'
/** An embed that is alive as soon as it is there: in a file of its own, and where the address was not understood. */
import { EmbedStage, type EmbedStageProps } from './embed-stage'
import { useEarly } from './hydration/use-early'

type EmbedAtOnceProps = Pick<EmbedStageProps, 'scenario' | 'recorded' | 'notice'> & {
  /** why this is not what the address asked for */
  readonly refusal?: string
}

export function EmbedAtOnce({ scenario, recorded, notice, refusal }: EmbedAtOnceProps) {
  const { place, early } = useEarly(scenario.name, undefined, refusal)
  return (
    <div className="embed-place" ref={place}>
      <EmbedStage scenario={scenario} recorded={recorded} early={early} notice={notice} />
    </div>
  )
}

'use client'
/**
 * One scenario on somebody else's page: the stage alone, with a playground of its own whose server is in the page. Where it is shown may be
 * sandboxed, so nothing is stored and nothing is asked of any server. It is loaded when somebody turns to it (embed.tsx).
 */
import { type ReactNode, useMemo } from 'react'
import type { Scenario } from '../../lib/embed/scenarios/scenarios'
import type { Recorded } from '../../lib/recordings/recorded'
import { LitProvider } from '../fates/term'
import { useT } from '../i18n/language'
import { PrintedStep } from '../print/printed-step'
import { Stage } from '../stage/stage'
import { Transport } from '../timeline/transport'
import { subjectOf } from '../tool-view/tool-progress'
import { PlaygroundProvider, useAnnouncement, usePlayground, useSnapshot } from '../use-playground'
import { type Early, useEarly } from './hydration/early'
import './embed.css'
import { EmbedFoot, useAlone } from './embed-foot'
import { EmbedPoster } from './embed-poster'
import { useLive } from './host/use-live'

export type EmbedStageProps = {
  readonly scenario: Scenario
  readonly recorded: Recorded
  readonly early: Early
  /** what has to be said above the stage */
  readonly notice?: ReactNode
}

export function EmbedStage({ scenario, recorded, early, notice }: EmbedStageProps) {
  const t = useT()
  const alone = useAlone()
  return (
    <PlaygroundProvider recording={recorded.trace} opensAt={recorded.opensAt} embedded={scenario.options}>
      <LiveStage scenario={scenario} early={early} notice={notice} />
      <EmbedPoster scenario={scenario} />
      <PrintedStep title={t(scenario.title)} picture={alone ? undefined : scenario.name} />
    </PlaygroundProvider>
  )
}

function LiveStage({ scenario, early, notice }: Omit<EmbedStageProps, 'recorded'>) {
  const snapshot = useSnapshot()
  const options = usePlayground((state) => state.options)
  const announcement = useAnnouncement()
  const t = useT()
  const offered = useLive(scenario, early)
  const subject = useMemo(() => subjectOf(snapshot, options), [snapshot, options])
  return (
    <LitProvider>
      <p className="sr" role="status">
        {announcement}
      </p>
      <div className="app embed" data-testid="embed">
        {notice ?? offered}
        <main aria-label={t(scenario.title)}>
          <Stage
            snapshot={snapshot}
            subject={subject}
            foot={
              <>
                <Transport brief />
                <EmbedFoot page={scenario.page} />
              </>
            }
          />
        </main>
      </div>
    </LitProvider>
  )
}

type EmbedAtOnceProps = Pick<EmbedStageProps, 'scenario' | 'recorded' | 'notice'> & {
  /** why this is not what the address asked for */
  readonly refusal?: string
}

/** An embed that is alive as soon as it is there: in a file of its own, and where the address was not understood. */
export function EmbedAtOnce({ scenario, recorded, notice, refusal }: EmbedAtOnceProps) {
  const { place, early } = useEarly(scenario.name, undefined, refusal)
  return (
    <div className="embed-place" ref={place}>
      <EmbedStage scenario={scenario} recorded={recorded} early={early} notice={notice} />
    </div>
  )
}

'use client'
/**
 * One scenario on somebody else's page: the stage alone, with a playground of its own whose server is in the page. Where it is shown may be
 * sandboxed, so nothing is stored and nothing is asked of any server. What the host says and hears goes through the bridge.
 */
import { type ReactNode, useMemo } from 'react'
import type { Scenario } from '../../lib/embed/scenarios'
import type { EpochMs } from '../../lib/trace/observation'
import type { Trace } from '../../lib/trace/trace'
import { PrintedStep } from '../print/printed-step'
import { Stage } from '../stage'
import { subjectOf } from '../subject'
import { LitProvider } from '../term'
import { Transport } from '../transport'
import { PlaygroundProvider, useAnnouncement, usePlayground, useSnapshot } from '../use-playground'
import './embed.css'
import { EmbedFoot } from './embed-foot'
import { EmbedPoster } from './embed-poster'
import { useBridge } from './use-bridge'

export type EmbedProps = { readonly scenario: Scenario; readonly recording: Trace; readonly opensAt: EpochMs; readonly notice?: ReactNode }

/** `notice`: what has to be said above the stage. */
export function Embed({ scenario, recording, opensAt, notice }: EmbedProps) {
  return (
    <PlaygroundProvider recording={recording} opensAt={opensAt} embedded={scenario.options}>
      <EmbedStage scenario={scenario} notice={notice} />
      <EmbedPoster scenario={scenario} />
      <PrintedStep title={scenario.title} />
    </PlaygroundProvider>
  )
}

function EmbedStage({ scenario, notice }: { scenario: Scenario; notice?: ReactNode }) {
  const snapshot = useSnapshot()
  const options = usePlayground((state) => state.options)
  const announcement = useAnnouncement()
  const { content, fixed } = useBridge(scenario)
  const subject = useMemo(() => subjectOf(snapshot, options), [snapshot, options])
  return (
    <LitProvider>
      <p className="sr" role="status">
        {announcement}
      </p>
      <div className="app embed" ref={content} data-fixed={fixed || undefined} data-testid="embed">
        {notice}
        <main aria-label={scenario.title}>
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

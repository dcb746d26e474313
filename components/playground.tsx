'use client'
/** The whole screen: bar, text column and stage around one run. What is drawn is the snapshot at the playhead. */
import { Suspense, useCallback, useRef } from 'react'
import type { PictureChoice } from '../lib/model/tools/pictures'
import { RunBar } from './app-bar/run-settings'
import { ScreensNav } from './app-bar/screens-nav'
import { TopBar } from './app-bar/top-bar'
import { LitProvider } from './fates/term'
import { useBreaking } from './faults/use-fault-panel'
import { useT } from './i18n/language'
import { Inspector } from './inspector/inspector'
import { PrintedStep } from './print/printed-step'
import { PlaceGate } from './share/address/place-gate'
import { ScenarioGate } from './share/address/scenario-gate'
import { Stage } from './stage/stage'
import { Story } from './story/story'
import { Transport } from './timeline/transport'
import { subjectOf } from './tool-view/tool-progress'
import { useAnnouncement, usePlayground, useSnapshot, useVerbs } from './use-playground'

/** What could not do anything is not offered. */
const WITHOUT_SCRIPTS = '.needs-script,.pill,.act small,.foot [role=group],.foot [role=tablist],.foot label,.plug-button{display:none}'

export function Playground({ pictures }: { pictures: readonly PictureChoice[] }) {
  const snapshot = useSnapshot()
  const options = usePlayground((state) => state.options)
  const phase = usePlayground((state) => state.phase)
  const announcement = useAnnouncement()
  const t = useT()
  const verbs = useVerbs()
  const run = useCallback(() => void verbs.start(), [verbs])
  const subject = subjectOf(snapshot, options)
  const breaking = useBreaking()
  /** the address was followed: the news of the stage move between columns, and what opens it with them */
  const followed = useRef(false)
  const story = <Story snapshot={snapshot} subject={subject} phase={phase} />
  return (
    <LitProvider>
      <a className="skip-link" href="#do">
        {t('Skip to the stage')}
      </a>
      <p className="sr" role="status">
        {announcement}
      </p>
      <div className="app">
        <TopBar>
          <RunBar options={options} phase={phase} pictures={pictures} onChange={verbs.setOptions} onRun={run} />
        </TopBar>
        <ScreensNav />
        <main>
          {breaking.panel ? <Suspense fallback={story}>{breaking.panel}</Suspense> : story}
          <Stage
            snapshot={snapshot}
            subject={subject}
            more={breaking.button}
            over={
              <>
                <ScenarioGate pictures={pictures} />
                <PlaceGate followed={followed} onFault={breaking.openAt} />
              </>
            }
            foot={
              <>
                <Transport />
                <Inspector />
              </>
            }
          />
        </main>
      </div>
      <PrintedStep title={t('Pull the plug, and plug back in')} picture="first-cut" />
      <noscript>
        <style>{WITHOUT_SCRIPTS}</style>
      </noscript>
    </LitProvider>
  )
}

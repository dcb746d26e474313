'use client'
/** The whole screen: bar, text column and stage around one run. What is drawn is the snapshot at the playhead. */
import { lazy, Suspense, useRef, useState } from 'react'
import type { FaultId } from '../lib/faults/faults'
import { BreakButton } from './break-button'
import { Inspector } from './inspector'
import { useWord } from './language'
import { PlaceGate } from './place-gate'
import { PrintedStep } from './print/printed-step'
import { type PictureChoice, RunBar } from './run-bar'
import { ScreensNav } from './screens-nav'
import { ScenarioGate } from './share/scenario-gate'
import { Stage } from './stage'
import { Story } from './story'
import { subjectOf } from './subject'
import { LitProvider } from './term'
import { TopBar } from './top-bar'
import { Transport } from './transport'
import { useAnnouncement, usePlayground, useSnapshot, useVerbs } from './use-playground'

/** What could not do anything is not offered. */
const WITHOUT_SCRIPTS = '.needs-script,.pill,.act small,.foot [role=group],.foot [role=tablist],.foot label,.plug-button{display:none}'

const loadFaultPanel = () => import('./faults/fault-panel')
const FaultPanel = lazy(() => loadFaultPanel().then((module) => ({ default: module.FaultPanel })))

export function Playground({ pictures }: { pictures: readonly PictureChoice[] }) {
  const snapshot = useSnapshot()
  const options = usePlayground((state) => state.options)
  const phase = usePlayground((state) => state.phase)
  const announcement = useAnnouncement()
  const word = useWord()
  const verbs = useVerbs()
  const subject = subjectOf(snapshot, options)
  const [breaking, setBreaking] = useState(false)
  /** the row an address asks for */
  const [asked, setAsked] = useState<FaultId>()
  /** the address was followed: the news of the stage move between columns, and what opens it with them */
  const followed = useRef(false)
  const opener = useRef<HTMLButtonElement>(null)
  const story = <Story snapshot={snapshot} subject={subject} phase={phase} />
  const closeFaults = () => {
    setBreaking(false)
    setAsked(undefined)
    opener.current?.focus({ preventScroll: true })
  }
  return (
    <LitProvider>
      <a className="skip-link" href="#do">
        {word('Skip to the stage')}
      </a>
      <p className="sr" role="status">
        {announcement}
      </p>
      <div className="app">
        <TopBar>
          <RunBar options={options} phase={phase} pictures={pictures} onChange={verbs.setOptions} onRun={() => void verbs.start()} />
        </TopBar>
        <ScreensNav />
        <main>
          {breaking ? (
            <Suspense fallback={story}>
              <FaultPanel at={asked} onClose={closeFaults} />
            </Suspense>
          ) : (
            story
          )}
          <Stage
            snapshot={snapshot}
            subject={subject}
            more={
              <BreakButton
                ref={opener}
                open={breaking}
                onNear={() => void loadFaultPanel()}
                onToggle={() => setBreaking((before) => !before)}
              />
            }
            over={
              <>
                <ScenarioGate pictures={pictures} />
                <PlaceGate
                  followed={followed}
                  onFault={(fault) => {
                    setAsked(fault)
                    setBreaking(true)
                  }}
                />
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
      <PrintedStep title={word('Pull the plug, and plug back in')} picture="first-cut" />
      <noscript>
        <style>{WITHOUT_SCRIPTS}</style>
      </noscript>
    </LitProvider>
  )
}

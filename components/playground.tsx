'use client'
/** The whole screen: bar, text column and stage around one run. What is drawn is the snapshot at the playhead. */
import { Inspector } from './inspector'
import { PrintedStep } from './print/printed-step'
import { type PictureChoice, RunBar } from './run-bar'
import { ScreensNav } from './screens-nav'
import { Stage } from './stage'
import { Story } from './story'
import { subjectOf } from './subject'
import { LitProvider } from './term'
import { TopBar } from './top-bar'
import { Transport } from './transport'
import { usePlayground, useSnapshot, useVerbs } from './use-playground'

/** What could not do anything is not offered. */
const WITHOUT_SCRIPTS = '.needs-script,.pill,.act small,.foot [role=group],.foot [role=tablist],.foot label,.plug-button{display:none}'

export function Playground({ pictures }: { pictures: readonly PictureChoice[] }) {
  const snapshot = useSnapshot()
  const options = usePlayground((state) => state.options)
  const phase = usePlayground((state) => state.phase)
  const announcement = usePlayground((state) => state.announcement)
  const verbs = useVerbs()
  const subject = subjectOf(snapshot, options)
  return (
    <LitProvider>
      <a className="skip-link" href="#do">
        Skip to the stage
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
          <Story snapshot={snapshot} subject={subject} phase={phase} />
          <Stage
            snapshot={snapshot}
            subject={subject}
            foot={
              <>
                <Transport />
                <Inspector />
              </>
            }
          />
        </main>
      </div>
      <PrintedStep title="Pull the plug, and plug back in" />
      <noscript>
        <style>{WITHOUT_SCRIPTS}</style>
      </noscript>
    </LitProvider>
  )
}

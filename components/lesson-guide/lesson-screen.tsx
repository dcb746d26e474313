'use client'
/**
 * A lesson's whole screen: bar, guide and the live stage around one run. The stage is the playground's own, and so are the other ways
 * to break it: any way that reaches a goal counts. The guide goes on judging under the open panel.
 */
import { lazy, Suspense, use, useRef, useState } from 'react'
import { GUIDE } from '../../lib/i18n/guide'
import { BreakButton } from '../break-button'
import { Inspector } from '../inspector'
import { useLanguage, useSay } from '../language'
import { ScreensNav } from '../screens-nav'
import { Stage } from '../stage'
import '../story.css'
import { subjectOf } from '../subject'
import { LitProvider } from '../term'
import { Transport } from '../transport'
import { useAnnouncement, usePlayground, useSnapshot } from '../use-playground'
import { LessonBar } from './lesson-bar'
import { LessonGuide, type Place } from './lesson-guide'
import './lesson-guide.css'
import './lesson-question.css'
import './lesson-measures.css'
import './lesson-paper.css'
import { lessonAt } from './lesson-loading'
import { PrintedLesson } from './printed-lesson'
import type { RecordedFigures } from './recorded-run'

const loadFaultPanel = () => import('../faults/fault-panel')
const FaultPanel = lazy(() => loadFaultPanel().then((module) => ({ default: module.FaultPanel })))

/** `recorded`: the figures of each step's recorded run, for paper. */
export type LessonScreenProps = { readonly slug: string; readonly place: Place; readonly recorded: readonly RecordedFigures[] }

export function LessonScreen({ slug, place, recorded }: LessonScreenProps) {
  const language = useLanguage()
  const say = useSay()
  const snapshot = useSnapshot()
  const options = usePlayground((state) => state.options)
  const announcement = useAnnouncement()
  const [breaking, setBreaking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const closeFaults = () => {
    setBreaking(false)
    opener.current?.focus({ preventScroll: true })
  }
  return (
    <LitProvider>
      <a className="skip-link" href="#do">
        {say(GUIDE.skipToStage)}
      </a>
      <p className="sr" role="status" lang={language}>
        {announcement}
      </p>
      <div className="app lesson-app" lang={language}>
        <LessonBar />
        <ScreensNav />
        <main>
          {breaking && (
            <Suspense>
              <FaultPanel onClose={closeFaults} />
            </Suspense>
          )}
          <Guide slug={slug} place={place} recorded={recorded} />
          <Stage
            snapshot={snapshot}
            subject={subjectOf(snapshot, options)}
            more={
              <BreakButton
                ref={opener}
                open={breaking}
                onNear={() => void loadFaultPanel()}
                onToggle={() => setBreaking((before) => !before)}
              />
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
      <PrintedLesson slug={slug} />
    </LitProvider>
  )
}

/** Without a boundary of its own: the text belongs to the first paint, and `#read` must be there for good when it is asked for. */
function Guide({ slug, ...rest }: LessonScreenProps) {
  return <LessonGuide lesson={use(lessonAt(slug))} {...rest} />
}

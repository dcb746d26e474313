'use client'
/**
 * A lesson's whole screen: bar, guide and the live stage around one run. The stage is the playground's own, and so are the other ways
 * to break it: any way that reaches a goal counts. The guide goes on judging under the open panel.
 */
import { Suspense, use } from 'react'
import { ScreensNav } from '../app-bar/screens-nav'
import { useLanguage, useT } from '../i18n/language'
import { Inspector } from '../inspector/inspector'
import { Stage } from '../stage/stage'
import '../story/story.css'
import { LessonBar } from '../app-bar/lesson-bar'
import { LitProvider } from '../fates/term'
import { useBreaking } from '../faults/use-fault-panel'
import { Transport } from '../timeline/transport'
import { subjectOf } from '../tool-view/tool-progress'
import { useAnnouncement, usePlayground, useSnapshot } from '../use-playground'
import { LessonGuide, type Place } from './lesson-guide'
import './lesson-guide.css'
import './lesson-question.css'
import './lesson-measures.css'
import './paper/lesson-paper.css'
import { lessonAt } from './lesson-loading'
import { PrintedLesson } from './paper/printed-lesson'
import type { RecordedFigures } from './paper/recorded-run'

/** `recorded`: the figures of each step's recorded run, for paper. */
type LessonScreenProps = { readonly slug: string; readonly place: Place; readonly recorded: readonly RecordedFigures[] }

export function LessonScreen({ slug, place, recorded }: LessonScreenProps) {
  const language = useLanguage()
  const t = useT()
  const snapshot = useSnapshot()
  const options = usePlayground((state) => state.options)
  const announcement = useAnnouncement()
  const breaking = useBreaking()
  return (
    <LitProvider>
      <a className="skip-link" href="#do">
        {t('Skip to the stage')}
      </a>
      <p className="sr" role="status" lang={language}>
        {announcement}
      </p>
      <div className="app lesson-app" lang={language}>
        <LessonBar />
        <ScreensNav />
        <main>
          <Suspense>{breaking.panel}</Suspense>
          <Guide slug={slug} place={place} recorded={recorded} />
          <Stage
            snapshot={snapshot}
            subject={subjectOf(snapshot, options)}
            more={breaking.button}
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
  return <LessonGuide lesson={use(lessonAt(slug, useLanguage()))} {...rest} />
}

/** The text column: where this run stands, told with its own numbers, and what there is to do. */

import { lazy, Suspense } from 'react'
import { classroomHref, coverageHref, listHref } from '../../lib/lessons/addresses'
import type { Phase } from '../../lib/model/run-options'
import { PROTOCOL_REVISION } from '../../lib/protocol/observation'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { msg } from '../../lib/words/message'
import { useLanguage, useT } from '../i18n/language'
import { OtherLanguages } from '../i18n/other-languages'
import { TransPartsProvider } from '../i18n/trans'
import { beatOf } from './facts/chapter'
import { Goals } from './goals'
import './story.css'
import { runningText } from '../shared/running-text'
import { NewsPlace } from '../stage/notices/stage-notices'
import type { Subject } from '../tool-view/tool-progress'

import { storyText } from './chapters/chapters'
import { TERMS } from './chapters/story-terms'
import { EventLines, StoryWords } from './glossary'

const ExperimentCard = lazy(() => import('./experiment-card').then((module) => ({ default: module.ExperimentCard })))

type StoryProps = {
  readonly snapshot: Snapshot
  readonly subject: Subject
  readonly phase: Phase
}

export function Story({ snapshot, subject, phase }: StoryProps) {
  const t = useT()
  const ledger = { ...snapshot.ledger, stored: snapshot.ledger.stored - snapshot.ledger.underway }
  const language = useLanguage()
  const edited = snapshot.connections.some((connection) => connection.edited)
  const beat = beatOf(snapshot, subject)
  const { title, body } = storyText({ beat, subject, ledger, t })
  return (
    <article className="read" id="read" aria-label={t('What happens here')}>
      <NewsPlace />
      <TransPartsProvider value={TERMS}>
        <div className="story">
          <p className="eyebrow">{t(eyebrow(phase, snapshot))}</p>
          <h2>{runningText(title)}</h2>
          {body}
          {edited && (
            <Suspense fallback={null}>
              <ExperimentCard snapshot={snapshot} />
            </Suspense>
          )}
          <EventLines snapshot={snapshot} />
          <StoryWords />
        </div>
      </TransPartsProvider>
      <Goals beat={beat} subject={subject} ledger={ledger} />
      <p className="to-lessons">
        <a href={listHref(language)}>{t('Twelve lessons, five minutes each')}</a>
        <span className="elsewhere">
          <a href={coverageHref(language)}>{t('Rule by rule')}</a>
          <a href={classroomHref(language)}>{t('For a class')}</a>
          <a href="/authors" hrefLang="en">
            {t('For authors')}
          </a>
        </span>
      </p>
      <p className="revision">
        {t(
          'You see revision {revision}. Revision 2026-07-28 removed sessions and resumability: there a broken stream loses the request in flight, and work that must survive is a task. Header names are the same in upper and lower case.',
          { revision: PROTOCOL_REVISION },
        )}
      </p>
      <OtherLanguages />
    </article>
  )
}

function eyebrow(phase: Phase, { session }: Snapshot): string {
  if (phase === 'recorded') return msg('A recorded run')
  return session && !session.resumable ? msg('Your run, without resumability') : msg('Your run')
}

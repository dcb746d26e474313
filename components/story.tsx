/** The text column: where this run stands, told with its own numbers, and what there is to do. */
import { lazy, Suspense } from 'react'
import type { Phase } from '../lib/playground-types'
import { PROTOCOL_REVISION } from '../lib/trace/observation'
import type { Snapshot } from '../lib/trace/snapshot-types'
import { beatOf } from './beat'
import { Goals } from './goals'
import { OtherLanguages } from './other-languages'
import './story.css'
import { storyText } from './story-text'
import type { Subject } from './subject'

const ExperimentCard = lazy(() => import('./experiment-card').then((module) => ({ default: module.ExperimentCard })))

export type StoryProps = {
  readonly snapshot: Snapshot
  readonly subject: Subject
  readonly phase: Phase
}

export function Story({ snapshot, subject, phase }: StoryProps) {
  const { ledger } = snapshot
  const edited = snapshot.connections.some((connection) => connection.edited)
  const beat = beatOf(snapshot, subject)
  const { title, body } = storyText({
    beat,
    subject,
    stored: ledger.stored - ledger.underway,
    received: ledger.received,
    duplicated: ledger.duplicated,
  })
  return (
    <article className="read" id="read" aria-label="What happens here">
      <div className="story">
        <p className="eyebrow">{eyebrow(phase, snapshot)}</p>
        <h2>{title}</h2>
        {body}
        {edited && (
          <Suspense fallback={null}>
            <ExperimentCard snapshot={snapshot} />
          </Suspense>
        )}
      </div>
      <Goals beat={beat} subject={subject} ledger={ledger} />
      <p className="to-lessons">
        <a href="/lessons">Twelve lessons, five minutes each</a>
        <span className="elsewhere">
          <a href="/coverage">Rule by rule</a>
          <a href="/classroom">For a class</a>
          <a href="/authors">For authors</a>
        </span>
      </p>
      <p className="revision">
        You see revision {PROTOCOL_REVISION}. Revision 2026-07-28 removed sessions and resumability: there a broken stream loses the request
        in flight, and work that must survive is a task. Header names are the same in upper and lower case.
      </p>
      <OtherLanguages />
    </article>
  )
}

function eyebrow(phase: Phase, { session }: Snapshot): string {
  if (phase === 'recorded') return 'A recorded run'
  return session && !session.resumable ? 'Your run, without resumability' : 'Your run'
}

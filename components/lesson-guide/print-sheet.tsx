'use client'
/** A lesson on paper: every step as text, with the figures of the run that is on the stage. Shown in print only. */
import { GUIDE, stepNamed } from '../../lib/i18n/guide'
import type { Lesson } from '../../lib/lessons/lesson'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { useSay } from '../language'
import { ProseView } from './prose-view'

export function PrintSheet({ lesson, snapshot }: { lesson: Lesson; snapshot: Snapshot }) {
  const say = useSay()
  return (
    <section className="print-sheet" aria-hidden="true">
      <p className="print-title">{say(lesson.title)}</p>
      <p>{say(lesson.summary)}</p>
      {lesson.steps.map((step, index) => (
        <div key={step.id} className="print-step">
          <h2>{say(stepNamed(index + 1, step.title))}</h2>
          {step.prose.map((prose) => (
            <p key={prose.en}>
              <ProseView prose={prose} snapshot={snapshot} />
            </p>
          ))}
          <p>
            <b>{say(GUIDE.yourTurn)}:</b> <ProseView prose={step.act} snapshot={snapshot} />
          </p>
          {step.prediction && (
            <>
              <p>
                <ProseView prose={step.prediction.question} snapshot={snapshot} />
              </p>
              <ul>
                {step.prediction.choices.map(({ id, words }) => (
                  <li key={id}>
                    <ProseView prose={words} snapshot={snapshot} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>
            {say(GUIDE.specification)}: {say(step.spec.says)} <span className="address">{step.spec.href}</span>
          </p>
        </div>
      ))}
    </section>
  )
}

'use client'
import type { Answer, Prediction } from '../../../lib/lessons/lesson'
import type { Snapshot } from '../../../lib/trace/snapshot-types'
/** The question before the act, and afterwards what was said beside what the wire showed. It never holds anyone up. */
import { useT } from '../../i18n/language'
import { ProseView } from './prose-view'

type PredictionCardProps = {
  /** names the group of choices; the step's id */
  readonly name: string
  readonly prediction: Prediction
  readonly snapshot: Snapshot
  /** the choice's id */
  readonly chosen: string | undefined
  /** what the run has shown; undefined while the question is open */
  readonly answer: Answer | undefined
  readonly onChoose: (choice: string) => void
}

export function PredictionCard({ name, prediction, snapshot, chosen, answer, onChoose }: PredictionCardProps) {
  const t = useT()
  if (answer) return <Quoted prediction={prediction} snapshot={snapshot} chosen={chosen} answer={answer} />
  return (
    <fieldset className="prediction">
      <legend>
        <span className="sr">{t('Predict first')}: </span>
        <ProseView prose={prediction.question} snapshot={snapshot} />
      </legend>
      {prediction.choices.map(({ id, words }) => (
        <label key={id}>
          <input type="radio" name={name} value={id} checked={chosen === id} onChange={() => onChoose(id)} />
          <span>
            <ProseView prose={words} snapshot={snapshot} />
          </span>
        </label>
      ))}
      <p className="small">{t('Choose one, or just go on without.')}</p>
    </fieldset>
  )
}

function Quoted({ prediction, snapshot, chosen, answer }: Omit<PredictionCardProps, 'name' | 'onChoose' | 'answer'> & { answer: Answer }) {
  const t = useT()
  const said = prediction.choices.find(({ id }) => id === chosen)
  const right = chosen === answer.choice
  return (
    <section className="prediction quoted" data-right={said ? right : undefined}>
      <h3>
        <ProseView prose={prediction.question} snapshot={snapshot} />
      </h3>
      <dl>
        {said && (
          <div>
            <dt>{t('You said')}</dt>
            <dd>
              <ProseView prose={said.words} snapshot={snapshot} />
            </dd>
          </div>
        )}
        <div className="wire-showed">
          <dt>{t('The wire showed')}</dt>
          <dd>{answer.shown}</dd>
        </div>
      </dl>
      {said && <p className="small">{t(right ? 'As you predicted.' : 'Not as you predicted.')}</p>}
    </section>
  )
}

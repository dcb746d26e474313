'use client'
/** Two hints, the weaker first, and the whole way at the end: a played solution. */
import { useState } from 'react'
import type { Step } from '../../../lib/lessons/lesson'
import type { Snapshot } from '../../../lib/trace/snapshot-types'
import { useT } from '../../i18n/language'
import { ProseView } from './prose-view'

type HintsProps = {
  readonly step: Step
  readonly snapshot: Snapshot
  readonly showing: boolean
  readonly onShow: () => void
  readonly onStop: () => void
}

export function Hints({ step, snapshot, showing, onShow, onStop }: HintsProps) {
  const t = useT()
  const [given, setGiven] = useState(0)
  return (
    <div className="hints">
      <div aria-live="polite">
        {step.hints.slice(0, given).map((hint) => (
          <p key={hint}>
            <ProseView prose={hint} snapshot={snapshot} />
          </p>
        ))}
        {showing && <p>{t('The reference solution is playing.')}</p>}
      </div>
      <div className="hint-buttons">
        {given < step.hints.length && (
          <button type="button" className="link" onClick={() => setGiven(given + 1)}>
            {t(given === 0 ? 'Hint' : 'Stronger hint')}
          </button>
        )}
        <button type="button" className="link" onClick={showing ? onStop : onShow}>
          {t(showing ? 'Stop' : 'Show me')}
        </button>
      </div>
    </div>
  )
}

'use client'
/** Two hints, the weaker first, and the whole way at the end: a played solution. */
import { useState } from 'react'
import type { Step } from '../../../lib/lessons/lesson'
import type { Snapshot } from '../../../lib/trace/snapshot-types'
import { GUIDE } from '../../../lib/words/guide'
import { useSay } from '../../i18n/language'
import { ProseView } from './prose-view'

type HintsProps = {
  readonly step: Step
  readonly snapshot: Snapshot
  readonly showing: boolean
  readonly onShow: () => void
  readonly onStop: () => void
}

export function Hints({ step, snapshot, showing, onShow, onStop }: HintsProps) {
  const say = useSay()
  const [given, setGiven] = useState(0)
  return (
    <div className="hints">
      <div aria-live="polite">
        {step.hints.slice(0, given).map((hint) => (
          <p key={hint.en}>
            <ProseView prose={hint} snapshot={snapshot} />
          </p>
        ))}
        {showing && <p>{say(GUIDE.showing)}</p>}
      </div>
      <div className="hint-buttons">
        {given < step.hints.length && (
          <button type="button" className="link" onClick={() => setGiven(given + 1)}>
            {say(given === 0 ? GUIDE.hint : GUIDE.strongerHint)}
          </button>
        )}
        <button type="button" className="link" onClick={showing ? onStop : onShow}>
          {say(showing ? GUIDE.stopShowing : GUIDE.showMe)}
        </button>
      </div>
    </div>
  )
}

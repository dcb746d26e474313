/** Something went wrong: what, and what to do, in place and calmly. It can be put away; the run's own marks stay. */

import { ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import type { Problem } from '../../../lib/words/run/problem'
import { useT } from '../../i18n/language'
import { Trans } from '../../i18n/trans'
import { useVerbs } from '../../use-playground'

export function Notice({ problem, onDismiss }: { problem: Problem; onDismiss: () => void }) {
  const { takeBack } = useVerbs()
  const t = useT()
  const [whole, setWhole] = useState(false)
  return (
    <div className="notice" role="alert" data-whole={whole || undefined}>
      <strong>
        <Trans message={[problem.title]} />
      </strong>
      <p>
        <Trans message={problem.detail} />
      </p>
      {problem.kind === 'taken-over' && (
        <button type="button" className="way-on" onClick={() => void takeBack()}>
          {t('Take it back')}
        </button>
      )}
      {/* on a phone one line of it is in view (stage-notices.css) */}
      <button type="button" className="read-all" aria-label={t('Read it all')} aria-expanded={whole} onClick={() => setWhole(!whole)}>
        <ChevronDown size={18} aria-hidden="true" />
      </button>
      <button type="button" className="put-away" aria-label={t('Put this notice away')} onClick={onDismiss}>
        <X size={18} aria-hidden="true" />
      </button>
    </div>
  )
}

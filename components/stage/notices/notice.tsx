'use client'
/**
 * Something went wrong: what, and what to do, calmly. It lies over the foot of the text column, over the bar where there is none in view, and
 * pushes nothing. It can be put away; the run's own marks stay.
 */
import { ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { Problem } from '../../../lib/words/run/problem'
import { useT } from '../../i18n/language'
import { Trans } from '../../i18n/trans'
import { useVerbs } from '../../use-playground'

/** Nothing goes wrong before there is a document. */
export function Notice(props: NoticeProps) {
  return createPortal(<Card {...props} />, document.querySelector('.app') ?? document.body)
}

type NoticeProps = { readonly problem: Problem; readonly onDismiss: () => void }

const KEY = 'grid size-11 shrink-0 place-items-center rounded-lg'

function Card({ problem, onDismiss }: NoticeProps) {
  const { takeBack } = useVerbs()
  const t = useT()
  const [whole, setWhole] = useState(false)
  return (
    <div className="notice" role="alert" data-whole={whole || undefined}>
      <div className="min-w-0 flex-1 py-1.5">
        <strong className="font-bold">
          <Trans message={[problem.title]} />
        </strong>
        <p className="text-ink-2">
          <Trans message={problem.detail} />
        </p>
        {problem.kind === 'taken-over' && (
          <button type="button" className="min-h-11 font-bold underline underline-offset-3" onClick={() => void takeBack()}>
            {t('Take it back')}
          </button>
        )}
      </div>
      {/* on a phone one line of it is in view (stage-notices.css) */}
      <button
        type="button"
        className={`${KEY} hidden max-[600px]:grid`}
        aria-label={t('Read it all')}
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
      >
        <ChevronDown size={18} aria-hidden="true" className={whole ? 'rotate-180 text-ink-2' : 'text-ink-2'} />
      </button>
      <button type="button" className={KEY} aria-label={t('Put this notice away')} onClick={onDismiss}>
        <X size={18} aria-hidden="true" className="text-ink-2" />
      </button>
    </div>
  )
}

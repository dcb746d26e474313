'use client'
/** Copies a text; says so in its label, and says so too when the browser refuses. */
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import css from './panel.module.css'

export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<'idle' | 'done' | 'refused'>('idle')
  const label = state === 'done' ? 'Copied' : state === 'refused' ? 'The browser does not allow copying here' : `Copy ${what}`
  return (
    <button
      type="button"
      className={css.copy}
      aria-label={label}
      title={label}
      onBlur={() => setState('idle')}
      onPointerLeave={() => setState('idle')}
      onClick={() =>
        void navigator.clipboard?.writeText(text).then(
          () => setState('done'),
          () => setState('refused'),
        )
      }
    >
      {state === 'done' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
    </button>
  )
}

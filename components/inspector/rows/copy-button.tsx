'use client'
/** Copies a text; says so in its label, and says so too when the browser refuses. */
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../i18n/language'
import css from '../panel.module.css'

/** A page over plain HTTP has no clipboard at all. */
async function copy(text: string): Promise<'done' | 'refused'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'done'
  } catch {
    return 'refused'
  }
}

/** `label`: what is copied, said whole and in the page's language ("Copy the frame"). */
export function CopyButton({ text, label: idle }: { text: string; label: string }) {
  const t = useT()
  const [state, setState] = useState<'idle' | 'done' | 'refused'>('idle')
  const label = state === 'done' ? t('Copied') : state === 'refused' ? t('The browser does not allow copying here') : idle
  return (
    <button
      type="button"
      className={css.copy}
      aria-label={label}
      title={label}
      onBlur={() => setState('idle')}
      onPointerLeave={() => setState('idle')}
      onClick={() => void copy(text).then(setState)}
    >
      {state === 'done' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
    </button>
  )
}

'use client'
/** Opens every other way to break the stream: quiet, near the plug. The panel itself comes when first wanted. */
import { Zap } from 'lucide-react'
import type { Ref } from 'react'
import './break-button.css'
import { useT } from '../i18n/language'

type BreakButtonProps = {
  readonly open: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly onToggle: () => void
  /** the pointer is near: fetch what it will need */
  readonly onNear: () => void
}

export function BreakButton({ open, ref, onToggle, onNear }: BreakButtonProps) {
  const t = useT()
  return (
    <button
      ref={ref}
      type="button"
      className="break-open needs-script"
      aria-label={t('More ways to break it')}
      aria-expanded={open}
      onPointerEnter={onNear}
      onFocus={onNear}
      onClick={onToggle}
    >
      <Zap size={15} aria-hidden="true" />
      <span aria-hidden="true">{t('More ways to break it')}</span>
    </button>
  )
}

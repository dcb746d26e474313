'use client'
/** The way to edit one kept header: a small button on its tag. Its menu is loaded when first opened. */
import { Pencil } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '../i18n/language'
import type { HeaderPlace } from './header-edits'

const loadMenu = () => import('./edit-menu')
const TagMenu = lazy(() => loadMenu().then((module) => ({ default: module.TagMenu })))

export function TagEdit({ place, ofCall, edited }: { place: HeaderPlace; ofCall: boolean; edited: boolean }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const t = useT()
  const label =
    place.kind === 'stream'
      ? t('Edit what is sent as Last-Event-ID of {stream}', { stream: place.stream })
      : t('Edit what is sent as Mcp-Session-Id')
  return (
    <>
      <button
        ref={button}
        type="button"
        className="tag-edit"
        aria-label={label}
        title={t('Send something else')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        data-edited={edited || undefined}
        onPointerEnter={() => void loadMenu()}
        onFocus={() => void loadMenu()}
        onClick={() => setAnchor((before) => (before ? null : (button.current?.closest('li') ?? null)))}
      >
        <Pencil size={14} aria-hidden="true" />
      </button>
      {anchor &&
        createPortal(
          <Suspense fallback={null}>
            <TagMenu
              place={place}
              ofCall={ofCall}
              anchor={anchor}
              onClose={() => {
                setAnchor(null)
                button.current?.focus({ preventScroll: true })
              }}
            />
          </Suspense>,
          document.body,
        )}
    </>
  )
}

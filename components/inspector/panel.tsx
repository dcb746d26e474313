'use client'
/** The open inspector: one of its views, and a button that closes it. Loaded when first wanted. */
import { X } from 'lucide-react'
import { type KeyboardEvent, lazy, type ReactNode, useEffect, useRef } from 'react'
import { useT } from '../i18n/language'
import { CheckView } from './check/check-view'
import { MessagesView } from './messages/messages-view'
import css from './panel.module.css'
import { StoreView } from './store-view'
import { TableView } from './table-view'
import type { InspectorTab } from './tabs'
import { WireView } from './wire/wire-view'

const CodeView = lazy(() => import('./code/code-view').then((module) => ({ default: module.CodeView })))

export function Panel({ tab, onClose }: { tab: InspectorTab; onClose: () => void }) {
  const root = useRef<HTMLDivElement>(null)
  const t = useT()
  /* it opens below the fold on most screens: bring it in, with the timeline above it */
  useEffect(() => {
    root.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes, wherever the focus is inside
    <div ref={root} className={css.panel} onKeyDown={onKeyDown}>
      {VIEWS[tab]}
      <button type="button" className={css.close} aria-label={t('Close the inspector')} title={t('Close')} onClick={onClose}>
        <X size={18} aria-hidden />
      </button>
    </div>
  )
}

const VIEWS: Readonly<Record<InspectorTab, ReactNode>> = {
  Wire: <WireView />,
  Store: <StoreView />,
  Messages: <MessagesView />,
  Table: <TableView />,
  Check: <CheckView />,
  Code: <CodeView />,
}

'use client'
/**
 * The foot of the stage: tabs, the selected event as one line, and the inspector when a tab is open. Only the line and the tabs
 * belong to the first load; the views come when first wanted. Tabs after WAI-ARIA APG, manual activation.
 */
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import './foot.css'
import { useT } from '../i18n/language'
import css from './inspector.module.css'
import { type InspectorTab, TABS } from './tabs'
import { FrameLine } from './wire/frame-line'

const loadPanel = () => import('./panel')
const Panel = lazy(() => loadPanel().then((module) => ({ default: module.Panel })))

export function Inspector() {
  const [open, setOpen] = useState<InspectorTab>()
  const [entry, setEntry] = useState<InspectorTab>('Wire')
  const buttons = useRef(new Map<InspectorTab, HTMLButtonElement>())
  const root = useRef<HTMLDivElement>(null)
  const t = useT()

  function toggle(tab: InspectorTab) {
    setEntry(tab)
    setOpen((before) => (before === tab ? undefined : tab))
  }

  function close() {
    if (open) buttons.current.get(open)?.focus()
    setOpen(undefined)
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = tabAfter(entry, event.key)
    if (!to) return
    event.preventDefault()
    setEntry(to)
    buttons.current.get(to)?.focus()
  }

  return (
    <div ref={root} className={css.inspector} data-open={open ? '' : undefined} data-testid="inspector">
      <div className={css.tabs} role="tablist" aria-label={t('Inspector')} onKeyDown={onKeyDown} onPointerEnter={() => void loadPanel()}>
        {TABS.map((tab) => (
          <button
            key={tab}
            ref={(element) => {
              if (element) buttons.current.set(tab, element)
            }}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-selected={open === tab}
            aria-controls={open === tab ? 'inspector-panel' : undefined}
            tabIndex={entry === tab ? 0 : -1}
            onFocus={() => void loadPanel()}
            onClick={() => toggle(tab)}
          >
            {t(tab)}
          </button>
        ))}
      </div>
      <div className={css.line}>
        <FrameLine />
      </div>
      {open && (
        <Drawer>
          <div className={css.panel} data-tab={open} id="inspector-panel" role="tabpanel" aria-labelledby={`tab-${open}`}>
            <Suspense fallback={<p className={css.note}>{t('Loading…')}</p>}>
              <Panel key={open} tab={open} onClose={close} />
            </Suspense>
          </div>
        </Drawer>
      )}
    </div>
  )
}

/** Beside the stage the panel lies over the text column (inspector.module.css), so that nothing scrolls; elsewhere it stands below the tabs. */
function Drawer({ children }: { readonly children: ReactNode }) {
  const beside = useSyncExternalStore(watchWidth, isBeside, () => false)
  const column = beside ? document.querySelector('.app > main') : null
  return column ? createPortal(children, column) : children
}

const BESIDE = '(min-width: 961px)'
const isBeside = (): boolean => matchMedia(BESIDE).matches

function watchWidth(changed: () => void): () => void {
  const beside = matchMedia(BESIDE)
  beside.addEventListener('change', changed)
  return () => beside.removeEventListener('change', changed)
}

/** Where arrow keys, Home and End lead among the tabs. */
function tabAfter(tab: InspectorTab, key: string): InspectorTab | undefined {
  const at = TABS.indexOf(tab)
  switch (key) {
    case 'ArrowRight':
      return TABS[(at + 1) % TABS.length]
    case 'ArrowLeft':
      return TABS[(at + TABS.length - 1) % TABS.length]
    case 'Home':
      return TABS[0]
    case 'End':
      return TABS[TABS.length - 1]
    default:
      return undefined
  }
}

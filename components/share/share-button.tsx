'use client'
/**
 * Share: one quiet button in the bar. What it opens (a popover of the platform; on a phone a sheet) is loaded when it is first wanted. Also
 * where a file with a run may be dropped: anywhere on the page.
 */
import { Share2 } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/language'
import { useVerbs } from '../use-playground'
import './share-button.css'

const loadMenu = () => import('./share-menu')
const ShareMenu = lazy(() => loadMenu().then((module) => ({ default: module.ShareMenu })))
const PANEL = 'share-panel'

export function ShareButton() {
  const t = useT()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const element = panel.current
    const note = (event: Event) => setOpen((event as ToggleEvent).newState === 'open')
    element?.addEventListener('toggle', note)
    return () => element?.removeEventListener('toggle', note)
  }, [])
  return (
    <>
      <button
        type="button"
        className="share-open needs-script"
        popoverTarget={PANEL}
        aria-expanded={open}
        onPointerEnter={() => void loadMenu()}
        onFocus={() => void loadMenu()}
      >
        <Share2 size={16} aria-hidden="true" />
        <span>{t('Share')}</span>
      </button>
      <div ref={panel} id={PANEL} className="share-panel" popover="auto" role="dialog" aria-label={t('Keep and share')}>
        {open && (
          <Suspense fallback={<p className="share-said">{t('Loading…')}</p>}>
            <ShareMenu onDone={() => panel.current?.hidePopover()} />
          </Suspense>
        )}
      </div>
      <DropTarget />
    </>
  )
}

/** A file dragged over the page shows where it may fall: everywhere. */
function DropTarget() {
  const t = useT()
  const verbs = useVerbs()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const carriesFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent) => {
      if (!carriesFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      if (!carriesFile(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) void import('./open-run').then(({ openRun }) => openRun(file, verbs))
    }
    addEventListener('dragover', drag)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', drag)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [verbs])
  return over ? <div className="drop-target">{t('Let go to open this run')}</div> : null
}

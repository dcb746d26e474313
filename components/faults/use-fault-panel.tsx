'use client'
/** Whether the other ways to break the stream are open: the button for the stage, and the panel, which is loaded when it is first wanted. */
import { lazy, type ReactNode, useRef, useState } from 'react'
import type { FaultId } from '../../lib/faults/faults'
import { BreakButton } from './break-button'

const loadFaultPanel = () => import('./fault-panel')
const FaultPanel = lazy(() => loadFaultPanel().then((module) => ({ default: module.FaultPanel })))

type Breaking = {
  readonly button: ReactNode
  /** undefined while it is closed; suspends at first */
  readonly panel: ReactNode | undefined
  /** Opens it with that row in view. */
  readonly openAt: (fault: FaultId) => void
}

/** Closing gives the focus back to the button. */
export function useBreaking(): Breaking {
  const [open, setOpen] = useState(false)
  /** the row that an address asks for */
  const [asked, setAsked] = useState<FaultId>()
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    setAsked(undefined)
    opener.current?.focus({ preventScroll: true })
  }
  return {
    button: <BreakButton ref={opener} open={open} onNear={() => void loadFaultPanel()} onToggle={() => setOpen((before) => !before)} />,
    panel: open ? <FaultPanel at={asked} onClose={close} /> : undefined,
    openAt(fault) {
      setAsked(fault)
      setOpen(true)
    },
  }
}

'use client'
/** Reads the address, stands where it says, and opens the bridge to the host, which is loaded when the stage is there already. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { readSettings } from '../../lib/embed/address'
import { followFault } from '../../lib/embed/scenario-fault'
import type { Scenario } from '../../lib/embed/scenarios'
import { momentOfStep } from '../../lib/embed/view'
import { usePlaygroundItself } from '../use-playground'

export function useBridge(scenario: Scenario): { content: RefObject<HTMLDivElement | null>; fixed: boolean } {
  const content = useRef<HTMLDivElement>(null)
  const [fixed, setFixed] = useState(false)
  const playground = usePlaygroundItself()
  useEffect(() => {
    const settings = readSettings(new URLSearchParams(location.search))
    const at = settings.step === undefined ? undefined : momentOfStep(playground.getState().trace, settings.step)
    if (at !== undefined) playground.seek(at)
    setFixed(settings.height !== 'auto')
    const { custom } = settings
    if (custom) {
      void import('./custom-run').then(({ customOptions }) => {
        const { options } = playground.getState()
        playground.setOptions({ ...customOptions(custom, options), home: options.home })
      })
    }
    const unfollow = followFault(playground, scenario)
    let close: (() => void) | undefined
    let left = false
    void import('./bridge').then(({ openBridge }) => {
      if (left || !content.current) return
      close = openBridge({ playground, scenario, content: content.current, fixed: settings.height !== 'auto' })
    })
    return () => {
      left = true
      unfollow()
      close?.()
    }
  }, [playground, scenario])
  return { content, fixed }
}

'use client'
/** The stage is alive: it stands where the address says, does what has waited for it, and answers the host. */
import { useEffect } from 'react'
import { readSettings } from '../../lib/embed/address'
import { followFault } from '../../lib/embed/scenario-fault'
import type { Scenario } from '../../lib/embed/scenarios'
import { momentOfStep } from '../../lib/embed/view'
import { usePlaygroundItself } from '../use-playground'
import type { Early } from './early'
import { liveSideOf } from './live-side'

export function useLive(scenario: Scenario, early: Early): void {
  const playground = usePlaygroundItself()
  useEffect(() => {
    const { step, custom } = readSettings(new URLSearchParams(location.search))
    const at = step === undefined ? undefined : momentOfStep(playground.getState().trace, step)
    if (at !== undefined) playground.seek(at)
    if (custom) {
      void import('./custom-run').then(({ customOptions }) => {
        const { options } = playground.getState()
        playground.setOptions({ ...customOptions(custom, options), home: options.home })
      })
    }
    const unfollow = followFault(playground, scenario)
    const disconnect = early.bridge.connect(liveSideOf(playground, scenario))
    void early.acts.doAgain()
    return () => {
      unfollow()
      disconnect()
    }
  }, [playground, scenario, early])
}

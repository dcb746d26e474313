'use client'
/** The stage is alive: it stands where the address says, does what has waited for it, and answers the host. */
import { type ReactNode, useEffect, useState } from 'react'
import { readSettings } from '../../../lib/embed/address'
import { followFault } from '../../../lib/embed/scenarios/scenario-fault'
import type { Scenario } from '../../../lib/embed/scenarios/scenarios'
import { momentOfStep, stepAt } from '../../../lib/embed/view'
import { usePlaygroundItself } from '../../use-playground'
import type { Early } from '../hydration/early'
import { liveSideOf } from './live-side'

/** Returns what has to be said above the stage: the run that the address offers, if there is one. */
export function useLive(scenario: Scenario, early: Early): ReactNode {
  const playground = usePlaygroundItself()
  const [offered, setOffered] = useState<ReactNode>()
  useEffect(() => {
    const { step, custom } = readSettings(new URLSearchParams(location.search))
    const { trace } = playground.getState()
    const at = step === undefined ? undefined : momentOfStep(trace, step)
    const steps = stepAt(trace, Number.POSITIVE_INFINITY)
    if (step !== undefined && step > steps)
      early.tell(`step="${step}" is after the end: this run has ${steps} steps. It opens at the last.`)
    if (at !== undefined) playground.seek(at)
    let left = false
    const ends: (() => void)[] = []
    const connect = (start = () => playground.start()) => void ends.push(early.bridge.connect(liveSideOf(playground, scenario, start)))
    if (custom) {
      // The host waits: what it starts is this run.
      void import('../offer/offer-on-stage').then(({ putOnStage }) => {
        if (left) return
        const { notice, start, misread } = putOnStage(custom, playground)
        for (const sentence of misread) early.tell(sentence)
        setOffered(notice)
        connect(start)
      })
    } else {
      ends.push(followFault(playground, scenario))
      connect()
    }
    void early.acts.doAgain()
    return () => {
      left = true
      for (const end of ends) end()
    }
  }, [playground, scenario, early])
  return offered
}

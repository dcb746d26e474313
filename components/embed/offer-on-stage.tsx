'use client'
import type { ReactNode } from 'react'
import type { Playground } from '../../lib/playground-types'
import { readOffer } from './offer'
import { OfferedRun } from './offered-run'

/** Reads the run of the address. `start` is what a host starts: that run, until the reader puts it away. */
export function putOnStage(custom: string, playground: Playground): { readonly notice: ReactNode; readonly start: () => Promise<void> } {
  const offer = readOffer(custom, playground)
  return {
    notice: <OfferedRun offer={offer} />,
    start: () => ('perform' in offer && offer.state() !== 'away' ? offer.perform() : playground.start()),
  }
}

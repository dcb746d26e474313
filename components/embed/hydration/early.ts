/** What an embed has from its first paint on, before its stage is alive: an open bridge to its host, and an eye on what the reader does. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { misreadIn, readSettings } from '../../../lib/embed/address'
import type { EmbedView } from '../../../lib/embed/view'
import { type Bridge, createBridge } from '../host/bridge'
import { awaitReader, isNeeded, need } from './first-act'
import { createKeptActs, type KeptActs } from './kept-acts'

export type Early = {
  readonly bridge: Bridge
  readonly acts: KeptActs
  /** What could not be understood of the address: to the console, and to the host, now or when it greets. For its author. */
  tell(sentence: string): void
  /** Begins, in the browser. Returns what ends it. */
  open(place: HTMLElement): () => void
}

/** Touches no window before it is opened, so it can be made while a page is built. */
export function createEarly(scenario: string, firstView?: EmbedView, refusal?: string): Early {
  const bridge = createBridge({ scenario, firstView, need, isNeeded })
  const acts = createKeptActs()
  const misread: string[] = []
  const tell = (sentence: string) => {
    console.warn(`Pull the Plug: ${sentence}`)
    misread.push(sentence)
    bridge.tell(sentence)
  }
  return {
    bridge,
    acts,
    tell,
    open(place) {
      const query = new URLSearchParams(location.search)
      const { step, custom, figure, height, lang } = readSettings(query)
      misread.length = 0
      for (const sentence of [...(refusal ? [refusal] : []), ...misreadIn(query)]) tell(sentence)
      const fixed = height !== 'auto'
      // Not by React, which would have to draw the stage for it.
      if (fixed) place.dataset.fixed = ''
      if (!firstView || step !== undefined || custom || figure || lang !== 'en') need()
      const ends = [awaitReader(), acts.keep(place), bridge.open({ content: place, fixed, misread })]
      return () => {
        for (const end of ends) end()
      }
    },
  }
}

/**
 * `place`: the element that holds the stage. Without a `firstView` the stage is alive from the beginning. `refusal`: why this is not what the
 * address asked for, told to the author as well.
 */
export function useEarly(
  scenario: string,
  firstView?: EmbedView,
  refusal?: string,
): { place: RefObject<HTMLDivElement | null>; early: Early } {
  const place = useRef<HTMLDivElement>(null)
  const [early] = useState(() => createEarly(scenario, firstView, refusal))
  useEffect(() => (place.current ? early.open(place.current) : undefined), [early])
  return { place, early }
}

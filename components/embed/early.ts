/** What an embed has from its first paint on, before its stage is alive: an open bridge to its host, and an eye on what the reader does. */
import { misreadIn, readSettings } from '../../lib/embed/address'
import type { EmbedView } from '../../lib/embed/view'
import { type Bridge, createBridge } from './bridge'
import { awaitReader, isNeeded, need } from './first-act'
import { createKeptActs, type KeptActs } from './kept-acts'

export type Early = {
  readonly bridge: Bridge
  readonly acts: KeptActs
  /** Begins, in the browser. Returns what ends it. */
  open(place: HTMLElement): () => void
}

/** Touches no window before it is opened, so it can be made while a page is built. */
export function createEarly(scenario: string, firstView?: EmbedView, refusal?: string): Early {
  const bridge = createBridge({ scenario, firstView, need, isNeeded })
  const acts = createKeptActs()
  return {
    bridge,
    acts,
    open(place) {
      const query = new URLSearchParams(location.search)
      const { step, custom, figure, height, lang } = readSettings(query)
      const misread = [...(refusal ? [refusal] : []), ...misreadIn(query)]
      for (const sentence of misread) console.warn(`Pull the Plug: ${sentence}`)
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

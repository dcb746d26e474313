/**
 * A run that an author puts into the address of an embed (`?s=`, what a shared link has after its `#`): read, offered, and done again live
 * when the reader or the host starts it. It is the run that the link means everywhere, whatever scenario it is put beside. Loaded only where
 * the address asks for it.
 */

import { DEFAULT_OPTIONS } from '../../../lib/model/run-options'
import { PICTURES } from '../../../lib/model/tools/pictures'
import type { Playground } from '../../../lib/playground/types'
import { readLink } from '../../../lib/share/link'
import { performScenario } from '../../../lib/share/performer'
import { type Scenario, SHARED_FAULTS } from '../../../lib/share/scenario'
import type { Saying } from '../../../lib/words/message'
import { phrase } from '../../../lib/words/t'

type OfferState = 'offered' | 'performed' | 'away'

export type Offer = {
  readonly scenario: Scenario
  /** a sentence for each value that could not be used */
  readonly ignored: readonly Saying[]
  state(): OfferState
  subscribe(listener: () => void): () => void
  /** Does it, from the beginning; a run that is under way ends. Settles with the call. */
  perform(): Promise<void>
  /** The run on stage, and every later one, is the reader's own. */
  putAway(): void
}

/** `refusal`: why there is nothing to offer, in a sentence. */
export type OfferRead = Offer | { readonly refusal: string; readonly detail?: readonly Saying[] }

export function readOffer(custom: string, playground: Playground): OfferRead {
  const read = readLink(`#${custom.replace(/^#/, '')}`, {
    pictures: PICTURES.map(({ name }) => name),
    faults: SHARED_FAULTS,
    usual: DEFAULT_OPTIONS,
  })
  if (read.kind === 'none')
    return { refusal: phrase('The s of this address is no shared run. Copy what a shared link has after its #; it begins with v=1.') }
  if (read.kind === 'unreadable') return { refusal: phrase('The run in this address cannot be read.'), detail: read.says }
  const { home } = playground.getState().options
  playground.setOptions({ ...read.scenario.options, home })
  return createOffer(read.scenario, read.ignored, playground)
}

function createOffer(scenario: Scenario, ignored: readonly Saying[], playground: Playground): Offer {
  const listeners = new Set<() => void>()
  let acting: AbortController | undefined
  let state: OfferState = 'offered'
  const become = (next: OfferState) => {
    acting?.abort()
    acting = undefined
    state = next
    for (const listener of listeners) listener()
  }
  return {
    scenario,
    ignored,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    perform() {
      become('performed')
      acting = new AbortController()
      return performScenario(scenario, playground, acting.signal)
    },
    putAway() {
      // the room above the stage, see set-theme.ts
      delete document.documentElement.dataset.offer
      become('away')
    },
  }
}

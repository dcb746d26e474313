/**
 * A scenario that came with an address, offered: performed live when somebody asks for it, as often as they like, until it is put away. Shown
 * above the stage of the playground (components/share) and of an embed (components/embed/offer).
 */
import { DEFAULT_OPTIONS } from '../model/run-options'
import type { Playground } from '../playground/types'
import type { Message } from '../words/message'
import { type LinkRead, readLink } from './link'
import { performScenario } from './performer'
import { type Scenario, SHARED_FAULTS } from './scenario'

type OfferState = 'offered' | 'performed' | 'away'

export type Offer = {
  readonly scenario: Scenario
  /** a sentence for each value that could not be used */
  readonly ignored: readonly Message[]
  state(): OfferState
  subscribe(listener: () => void): () => void
  /** Does it, from the beginning; a run that is under way ends. Settles with the call. */
  perform(): Promise<void>
  /** Acts no more, and is offered as at first. */
  reset(): void
  /** The run on stage, and every later one, is the reader's own. */
  putAway(): void
}

/** Reads the fragment of an address against what this app knows. */
export const readScenario = (fragment: string, pictures: readonly { readonly name: string }[]): LinkRead =>
  readLink(fragment, { pictures: pictures.map(({ name }) => name), faults: SHARED_FAULTS, usual: DEFAULT_OPTIONS })

export function createOffer({ scenario, ignored }: Pick<Offer, 'scenario' | 'ignored'>, playground: Playground): Offer {
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
    reset: () => become('offered'),
    putAway: () => become('away'),
  }
}

/**
 * A run that an author puts into the address of an embed (`?s=`, what a shared link has after its `#`): read, offered, and done again live
 * when the reader or the host starts it. It is the run that the link means everywhere, whatever scenario it is put beside. Loaded only where
 * the address asks for it.
 */

import { PICTURES } from '../../../lib/model/tools/pictures'
import type { Playground } from '../../../lib/playground/types'
import { createOffer, type Offer, readScenario } from '../../../lib/share/offer'
import { type Message, msg } from '../../../lib/words/message'

/** `refusal`: why there is nothing to offer, in a sentence. */
export type OfferRead = Offer | { readonly refusal: string; readonly detail?: readonly Message[] }

export function readOffer(custom: string, playground: Playground): OfferRead {
  const read = readScenario(`#${custom.replace(/^#/, '')}`, PICTURES)
  if (read.kind === 'none')
    return { refusal: msg('The s of this address is no shared run. Copy what a shared link has after its #; it begins with v=1.') }
  if (read.kind === 'unreadable') return { refusal: msg('The run in this address cannot be read.'), detail: read.says }
  const { home } = playground.getState().options
  playground.setOptions({ ...read.scenario.options, home })
  const offer = createOffer(read, playground)
  return {
    ...offer,
    putAway() {
      // the room above the stage, see set-theme.ts
      delete document.documentElement.dataset.offer
      offer.putAway()
    },
  }
}

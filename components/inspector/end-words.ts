/** How a connection ended, in one word, to be looked up in the page's language. */

import type { ConnectionEnd } from '../../lib/protocol/observation'
import { phrase } from '../../lib/words/t'

export const END_WORDS: Readonly<Record<ConnectionEnd, string>> = {
  complete: phrase('complete|connection'),
  severed: phrase('severed'),
  closed: phrase('closed by the client'),
}

/** How a connection ended, in one word, to be looked up in the page's language. */

import type { ConnectionEnd } from '../../lib/protocol/observation'
import { msg } from '../../lib/words/message'

export const END_WORDS: Readonly<Record<ConnectionEnd, string>> = {
  complete: msg('complete'),
  severed: msg('severed'),
  closed: msg('closed by the client'),
}

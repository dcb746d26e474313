/** How a connection ended, in one word, to be looked up in the page's language. */
import { phrase } from '../../lib/i18n/phrase'
import type { ConnectionEnd } from '../../lib/trace/observation'

export const END_WORDS: Readonly<Record<ConnectionEnd, string>> = {
  complete: phrase('complete|connection'),
  severed: phrase('severed'),
  closed: phrase('closed by the client'),
}

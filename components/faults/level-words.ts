/** How strongly the specification speaks, to be looked up in the page's language; the words of RFC 2119 are the same in all. */

import type { Level } from '../../lib/spec/sentences'
import { msg } from '../../lib/words/message'

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  MUST: msg('MUST'),
  'MUST NOT': msg('MUST NOT'),
  SHOULD: msg('SHOULD'),
  'SHOULD NOT': msg('SHOULD NOT'),
  MAY: msg('MAY'),
  silent: msg('not said'),
}

/** How strongly the specification speaks, to be looked up in the page's language; the words of RFC 2119 are the same in all. */

import type { Level } from '../../lib/spec/sentences'
import { phrase } from '../../lib/words/t'

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  MUST: phrase('MUST'),
  'MUST NOT': phrase('MUST NOT'),
  SHOULD: phrase('SHOULD'),
  'SHOULD NOT': phrase('SHOULD NOT'),
  MAY: phrase('MAY'),
  silent: phrase('not said'),
}

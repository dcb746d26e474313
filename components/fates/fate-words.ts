/** The fates in words, to be looked up in the page's language. Shapes: fate-mark.tsx. */
import { phrase } from '../../lib/words/t'
import type { MarkKind } from './fate-mark'

export const FATE_WORDS: Readonly<Record<MarkKind, string>> = {
  stored: phrase('stored'),
  underway: phrase('underway'),
  received: phrase('received'),
  missing: phrase('missing'),
  replayed: phrase('replayed'),
  duplicated: phrase('duplicated'),
  lost: phrase('lost'),
}

/** The fates in words, to be looked up in the page's language. Shapes: fate-mark.tsx. */
import { msg } from '../../lib/words/message'
import type { MarkKind } from './fate-mark'

export const FATE_WORDS: Readonly<Record<MarkKind, string>> = {
  stored: msg('stored'),
  underway: msg('underway'),
  received: msg('received'),
  missing: msg('missing'),
  replayed: msg('replayed'),
  duplicated: msg('duplicated'),
  lost: msg('lost'),
}

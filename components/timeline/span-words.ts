/** What a connection asked for, as its label on the timeline and in its tip: "GET after call-2/9". */

import type { Span } from '../../lib/trace/timeline/timeline-types'
import { ENGLISH, type Word } from '../../lib/words/t'

export function spanWords({ request, after }: Span, word: Word = ENGLISH): string {
  return after === undefined ? request : word('{request} after {id}', { request, id: after })
}

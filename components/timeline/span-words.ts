/** What a connection asked for, as its label on the timeline and in its tip: "GET after call-2/9". */

import type { Span } from '../../lib/trace/timeline/timeline-types'
import { ENGLISH, type Translate } from '../../lib/words/t'

export function spanWords({ request, after }: Span, t: Translate = ENGLISH): string {
  return after === undefined ? request : t('{request} after {id}', { request, id: after })
}

/** What a connection asked for, as its label on the timeline and in its tip: "GET after call-2/9". */
import { ENGLISH, type Word } from '../../lib/i18n/phrase'
import type { Span } from '../../lib/trace/timeline-types'

export function spanWords({ label, after }: Span, word: Word = ENGLISH): string {
  return after === undefined ? label : word('{request} after {id}', { request: label.replace(/ after .*$/, ''), id: after })
}

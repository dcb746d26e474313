/**
 * A line of words beside the mark under the pointer. The same facts are in the Table.
 */
import type { Milliseconds } from '../../lib/trace/observation'
import type { EventMark } from '../../lib/trace/timeline-types'
import type { Hit } from './hit-test'
import css from './timeline.module.css'

export function Tip({ hit, width }: { hit: Hit; width: number }) {
  const edge = hit.x < 140 ? 'left' : hit.x > width - 140 ? 'right' : undefined
  return (
    <div className={css.tip} data-edge={edge} style={{ left: hit.x, top: hit.y }} aria-hidden="true">
      {tipText(hit)}
    </div>
  )
}

export function tipText(hit: Hit): string {
  switch (hit.kind) {
    case 'event':
      return eventText(hit.mark)
    case 'failure':
      return `No answer at ${seconds(hit.at)}: the plug was out`
    case 'connection':
      return `${hit.span.label} on ${hit.span.stream}, ${seconds(hit.span.from)} to ${seconds(hit.span.to)}, ${ENDS[hit.span.end]}`
    default:
      return hit satisfies never
  }
}

const ENDS = { live: 'still open', torn: 'severed', complete: 'ended properly', closed: 'closed by the client' } as const

function eventText(mark: EventMark): string {
  const parts = [mark.key, mark.fate as string]
  if (mark.storedAt !== undefined) parts.push(`stored ${seconds(mark.storedAt)}`)
  if (mark.receipts.length > 0) parts.push(`got through ${mark.receipts.map((receipt) => seconds(receipt.at)).join(', ')}`)
  return parts.join(' · ')
}

function seconds(at: Milliseconds): string {
  return `${(at / 1000).toFixed(2)} s`
}

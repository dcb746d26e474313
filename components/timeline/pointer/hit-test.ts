/**
 * What lies under the pointer: an event's mark, a failed request or a connection. Arithmetic on the drawing, so that thousands of
 * marks need no element each.
 */
import type { Milliseconds } from '../../../lib/protocol/observation'
import type { EventMark, Span } from '../../../lib/trace/timeline/timeline-types'
import type { Drawing } from '../layout/layout-px'

export type Hit =
  | { readonly kind: 'event'; readonly mark: EventMark; readonly x: number; readonly y: number }
  | {
      readonly kind: 'failure'
      readonly connection: string
      readonly at: Milliseconds
      /** the plug was out */
      readonly out: boolean
      readonly x: number
      readonly y: number
    }
  | { readonly kind: 'connection'; readonly span: Span; readonly x: number; readonly y: number }

/** The nearest thing within `reach` pixels of (x, y); marks go before spans. */
export function hitTest(drawing: Drawing, x: number, y: number, reach = 11): Hit | undefined {
  const { lanes, rows, scale, timeline } = drawing
  let best: { hit: Hit; distance: number } | undefined
  const offer = (hit: Hit) => {
    const distance = Math.hypot(hit.x - x, hit.y - y)
    if (distance <= reach && (!best || distance < best.distance)) best = { hit, distance }
  }
  for (const { mark, x: squareX, receipts } of drawing.placed.marks) {
    if (squareX !== undefined) {
      offer({ kind: 'event', mark, x: squareX, y: lanes.serverY })
      if (mark.fate === 'missing') offer({ kind: 'event', mark, x: squareX, y: rows.y(mark.row) })
    }
    for (const receipt of receipts) offer({ kind: 'event', mark, x: receipt.x, y: lanes.clientY })
  }
  for (const { connection, at } of timeline.failures) {
    const out = timeline.outages.some(({ from, to }) => at >= from && at <= to)
    offer({ kind: 'failure', connection, at, out, x: scale.x(at), y: lanes.failureY })
  }
  if (best) return best.hit
  const shape = drawing.spans.find((one) => x >= one.x1 && x <= one.x2 && Math.abs(y - one.y) <= rows.bar / 2)
  return shape && { kind: 'connection', span: shape.span, x, y: shape.y }
}

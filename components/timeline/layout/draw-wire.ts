/**
 * The wire lane: jackets (whole, torn, live), the flare that joins them to the cable, the streams' cores and the connections as spans.
 */
import type { Span, Timeline } from '../../../lib/trace/timeline/timeline-types'
import type { Lanes, Rows, Scale } from './lanes'
import { bar, px, zigzag } from './paths'
import type { ViewScale } from './scale/view-scale'

export type Core = { readonly kind: 'call' | 'standalone'; readonly d: string }

export type SpanShape = {
  readonly span: Span
  readonly kind: 'call' | 'standalone'
  readonly x1: number
  readonly x2: number
  readonly y: number
  readonly d: string
  /** a proper end: a short bar across */
  readonly cap?: string
}

type Jacket = Timeline['jackets'][number]

/** Each jacket's outline; the first one in view grows out of the cable. */
export function drawJackets(timeline: Timeline, lanes: Lanes, scale: Scale): string[] {
  const inView = timeline.jackets.filter((jacket) => scale.x(jacket.to) >= lanes.x0 && scale.x(jacket.from) <= lanes.width)
  const first = inView[0]
  const flared = first !== undefined && scale.x(first.from) - lanes.x0 < 8
  const torn = timeline.outages.some(({ from, to }) => scale.x(from) <= lanes.x0 && scale.x(to) > lanes.x0)
  const stub = flared ? [] : [flare(lanes, timeline.jackets.length === 0 && !torn ? lanes.x1 : lanes.x0 + 6, torn)]
  return [
    ...stub,
    ...inView.map((jacket, i) => (i === 0 && flared ? flaredJacket(jacket, lanes, scale) : laterJacket(jacket, lanes, scale))),
  ]
}

function flaredJacket(jacket: Jacket, lanes: Lanes, scale: Scale): string {
  return flare(lanes, Math.max(scale.x(jacket.to), lanes.x0 + 4), jacket.torn)
}

function flare(lanes: Lanes, to: number, torn: boolean): string {
  const { flareX: x, flareLength: f, wireMid: m, jacketTop: a, jacketBottom: b } = lanes
  const half = lanes.big ? 7.2 : 5.6
  return (
    `M${px(x)} ${px(m - half)}C${px(x + f * 0.55)} ${px(m - half)} ${px(x + f * 0.42)} ${px(a)} ${px(x + f)} ${px(a)}` +
    `${end(to, lanes, torn)}H${px(x + f)}C${px(x + f * 0.42)} ${px(b)} ${px(x + f * 0.55)} ${px(m + half)} ${px(x)} ${px(m + half)}`
  )
}

function laterJacket(jacket: Jacket, lanes: Lanes, scale: Scale): string {
  const { jacketTop: a, jacketBottom: b } = lanes
  const from = scale.x(jacket.from)
  const to = Math.max(scale.x(jacket.to), from + 3)
  const r = Math.min(12 * lanes.k + 2, (to - from) / 2)
  const left = `H${px(from + r)}Q${px(from)} ${px(b)} ${px(from)} ${px(b - r)}V${px(a + r)}Q${px(from)} ${px(a)} ${px(from + r)} ${px(a)}`
  if (!jacket.torn) return `M${px(to)} ${px(b)}${left}H${px(to)}`
  return `M${px(from + r)} ${px(a)}${end(to, lanes, true)}${left}`
}

/** To the right end, from the upper edge to the lower: torn, or just cut off at the newest moment (no stroke is wanted there). */
function end(to: number, lanes: Lanes, torn: boolean): string {
  const { jacketTop: a, jacketBottom: b } = lanes
  if (!torn) return `H${px(to)}M${px(to)} ${px(b)}`
  const big = lanes.big
  return `H${px(to - 2)}${zigzag(to, a, b, big ? 9 : 7, big ? 7 : 4.5)}`
}

/** The same outlines, closed, for filling and clipping. */
export function fillOf(outline: string): string {
  return `${outline.replace(/(?<=.)M/g, 'L')}Z`
}

/** From the cable's two cores, through the flare, to where each stream's first connection begins. */
export function drawCores(timeline: Timeline, lanes: Lanes, rows: Rows, scale: ViewScale): Core[] {
  const { flareX: x, flareLength: f, wireMid: m } = lanes
  const plugged = timeline.jackets.find(({ from, to }) => scale.x(from) <= lanes.x0 + 8 && scale.x(to) > lanes.x0)
  /* no core lies outside its jacket */
  const last = scale.zoom === 1 ? Number.POSITIVE_INFINITY : plugged ? scale.x(plugged.to) : 0
  return timeline.rows.flatMap(({ kind }, row) => {
    const first = timeline.spans.find((span) => span.row === row && (scale.zoom === 1 || scale.x(span.to) > lanes.x0))
    const step = Math.min(5.4, 12 / rows.count) * (lanes.big ? 1 : 0.78)
    /* in the cable the standalone stream lies above, also while it is alone */
    const place = timeline.rows.length === 1 ? (kind === 'standalone' ? -0.5 : 0.5) : row - (timeline.rows.length - 1) / 2
    const offset = place * step
    const y = rows.y(row)
    if (!first) return []
    const to = Math.max(Math.min(scale.x(first.from), last), x + f * 1.1)
    return [
      {
        kind,
        d: `M${px(x - 1)} ${px(m + offset)}C${px(x + f * 0.5)} ${px(m + offset)} ${px(x + f * 0.45)} ${px(y)} ${px(x + f * 1.1)} ${px(y)}H${px(to)}`,
      },
    ]
  })
}

export function drawSpans(timeline: Timeline, lanes: Lanes, rows: Rows, scale: Scale): SpanShape[] {
  const tornAt = timeline.jackets.filter((jacket) => jacket.torn).map((jacket) => scale.x(jacket.to))
  return timeline.spans.flatMap((span) => {
    const x1 = scale.x(span.from)
    const x2 = Math.max(scale.x(span.to), x1 + 2)
    if (x2 < lanes.x0 || x1 > lanes.width) return []
    const y = rows.y(span.row)
    const open = span.end === 'torn' || span.end === 'live'
    /* the jacket's own torn edge cuts the span */
    const over = span.end === 'torn' && tornAt.some((x) => Math.abs(x - x2) < 14) ? 12 : 0
    const half = rows.bar / 2 + 3 * lanes.k
    const cap = span.end === 'complete' ? `M${px(x2)} ${px(y - half)}V${px(y + half)}` : undefined
    return { span, kind: timeline.rows[span.row]?.kind ?? 'call', x1, x2, y, d: bar(x1, x2 + over, y, rows.bar, open), cap }
  })
}

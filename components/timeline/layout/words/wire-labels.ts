/**
 * The words of the wire and of the client lane: what a connection asked for, how long an outage was, "no connection", "no answer", what is
 * lost. Each stands where its thing begins, or where the view does, and is left out where it has no room. Text is never drawn over text.
 */

import type { Timeline } from '../../../../lib/trace/timeline/timeline-types'
import { ENGLISH, type Translate } from '../../../../lib/words/t'
import { spanWords } from '../../span-words'
import type { SpanShape } from '../draw-wire'
import type { Lanes, Rows, Scale } from '../lanes'
import { px } from '../paths'
import { type Label, MONO, SANS, SMALL } from './label'
import { drawNoAnswer } from './no-answer'
import { outageWords } from './outage-words'
import { textWidth } from './text-fit'

export type WireLabels = {
  readonly labels: readonly Label[]
  readonly dimensions: string
  readonly dotted: string
  /** requests without an answer */
  readonly crosses: string
}

export function drawWireLabels(
  timeline: Timeline,
  spans: readonly SpanShape[],
  lanes: Lanes,
  rows: Rows,
  scale: Scale,
  t: Translate = ENGLISH,
): WireLabels {
  const outages = drawOutages(timeline, lanes, scale, t)
  const unanswered = drawNoAnswer(timeline, lanes, scale, t)
  const worded = lanes.big && rows.bar >= 15
  const lost = worded ? lostLabels(timeline, lanes, rows, scale, t) : []
  return {
    labels: [
      ...(worded ? spans.flatMap((shape) => spanLabel(shape, lanes, t) ?? []) : []),
      ...outages.labels,
      ...unanswered.labels,
      ...(worded ? noConnection(timeline, spans, lanes, rows, scale, lost, t) : []),
      ...lost,
    ],
    dimensions: outages.d,
    dotted: spans.map((shape) => drawDots(shape, spans, lanes, scale.x(timeline.duration))).join(''),
    crosses: unanswered.crosses,
  }
}

/** From a severed connection to where another one of its stream begins; none where another one goes on. */
function drawDots({ span, x2, y }: SpanShape, spans: readonly SpanShape[], lanes: Lanes, end: number): string {
  if (span.end !== 'torn') return ''
  const others = spans.filter((other) => other.span.row === span.row && other.x2 > x2 + 2)
  const from = Math.max(x2 + 16 * lanes.k, lanes.x0)
  const to = Math.min(end, ...others.map((other) => other.x1)) - 6
  return to - from < 6 ? '' : `M${px(from)} ${px(y)}H${px(to)}`
}

/** At the beginning of its span: what it asked for, or only how. */
function spanLabel({ span, x1, x2, y }: SpanShape, { x0, width: end }: Lanes, t: Translate): Label | undefined {
  const x = Math.max(x1, x0) + 11
  const room = Math.min(x2, end) - x - 8
  const text = [spanWords(span, t), spanWords(span, t).split(' ')[0] ?? ''].find((words) => textWidth(words, MONO, 'mono') <= room)
  return text === undefined
    ? undefined
    : { x, y, row: span.row, anchor: 'start', text, width: textWidth(text, MONO, 'mono'), font: 'mono', ground: 'chip' }
}

/** How many are lost, said once a row over their hollow squares. */
function lostLabels(timeline: Timeline, lanes: Lanes, rows: Rows, scale: Scale, t: Translate): Label[] {
  return Array.from({ length: rows.count }, (_, row) => row).flatMap((row) => {
    const lost = timeline.marks.filter((mark) => mark.row === row && mark.fate === 'lost' && mark.storedAt !== undefined)
    const first = lost[0]?.storedAt
    if (first === undefined || scale.x(first) < lanes.x0 - 1) return []
    const text = t('{n} lost', { n: lost.length })
    const torn = timeline.jackets.filter((jacket) => jacket.torn && jacket.to <= first).at(-1)
    const x = Math.max(scale.x(first) - 5, torn ? scale.x(torn.to) + 16 : 0)
    return [
      {
        x,
        y: rows.y(row),
        row,
        anchor: 'start',
        text,
        width: textWidth(text, SANS, 'sans'),
        font: 'sans',
        ground: 'stage',
        tone: 'missing',
      },
    ] as const
  })
}

/** How long the plug was out, as a dimension on the client lane, where nothing arrives meanwhile. */
function drawOutages({ outages }: Timeline, lanes: Lanes, scale: Scale, t: Translate): { labels: Label[]; d: string } {
  const { big, k } = lanes
  const size = big ? SANS : SMALL
  const labels: Label[] = []
  let d = ''
  for (const outage of outages) {
    const from = Math.max(scale.x(outage.from) + (big ? 16 : 10), lanes.x0)
    const to = Math.min(scale.x(outage.to) - (outage.open ? 8 : 12) * (big ? 1 : 0.7), lanes.width + 9)
    if (to - from < 14) continue
    const y = lanes.clientY
    const tick = 5 * k + 1
    const end = (x: number) => `M${px(x)} ${px(y - tick)}V${px(y + tick)}`
    d += `M${px(from)} ${px(y)}H${px(to)}${from > lanes.x0 ? end(from) : ''}${outage.open ? '' : end(to)}`
    const x = from + 14 * k
    const text = outageWords(outage.to - outage.from, to - x - 10 * k, size, t)
    const since = scale.x(outage.to)
    if (text) labels.push({ x, y, anchor: 'start', text, width: textWidth(text, size, 'sans'), font: 'sans', ground: 'stage', since })
  }
  return { labels, d }
}

/** Said once an outage, on the first row that has room and no crossed rings on it. */
function noConnection(
  timeline: Timeline,
  spans: readonly SpanShape[],
  lanes: Lanes,
  rows: Rows,
  scale: Scale,
  lost: readonly Label[],
  t: Translate,
): Label[] {
  const text = t('no connection')
  const width = textWidth(text, SANS, 'sans')
  return timeline.outages.flatMap((outage) => {
    const x = Math.max(scale.x(outage.from) + 18, lanes.x0) + 12
    for (let row = 0; row < rows.count; row++) {
      const y = rows.y(row)
      const rings = timeline.marks.some(
        (mark) => mark.row === row && (mark.fate === 'missing' || mark.receipts.some((one) => one.replayed)),
      )
      const spanned = spans.some((shape) => shape.span.row === row)
      const free = !lost.some((label) => label.row === row && label.x < x + width && label.x + label.width > x)
      if (!rings && spanned && free && Math.min(scale.x(outage.to), lanes.width) - 16 - x > width)
        return [{ x, y, row, anchor: 'start', text, width, font: 'sans', ground: 'stage' } as const]
    }
    return []
  })
}

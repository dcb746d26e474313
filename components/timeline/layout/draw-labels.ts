/**
 * The words of the timeline, each placed where it has room or left out: connection labels, the length of an outage, "no connection",
 * the pulled and pushed flags, the axis. Text is never drawn over text.
 */

import type { Timeline } from '../../../lib/trace/timeline/timeline-types'
import { flagWords } from '../../../lib/words/run/flags'
import { ENGLISH, seconds, type Translate } from '../../../lib/words/t'
import { spanWords } from '../span-words'
import type { SpanShape } from './draw-wire'
import type { Lanes, Rows, Scale } from './lanes'
import { px } from './paths'
import { lineOf, textWidth } from './text-fit'

export type Label = {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly text: string
  readonly width: number
  readonly font: 'mono' | 'sans'
  /** the row of the wire lane it stands on, if it must give way to rings there */
  readonly row?: number
  readonly tone?: 'missing'
  /** the pixel of the moment it speaks of, when that is not where it stands */
  readonly since?: number
  /** on a span the words get a chip of their own; on the ground they interrupt the line they stand on */
  readonly ground: 'chip' | 'stage' | 'none'
}

export type Flag = { readonly x: number; readonly top: number; readonly label?: Label }
export type Tick = { readonly x: number; readonly major: boolean; readonly label?: string; readonly later: boolean }

export type WireLabels = { readonly labels: readonly Label[]; readonly dimensions: string; readonly dotted: string }

/** As in timeline-drawing.module.css. */
const MONO = 11.8
const SANS = 12.5
const SMALL = 11

export function drawWireLabels(
  timeline: Timeline,
  spans: readonly SpanShape[],
  lanes: Lanes,
  rows: Rows,
  scale: Scale,
  t: Translate = ENGLISH,
): WireLabels {
  const big = lanes.size === 'desktop'
  const labels: Label[] = []
  let dotted = ''
  const starts = timeline.jackets.map((jacket) => scale.x(jacket.from))
  for (let row = 0; row < rows.count; row++) {
    const inRow = spans.filter((shape) => shape.span.row === row)
    inRow.forEach((shape, i) => {
      const gapFrom = inRow[i - 1] ? (inRow[i - 1] as SpanShape).x2 + 16 * lanes.k : undefined
      const label = big && rows.bar >= 15 ? spanLabel(shape, gapFrom, starts, t) : undefined
      if (label) labels.push(label)
      const dotsTo = label?.anchor === 'end' ? label.x - label.width - 6 : shape.x1 - 6
      if (gapFrom !== undefined && inRow[i - 1]?.span.end === 'torn') dotted += dots(gapFrom, dotsTo, shape.y)
    })
    const last = inRow[inRow.length - 1]
    if (last?.span.end === 'torn') dotted += dots(last.x2 + 16 * lanes.k, scale.x(timeline.duration) - 6, last.y)
  }
  const outages = drawOutages(timeline, lanes, scale, t)
  const unanswered = noAnswer(timeline, lanes, scale, t)
  const lost = lostLabels(timeline, lanes, rows, scale, t)
  return {
    labels: [
      ...labels,
      ...outages.labels,
      ...unanswered,
      ...noConnection(timeline, spans, lanes, rows, scale, [...labels, ...lost], t),
      ...lost,
    ],
    dimensions: outages.d,
    dotted,
  }
}

function dots(from: number, to: number, y: number): string {
  return to - from < 6 ? '' : `M${px(from)} ${px(y)}H${px(to)}`
}

/** On the span when it has room there; a resumed one, which replays cross, is named in the gap before it. */
function spanLabel(
  { span, x1, x2, y }: SpanShape,
  gapFrom: number | undefined,
  jacketStarts: readonly number[],
  t: Translate,
): Label | undefined {
  const text = spanWords(span, t)
  const width = textWidth(text, MONO, 'mono')
  const inside = { x: x1 + 11, y, row: span.row, anchor: 'start', text, width, font: 'mono', ground: 'chip' } as const
  if (span.start !== 'resumed' && x2 - x1 > width + 24) return inside
  const gapTo = (jacketStarts.findLast((x) => x <= x1 && x > (gapFrom ?? x1)) ?? x1) - 9
  if (gapFrom !== undefined && gapTo - gapFrom > width + 6) return { ...inside, x: gapTo, anchor: 'end', ground: 'none', since: x1 }
  return span.start === 'resumed' && x2 - x1 > width + 120 ? { ...inside, x: x2 - 12, anchor: 'end' } : undefined
}

/** How many are lost, said once a row over their hollow squares. */
function lostLabels({ marks }: Timeline, lanes: Lanes, rows: Rows, scale: Scale, t: Translate): Label[] {
  if (lanes.size !== 'desktop' || rows.bar < 15) return []
  return Array.from({ length: rows.count }, (_, row) => row).flatMap((row) => {
    const lost = marks.filter((mark) => mark.row === row && mark.fate === 'lost' && mark.storedAt !== undefined)
    const first = lost[0]?.storedAt
    const last = lost[lost.length - 1]?.storedAt
    if (first === undefined || last === undefined) return []
    const text = t('{n} lost', { n: lost.length })
    const width = textWidth(text, SANS, 'sans')
    const x = Math.max((scale.x(first) + scale.x(last)) / 2, scale.x(first) + width / 2)
    return [{ x, y: rows.y(row), row, anchor: 'middle', text, width, font: 'sans', ground: 'stage', tone: 'missing' } as const]
  })
}

/** Which words to show with the playhead at pixel `edge`: none over a ring, and what is not wholly in the past is pale. */
export function wordsAt(
  labels: readonly Label[],
  rings: readonly { readonly x: number; readonly row: number }[],
  edge: number,
): { readonly label: Label; readonly pale: boolean }[] {
  return labels.flatMap((label) => {
    const left = leftOf(label)
    const right = left + label.width
    if (rings.some((ring) => ring.row === label.row && ring.x > left - 10 && ring.x < right + 10)) return []
    return [{ label, pale: Math.max(right, label.since ?? right) > edge }]
  })
}

export function leftOf({ x, anchor, width }: Label): number {
  return anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
}

/** How long the plug was out, as a dimension on the client lane, where nothing arrives meanwhile. */
function drawOutages({ outages }: Timeline, lanes: Lanes, scale: Scale, t: Translate): { labels: Label[]; d: string } {
  const big = lanes.size === 'desktop'
  const size = big ? SANS : SMALL
  const labels: Label[] = []
  let d = ''
  for (const outage of outages) {
    const from = scale.x(outage.from) + (big ? 16 : 10)
    const to = scale.x(outage.to) - (outage.open ? 8 : 12) * (big ? 1 : 0.7)
    if (to - from < 14) continue
    const y = lanes.clientY
    const time = seconds(t, outage.to - outage.from, 2)
    const text = [t('plug out {time}', { time }), time].find((words) => textWidth(words, size, 'sans') + 36 * lanes.k < to - from)
    const tick = 5 * lanes.k + 1
    d += `M${px(from)} ${px(y)}H${px(to)}M${px(from)} ${px(y - tick)}V${px(y + tick)}${outage.open ? '' : `M${px(to)} ${px(y - tick)}V${px(y + tick)}`}`
    if (text)
      labels.push({ x: (from + to) / 2, y, anchor: 'middle', text, width: textWidth(text, size, 'sans'), font: 'sans', ground: 'stage' })
  }
  return { labels, d }
}

/** Says what the crosses of an outage are, once, right of the first one that has room there. */
function noAnswer({ outages, failures }: Timeline, lanes: Lanes, scale: Scale, t: Translate): Label[] {
  if (lanes.size !== 'desktop') return []
  const text = t('no answer')
  const width = textWidth(text, SANS, 'sans')
  return outages.flatMap(({ from, to }): Label[] => {
    const inside = failures.filter(({ at }) => at >= from && at <= to).map(({ at }) => scale.x(at))
    const xs = [...new Set(inside)].sort((a, b) => a - b)
    const x = xs.find((each, i) => (xs[i + 1] ?? scale.x(to) - 4) - each > width + 22)
    return x === undefined ? [] : [{ x: x + 9, y: lanes.failureY, anchor: 'start', text, width, font: 'sans', ground: 'none', since: x }]
  })
}

/** Said once an outage, on the first row that has room and no crossed rings on it. */
function noConnection(
  timeline: Timeline,
  spans: readonly SpanShape[],
  lanes: Lanes,
  rows: Rows,
  scale: Scale,
  taken: readonly Label[],
  t: Translate,
): Label[] {
  if (lanes.size !== 'desktop' || rows.bar < 15) return []
  const text = t('no connection')
  const width = textWidth(text, SANS, 'sans')
  return timeline.outages.flatMap((outage) => {
    for (let row = 0; row < rows.count; row++) {
      const y = rows.y(row)
      const from = scale.x(outage.from) + 18
      const label = taken.find((other) => other.anchor === 'end' && other.y === y && other.x > from && other.x <= scale.x(outage.to) + 60)
      const to = Math.min(scale.x(outage.to) - 8, label ? label.x - label.width - 10 : Number.POSITIVE_INFINITY)
      const rings = timeline.marks.some(
        (mark) => mark.row === row && (mark.fate === 'missing' || mark.receipts.some((one) => one.replayed)),
      )
      const spanned = spans.some((shape) => shape.span.row === row)
      if (!rings && spanned && to - from > width + 24)
        return [{ x: (from + to) / 2, y, row, anchor: 'middle', text, width, font: 'sans', ground: 'stage' } as const]
    }
    return []
  })
}

/** When the plug was pulled and pushed, and what else befell the run: a thin pole each, with its word where there is room. */
export function drawFlags({ outages, flags: others }: Timeline, lanes: Lanes, scale: Scale, t: Translate = ENGLISH): Flag[] {
  const big = lanes.size === 'desktop'
  const top = big ? lanes.sessionY + 13 : lanes.axisY + 4
  const line = lineOf(lanes.nameX, lanes.width)
  /* a page loaded anew has its plug in: nobody pushed it */
  const isLoaded = (at: number) => others.some((other) => other.at === at && other.kind === 'page-loaded')
  const flags = outages.flatMap((outage): { x: number; text: string }[] => [
    { x: scale.x(outage.from), text: t('pulled') },
    ...(outage.open || isLoaded(outage.to) ? [] : [{ x: scale.x(outage.to), text: t('pushed') }]),
  ])
  flags.push(...others.map((flag) => ({ x: scale.x(flag.at), text: flagWords(flag, t) })))
  flags.sort((a, b) => a.x - b.x)
  for (const { x } of flags) line.take(x - 1, x + 1)
  return flags.map(({ x, text }) => {
    const width = textWidth(text, SANS, 'sans')
    const base = { y: top, text, width, font: 'sans', ground: 'none' } as const
    if (!big) return { x, top }
    if (line.take(x - 8 - width, x - 2)) return { x, top, label: { ...base, x: x - 7, anchor: 'end' } }
    if (line.take(x + 2, x + 8 + width)) return { x, top, label: { ...base, x: x + 7, anchor: 'start' } }
    return { x, top }
  })
}

export function drawTicks(timeline: Timeline, lanes: Lanes, scale: Scale): Tick[] {
  const line = lineOf(0, lanes.width)
  return timeline.ticks.map(({ at, label }) => {
    const x = scale.x(at)
    const half = textWidth(label ?? '', 12, 'mono') / 2 + 5
    const fits = label !== undefined && line.take(x - half, x + half)
    return { x, major: label !== undefined, label: fits ? label : undefined, later: at > timeline.duration }
  })
}

/**
 * The axis: its ticks, and where it is not linear. A fold is time drawn shorter than it was (quiet), a stretch is time drawn longer (a
 * crowded replay); each says how long it really was.
 */
import type { Milliseconds } from '../../../../lib/protocol/observation'
import { shownTime } from '../../../../lib/trace/timeline/axis/quiet-time'
import { ticksFor } from '../../../../lib/trace/timeline/axis/time-axis'
import type { Timeline } from '../../../../lib/trace/timeline/timeline-types'
import { ENGLISH, seconds, type Translate } from '../../../../lib/words/t'
import type { Lanes } from '../lanes'
import type { ViewScale } from '../scale/view-scale'
import { type Line, lineOf, textWidth } from './text-fit'

export type Tick = { readonly x: number; readonly major: boolean; readonly label?: string; readonly later: boolean }

export type AxisBreak = {
  readonly kind: 'fold' | 'stretch'
  readonly x1: number
  readonly x2: number
  /** how long it was, and where that stands; left out where it has no room */
  readonly label?: string
  readonly labelX: number
}

export type Axis = { readonly ticks: readonly Tick[]; readonly breaks: readonly AxisBreak[] }

const LABEL_PITCH = 34
const MOST_LABELS = 10
/** half of the playhead's flag */
const FLAG = 12
/** of a zoomed axis, in milliseconds */
const FINEST_STEP: Milliseconds = 10

export function drawAxis(timeline: Timeline, lanes: Lanes, scale: ViewScale, t: Translate = ENGLISH): Axis {
  const line = lineOf(lanes.x0 - 12, lanes.width)
  const breaks = drawBreaks(timeline, lanes, scale, line, t)
  return { breaks, ticks: drawTicks(timeline, lanes, scale, line, t) }
}

function drawBreaks({ folds, duration }: Timeline, lanes: Lanes, scale: ViewScale, line: Line, t: Translate): AxisBreak[] {
  return [
    ...folds.map(({ from, to }) => ({ kind: 'fold' as const, from, to, label: foldWords(to - from) })),
    ...scale.stretches.map(({ from, to }) => ({ kind: 'stretch' as const, from, to, label: stretchWords(to - from, t) })),
  ].flatMap(({ kind, from, to, label }) => {
    const [x1, x2] = [scale.x(from), scale.x(to)]
    if (x1 < lanes.x0 - 1 || x2 > lanes.x1 + 1 || x2 - x1 < 8) return []
    const half = textWidth(label, lanes.big ? 12 : 10.5, 'mono') / 2 + 4
    /* of a break that still grows, clear of the playhead's flag */
    const labelX = Math.min((x1 + x2) / 2, to >= duration ? x2 - FLAG - half : Number.POSITIVE_INFINITY)
    const fits = line.take(labelX - half, labelX + half)
    return { kind, x1, x2, labelX, label: fits ? label : undefined }
  })
}

/** "12 s", from two minutes on "2:05". */
function foldWords(time: Milliseconds): string {
  const second = Math.round(time / 1000)
  return second < 120 ? `${second} s` : `${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`
}

function stretchWords(time: Milliseconds, t: Translate): string {
  if (time >= 1000) return seconds(t, time, 1)
  return time < 1 ? '< 1 ms' : `${Math.round(time)} ms`
}

function drawTicks(timeline: Timeline, lanes: Lanes, scale: ViewScale, line: Line, t: Translate): Tick[] {
  const { forth } = shownTime(timeline.folds)
  const isWhole = scale.zoom === 1
  const view = isWhole ? { from: 0, to: timeline.axisEnd } : { from: forth(scale.at(lanes.x0)), to: forth(scale.at(lanes.x1)) }
  const most = Math.max(2, Math.min(MOST_LABELS, Math.floor((lanes.x1 - lanes.x0) / LABEL_PITCH)))
  return ticksFor(view, timeline, { finest: isWhole ? 1000 : FINEST_STEP, most }).map(({ at, label }) => {
    const x = scale.x(at)
    const half = textWidth(label ?? '', 12, 'mono') / 2 + 5
    const fits = label !== undefined && line.take(x - half, x + half)
    const words = fits ? label.replace('.', seconds(t, 500, 1).charAt(1)) : undefined
    return { x, major: label !== undefined, label: words, later: at > timeline.duration }
  })
}

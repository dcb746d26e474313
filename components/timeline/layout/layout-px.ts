/**
 * The timeline in pixels: a pure function from a Timeline (milliseconds) and a size to paths and labels. It measures no element
 * and knows no React; timeline-drawing.tsx prints what it returns.
 */

import type { ConnectionId, Milliseconds } from '../../../lib/protocol/observation'
import { shortSession } from '../../../lib/trace/text'
import type { Timeline } from '../../../lib/trace/timeline/timeline-types'
import { ENGLISH, type Translate } from '../../../lib/words/t'
import { drawMarks, drawMoment, type MarkPaths, type MomentPaths } from './draw-marks'
import { type Core, drawCores, drawJackets, drawSpans, type SpanShape } from './draw-wire'
import { type LaneSize, type Lanes, lanesOf, type Rows, rowsOf } from './lanes'
import { type PlacedMark, type PlacedMarks, placeMarks } from './place-marks'
import { crowdOf } from './scale/crowd'
import { FIT, type View, type ViewScale, viewScale } from './scale/view-scale'
import { type Axis, drawAxis } from './words/axis'
import { drawFlags, type Flag } from './words/flags'
import { drawWireLabels, type WireLabels } from './words/wire-labels'

/** Everything that does not depend on the playhead. */
export type Drawing = {
  readonly timeline: Timeline
  readonly lanes: Lanes
  readonly rows: Rows
  readonly scale: ViewScale
  /** when marks were received that must keep their distance */
  readonly crowd: readonly Milliseconds[]
  /** pixel of the newest observation */
  readonly end: number
  readonly axis: Axis
  readonly session?: {
    readonly x1: number
    readonly x2: number
    readonly label: string
    readonly ended: boolean
    /** its beginning is in view */
    readonly begins: boolean
  }
  readonly jackets: readonly string[]
  readonly cores: readonly Core[]
  readonly spans: readonly SpanShape[]
  readonly wire: WireLabels
  readonly flags: readonly Flag[]
  readonly placed: PlacedMarks
  readonly marks: MarkPaths
}

/**
 *            x0 ─ axis ─────────────────────────────────────────── x1
 *   session     ├───────────────────────────────────────┤               unbroken
 *   client      •   ●   ●   ●   ├── plug out 1.44 s ──┤ ◎ ◎ ●           got through
 *            ╭──────────────╮/            GET after ╭───────────
 *   wire  ═══╡  GET ▒▒▒▒▒▒▒▒ \ · no connection · · ·│▒▒▒▒▒▒▒▒▒▒▒        spans in the jacket
 *            │  POST ▓▓▓▓▓▓▓ / ⊗   ⊗   ⊗ · · · · · ·│▓▓▓▓▓▓▓▓▓▓▓
 *            ╰──────────────╯\ ┊   ┊   ┊            ╰─│─│───────
 *               ╱   ╱   ╱   ╱  ┊  ╭──────────────────╯ │                a replay waits low, then rises
 *   server     ▪   ■   ■   ■   ■   ■   ■                 ■              stored
 */
export function layoutPx(
  timeline: Timeline,
  size: LaneSize,
  width: number,
  height: number,
  t: Translate = ENGLISH,
  view: View = FIT,
): Drawing {
  const lanes = lanesOf(size, width, height)
  const rows = rowsOf(lanes, timeline.rows.length)
  const crowd = crowdOf(timeline.marks)
  const scale = viewScale(lanes, timeline, crowd, view)
  const spans = drawSpans(timeline, lanes, rows, scale)
  const placed = inView(placeMarks(timeline.marks, scale, lanes, crowd.length), lanes, scale)
  return {
    timeline,
    lanes,
    rows,
    scale,
    crowd,
    end: scale.x(timeline.duration),
    axis: drawAxis(timeline, lanes, scale, t),
    session: timeline.session && {
      ...timeline.session,
      label: timeline.session.id === undefined ? 'session' : shortSession(timeline.session.id),
      x1: Math.max(scale.x(timeline.session.from), lanes.x0),
      begins: scale.x(timeline.session.from) >= lanes.x0 - 1,
      x2: scale.x(timeline.session.to),
    },
    jackets: drawJackets(timeline, lanes, scale),
    cores: drawCores(timeline, lanes, rows, scale),
    spans,
    wire: drawWireLabels(timeline, spans, lanes, rows, scale, t),
    flags: drawFlags(timeline, lanes, scale, t),
    placed,
    marks: drawMarks(placed, lanes, (row) => timeline.rows[row]?.kind ?? 'call', startsOf(timeline)),
  }
}

/** Of a zoomed run, what is in view or reaches into it. */
function inView(placed: PlacedMarks, { x0, width }: Lanes, { zoom }: ViewScale): PlacedMarks {
  if (zoom === 1) return placed
  const reaches = ({ mark, x, receipts }: PlacedMark) => {
    const first = x ?? receipts[0]?.x ?? 0
    const last = receipts[receipts.length - 1]?.x ?? (mark.fate === 'missing' ? width : first)
    return Math.max(first, last) > x0 - 24 && Math.min(first, last) < width + 24
  }
  return { ...placed, marks: placed.marks.filter(reaches) }
}

/** When each connection began. */
function startsOf({ spans }: Timeline): (connection: ConnectionId) => Milliseconds {
  const starts = new Map(spans.map((span) => [span.connection, span.from]))
  return (connection) => starts.get(connection) ?? 0
}

/** What changes with the playhead: tracks that wait or have risen, and the rings of what is missing at that moment. */
export function momentPx(drawing: Drawing, at: Milliseconds, missing: ReadonlySet<string>): MomentPaths {
  return drawMoment(drawing, at, missing, startsOf(drawing.timeline))
}

/**
 * Where "later than the playhead" begins. Marks that were spread to the right of their time still belong to it, so the edge
 * never runs through an event that has already happened.
 */
export function edgeOf({ scale, placed }: Drawing, at: Milliseconds): number {
  let edge = scale.x(at)
  for (const { mark, x, receipts } of placed.marks) {
    if (x !== undefined && mark.storedAt !== undefined && mark.storedAt <= at) edge = Math.max(edge, x + placed.r)
    for (const receipt of receipts) if (receipt.at <= at) edge = Math.max(edge, receipt.x + (receipt.replayed ? placed.ring : placed.r))
  }
  return edge
}

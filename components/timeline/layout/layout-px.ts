/**
 * The timeline in pixels: a pure function from a Timeline (milliseconds) and a size to paths and labels. It measures no element
 * and knows no React; timeline-drawing.tsx prints what it returns.
 */

import type { Milliseconds } from '../../../lib/protocol/observation'
import { shortSession } from '../../../lib/trace/text'
import type { Timeline } from '../../../lib/trace/timeline/timeline-types'
import { ENGLISH, type Translate } from '../../../lib/words/t'
import { drawFlags, drawTicks, drawWireLabels, type Flag, type Tick, type WireLabels } from './draw-labels'
import { drawMarks, drawMoment, type MarkPaths, type MomentPaths } from './draw-marks'
import { type Core, drawCores, drawJackets, drawSpans, type SpanShape } from './draw-wire'
import { type LaneSize, type Lanes, lanesOf, type Rows, rowsOf, type Scale } from './lanes'
import { cross } from './paths'
import { crowdOf, crowdPitch, type PlacedMarks, placeMarks } from './place-marks'
import { stretchedScale } from './stretch'

/** Everything that does not depend on the playhead. */
export type Drawing = {
  readonly timeline: Timeline
  readonly lanes: Lanes
  readonly rows: Rows
  readonly scale: Scale
  /** pixel of the newest observation */
  readonly end: number
  readonly ticks: readonly Tick[]
  readonly session?: { readonly x1: number; readonly x2: number; readonly label: string; readonly ended: boolean }
  readonly jackets: readonly string[]
  readonly cores: readonly Core[]
  readonly spans: readonly SpanShape[]
  readonly wire: WireLabels
  readonly flags: readonly Flag[]
  readonly failures: string
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
export function layoutPx(timeline: Timeline, size: LaneSize, width: number, height: number, t: Translate = ENGLISH): Drawing {
  const lanes = lanesOf(size, width, height)
  const rows = rowsOf(lanes, timeline.rows.length)
  const crowd = crowdOf(timeline.marks)
  const scale = stretchedScale(lanes, timeline.axisEnd, crowd, crowdPitch(lanes, crowd.length))
  const spans = drawSpans(timeline, lanes, rows, scale)
  const placed = placeMarks(timeline.marks, scale, lanes)
  return {
    timeline,
    lanes,
    rows,
    scale,
    end: scale.x(timeline.duration),
    ticks: drawTicks(timeline, lanes, scale),
    session: timeline.session && {
      ...timeline.session,
      label: timeline.session.id === undefined ? 'session' : shortSession(timeline.session.id),
      x1: scale.x(timeline.session.from),
      x2: scale.x(timeline.session.to),
    },
    jackets: drawJackets(timeline, lanes, scale),
    cores: drawCores(timeline, lanes, rows, scale),
    spans,
    wire: drawWireLabels(timeline, spans, lanes, rows, scale, t),
    flags: drawFlags(timeline, lanes, scale, t),
    failures: drawFailures(timeline, lanes, scale),
    placed,
    marks: drawMarks(placed, lanes, (row) => timeline.rows[row]?.kind ?? 'call'),
  }
}

/** What changes with the playhead: tracks that wait or have risen, and the rings of what is missing at that moment. */
export function momentPx(drawing: Drawing, at: Milliseconds, missing: ReadonlySet<string>): MomentPaths {
  const starts = new Map(drawing.timeline.spans.map((span) => [span.connection, span.from]))
  return drawMoment(drawing.placed, drawing.lanes, drawing.rows, drawing.scale, at, missing, (connection) => starts.get(connection) ?? 0)
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

/** Requests without an answer leave the client and end before the wire: small crosses, at most one every few pixels. */
function drawFailures({ failures }: Timeline, lanes: Lanes, scale: Scale): string {
  let last = Number.NEGATIVE_INFINITY
  let d = ''
  const half = 3.4 * lanes.k + 0.4
  for (const x of failures.map(({ at }) => scale.x(at)).sort((a, b) => a - b)) {
    if (x - last < 7) continue
    last = x
    d += cross(x, lanes.failureY, half)
  }
  return d
}

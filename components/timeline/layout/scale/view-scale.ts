/**
 * The scale of what is in view: time with its folds, stretched where a replay is crowded, zoomed and moved. A zoomed axis is laid out anew on
 * as many pixels as it then has; the view shows a part of them.
 */
import type { Milliseconds } from '../../../../lib/protocol/observation'
import { shownTime } from '../../../../lib/trace/timeline/axis/quiet-time'
import type { Timeline } from '../../../../lib/trace/timeline/timeline-types'
import type { Lanes, Scale } from '../lanes'
import { crowdPitch } from './crowd'
import { type Stretch, stretchedScale } from './stretch'

/** How much of the run is in view. It belongs to whoever looks, not to the run. */
export type View = {
  /** 1 shows the whole run */
  readonly zoom: number
  /** the moment at the left edge, and how many pixels of the stretched axis beyond it */
  readonly at: Milliseconds
  readonly past: number
}

export const FIT: View = { zoom: 1, at: 0, past: 0 }

export type ViewScale = Scale & {
  readonly zoom: number
  /** how far the view has moved into the whole axis, and how far it can, in pixels */
  readonly offset: number
  readonly most: number
  /** time that is drawn longer than it was */
  readonly stretches: readonly Stretch[]
}

/** The whole width of a zoomed axis shows no less than this. */
const LEAST_IN_VIEW: Milliseconds = 200

type Axis = Pick<Timeline, 'folds' | 'axisEnd'>

/** `crowd`: when marks were received that must keep their distance. */
export function viewScale(lanes: Lanes, axis: Axis, crowd: readonly Milliseconds[], view: View = FIT): ViewScale {
  const whole = wholeScale(lanes, axis, crowd, view.zoom)
  const offset = within(whole.x(view.at) + view.past - lanes.x0, whole.most)
  return { ...whole, offset, x: (at) => whole.x(at) - offset, at: (x) => whole.at(x + offset) }
}

function wholeScale({ x0, x1, k }: Lanes, { folds, axisEnd }: Axis, crowd: readonly Milliseconds[], zoom: number) {
  const wide = { x0, x1: x0 + (x1 - x0) * zoom }
  const { forth, back } = shownTime(folds)
  const { x, at, stretches } = stretchedScale(wide, axisEnd, crowd.map(forth), crowdPitch({ ...wide, k }, crowd.length))
  return {
    zoom,
    most: wide.x1 - x1,
    x: (time: Milliseconds) => x(forth(time)),
    at: (pixel: number) => back(at(pixel)),
    stretches: stretches.map(({ from, to }) => ({ from: back(from), to: back(to) })),
  }
}

export const mostZoom = ({ axisEnd }: Axis): number => Math.max(1, axisEnd / LEAST_IN_VIEW)

/** Zooms so that what is under pixel `x` stays there, as far as the ends of the axis allow. */
export function zoomed(lanes: Lanes, axis: Axis, crowd: readonly Milliseconds[], view: View, zoom: number, x: number): View {
  const before = viewScale(lanes, axis, crowd, view)
  const wanted = Math.min(Math.max(zoom, 1), mostZoom(axis))
  if (wanted < 1.001) return FIT
  const whole = wholeScale(lanes, axis, crowd, wanted)
  const at = before.at(x)
  return viewFrom(lanes, whole, whole.x(at) - x)
}

/** Moves the view along the axis by `by` pixels. */
export function panned(lanes: Lanes, axis: Axis, crowd: readonly Milliseconds[], view: View, by: number): View {
  const { offset } = viewScale(lanes, axis, crowd, view)
  return viewFrom(lanes, wholeScale(lanes, axis, crowd, view.zoom), offset + by)
}

function viewFrom({ x0 }: Lanes, whole: ReturnType<typeof wholeScale>, wanted: number): View {
  const offset = within(wanted, whole.most)
  const at = whole.at(x0 + offset)
  return { zoom: whole.zoom, at, past: x0 + offset - whole.x(at) }
}

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

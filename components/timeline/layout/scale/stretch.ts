/**
 * The scale of the timeline, given room where a replay is crowded. A replay brings in a millisecond what took seconds to store; to be seen
 * one by one its events need a distance (visual/notes.md, "minimum mark pitch"). Stretching time there, for everything on the axis alike,
 * keeps what happened before another thing to the left of it: spans, playhead and ticks move with the marks.
 *
 *   time   0    1    2    3 |4    5      a replay of four events just after 3
 *   pixel  0    1    2    3 ▪ ▪ ▪ ▪ 4    5
 */
import type { Milliseconds } from '../../../../lib/protocol/observation'
import { type Knot, piecewise } from '../../../../lib/trace/timeline/axis/piecewise'
import { type Lanes, type Scale, scaleOf } from '../lanes'

/** Time that is drawn longer than it was: from the first to the last event of a crowd. */
export type Stretch = { readonly from: Milliseconds; readonly to: Milliseconds }

export type StretchedScale = Scale & { readonly stretches: readonly Stretch[] }

/** `crowd`: when marks that must keep `pitch` pixels were received, ascending. Without them the scale is plain. */
export function stretchedScale(
  lanes: Pick<Lanes, 'x0' | 'x1'>,
  axisEnd: Milliseconds,
  crowd: readonly Milliseconds[],
  pitch: number,
): StretchedScale {
  if (crowd.length < 2 || axisEnd <= 0) return { ...scaleOf(lanes, axisEnd), stretches: [] }
  const width = lanes.x1 - lanes.x0
  let rate = width / axisEnd
  // What the crowd needs beyond its own time depends on the rate, which depends on it: a few rounds settle it.
  for (let round = 0; round < 4; round++) rate = (width - extraOf(crowd, pitch, rate)) / axisEnd
  const { forth, back } = piecewise(knotsOf(lanes.x0, axisEnd, crowd, pitch, rate))
  return { x: forth, at: back, stretches: stretchesOf(crowd, pitch / rate) }
}

function extraOf(crowd: readonly Milliseconds[], pitch: number, rate: number): number {
  return crowd.reduce((sum, at, i) => sum + (i === 0 ? 0 : Math.max(0, pitch - (at - (crowd[i - 1] ?? at)) * rate)), 0)
}

function knotsOf(x0: number, axisEnd: Milliseconds, crowd: readonly Milliseconds[], pitch: number, rate: number): Knot[] {
  const knots: Knot[] = [{ a: 0, b: x0 }]
  let last: Knot = { a: 0, b: x0 }
  crowd.forEach((at, i) => {
    const step = (at - last.a) * rate
    last = { a: at, b: last.b + (i === 0 ? step : Math.max(pitch, step)) }
    knots.push(last)
  })
  return [...knots, { a: axisEnd, b: last.b + (axisEnd - last.a) * rate }]
}

/** Neighbours closer than three quarters of `natural`, the time that their distance stands for elsewhere, are one stretch. */
function stretchesOf(crowd: readonly Milliseconds[], natural: Milliseconds): Stretch[] {
  const stretches: { from: Milliseconds; to: Milliseconds }[] = []
  crowd.forEach((at, i) => {
    const before = crowd[i - 1]
    if (before === undefined || at - before > natural * 0.75) return
    const last = stretches[stretches.length - 1]
    if (last && last.to === before) last.to = at
    else stretches.push({ from: before, to: at })
  })
  return stretches
}

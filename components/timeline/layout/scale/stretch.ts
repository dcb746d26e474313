/**
 * The scale of the timeline, given room where a replay is crowded. A replay brings in a millisecond what took seconds to store; to be seen
 * one by one its events need a distance (visual/notes.md, "minimum mark pitch"). Stretching time there, for everything on the axis alike,
 * keeps what happened before another thing to the left of it: spans, playhead and ticks move with the marks.
 *
 *   time   0    1    2    3 |4    5      a replay of four events just after 3
 *   pixel  0    1    2    3 ▪ ▪ ▪ ▪ 4    5
 */
import type { Milliseconds } from '../../../../lib/protocol/observation'
import { type Lanes, type Scale, scaleOf } from '../lanes'

type Knot = { readonly at: Milliseconds; readonly x: number }

/** `crowd`: when marks that must keep `pitch` pixels were received, ascending. Without them the scale is plain. */
export function stretchedScale(
  lanes: Pick<Lanes, 'x0' | 'x1'>,
  axisEnd: Milliseconds,
  crowd: readonly Milliseconds[],
  pitch: number,
): Scale {
  const plain = scaleOf(lanes, axisEnd)
  if (crowd.length < 2 || axisEnd <= 0) return plain
  const width = lanes.x1 - lanes.x0
  let rate = width / axisEnd
  // What the crowd needs beyond its own time depends on the rate, which depends on it: a few rounds settle it.
  for (let round = 0; round < 4; round++) rate = (width - extraOf(crowd, pitch, rate)) / axisEnd
  return throughKnots(knotsOf(lanes.x0, axisEnd, crowd, pitch, rate))
}

function extraOf(crowd: readonly Milliseconds[], pitch: number, rate: number): number {
  return crowd.reduce((sum, at, i) => sum + (i === 0 ? 0 : Math.max(0, pitch - (at - (crowd[i - 1] ?? at)) * rate)), 0)
}

function knotsOf(x0: number, axisEnd: Milliseconds, crowd: readonly Milliseconds[], pitch: number, rate: number): Knot[] {
  const knots: Knot[] = [{ at: 0, x: x0 }]
  let last: Knot = { at: 0, x: x0 }
  crowd.forEach((at, i) => {
    const step = (at - last.at) * rate
    last = { at, x: last.x + (i === 0 ? step : Math.max(pitch, step)) }
    knots.push(last)
  })
  return [...knots, { at: axisEnd, x: last.x + (axisEnd - last.at) * rate }]
}

/** Linear between knots and beyond them. Of several knots at one moment the first counts, as what is placed there spreads to the right. */
function throughKnots(knots: readonly Knot[]): Scale {
  const between = (value: number, from: 'at' | 'x', to: 'at' | 'x') => {
    let low = 1
    let high = knots.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((knots[middle]?.[from] ?? 0) < value) low = middle + 1
      else high = middle
    }
    const a = knots[low - 1] ?? { at: 0, x: 0 }
    const b = knots[low] ?? a
    const span = b[from] - a[from]
    return span === 0 ? b[to] : a[to] + ((b[to] - a[to]) * (value - a[from])) / span
  }
  return { x: (at) => between(at, 'at', 'x'), at: (x) => between(x, 'x', 'at') }
}

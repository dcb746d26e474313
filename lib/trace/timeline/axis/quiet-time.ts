/**
 * Folds quiet time: a stretch in which nothing happened takes a bounded part of the axis, however long it is. Its beginning keeps its scale;
 * the rest is folded into one break. The longer it lasts, the more time lies in the break, and nothing else moves.
 *
 *   time    0    1    2    3    4    5   …   64   65
 *   events  ▪    ▪    ▪                      ▪    ▪
 *   shown   0    1    2    3    4   ⫽        64   65        between 2 and 64: two seconds as they are, one break
 */
import type { Milliseconds } from '../../../protocol/observation'
import { axisEndFor } from './ladder'
import { type Piecewise, piecewise } from './piecewise'

/** Time that is drawn shorter than it was: `shown` milliseconds of the axis for `to − from`. */
export type Fold = { readonly from: Milliseconds; readonly to: Milliseconds; readonly shown: Milliseconds }

/** Quiet time up to this is never folded. */
const KEPT: Milliseconds = 4000
/** On long axes: this part of the axis is never folded, and a break takes this part of it. */
const KEPT_SHARE = 1 / 5
const BREAK_SHARE = 1 / 9

type Gap = { readonly from: Milliseconds; readonly to: Milliseconds }

/**
 * `times`: when something happened, ascending, from 0 to `duration`. `axisEnd` is in shown time: the first step of the ladder that has
 * room for the run with its folds. It and the folds change only together, so that a drawing stays put while a run waits.
 */
export function foldQuiet(
  times: readonly Milliseconds[],
  duration: Milliseconds,
): { readonly folds: readonly Fold[]; readonly axisEnd: Milliseconds } {
  const gaps = gapsOf(times, duration)
  let axisEnd = axisEndFor(0)
  for (;;) {
    const folds = foldsOf(gaps, axisEnd)
    const needed = axisEndFor(duration - folds.reduce((sum, fold) => sum + (fold.to - fold.from - fold.shown), 0))
    if (needed <= axisEnd) return { folds, axisEnd }
    axisEnd = nextAfter(axisEnd)
  }
}

/** The next step of the ladder. */
const nextAfter = (axisEnd: Milliseconds): Milliseconds => axisEndFor(axisEnd)

function gapsOf(times: readonly Milliseconds[], duration: Milliseconds): Gap[] {
  const gaps: Gap[] = []
  let from = 0
  const offer = (to: Milliseconds) => {
    if (to - from > KEPT) gaps.push({ from, to })
    from = Math.max(from, to)
  }
  for (const time of times) if (time < duration) offer(time)
  offer(duration)
  return gaps
}

function foldsOf(gaps: readonly Gap[], axisEnd: Milliseconds): Fold[] {
  const kept = Math.max(KEPT, axisEnd * KEPT_SHARE)
  const shown = Math.min(axisEnd * BREAK_SHARE, kept * 0.6)
  return gaps.filter(({ from, to }) => to - from > kept).map(({ from, to }) => ({ from: from + kept - shown, to, shown }))
}

/** Time → shown time (`forth`), and back. Without folds they are the same. */
export function shownTime(folds: readonly Fold[]): Piecewise {
  if (folds.length === 0) return { forth: (at) => at, back: (shown) => shown }
  const knots = [{ a: 0, b: 0 }]
  let saved = 0
  for (const { from, to, shown } of folds) {
    knots.push({ a: from, b: from - saved })
    saved += to - from - shown
    knots.push({ a: to, b: to - saved })
  }
  const last = knots[knots.length - 1] ?? { a: 0, b: 0 }
  return piecewise([...knots, { a: last.a + 1, b: last.b + 1 }])
}

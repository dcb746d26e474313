/**
 * The ticks of a time axis: where they stand, which of them have a label, and none where time is folded.
 */
import type { Milliseconds } from '../../../protocol/observation'
import { type Fold, shownTime } from './quiet-time'

const SECOND: Milliseconds = 1000

/** labelled step in milliseconds, and into how many minor ones it is cut */
const STEPS = [
  [10, 5],
  [20, 4],
  [50, 5],
  [100, 5],
  [200, 4],
  [500, 5],
  [1000, 4],
  [2000, 4],
  [5000, 5],
  [10_000, 5],
  [30_000, 3],
  [60_000, 4],
  [120_000, 4],
  [300_000, 5],
  [600_000, 5],
  [3_600_000, 4],
] as const
const HOUR: Milliseconds = 3_600_000
/** Past this an axis counts in minutes. */
const MINUTES_FROM: Milliseconds = 120_000

export type AxisTick = { readonly at: Milliseconds; readonly label?: string }

/** The run that an axis is of: its folds, and when it ends (so far). */
type Folded = { readonly folds: readonly Fold[]; readonly duration: Milliseconds }

/**
 * Ticks of an axis that shows `from` to `to`, in shown time; labels in seconds (`4`, the last one `6 s`) or, past two minutes, as `2:30`.
 * A break that still grows has none behind it, where they would run. `finest` is the shortest labelled step, `most` how many labels there may be.
 */
export function ticksFor(
  { from, to }: { readonly from: Milliseconds; readonly to: Milliseconds },
  { folds, duration }: Folded,
  { finest = SECOND, most = 10 }: { readonly finest?: Milliseconds; readonly most?: number } = {},
): AxisTick[] {
  const [step, parts] = stepFor(to - from, finest, most)
  const time = shownTime(folds)
  const open = folds.findLast((fold) => fold.to >= duration)
  const [first, last] = [time.back(from), Math.min(time.back(to), open?.from ?? Number.POSITIVE_INFINITY)]
  const ticks: { at: Milliseconds; major: boolean }[] = []
  let begin = first
  for (const fold of [...folds, { from: last, to: last }]) {
    const until = Math.floor((Math.min(fold.from, last) * parts) / step + 1e-6)
    for (let i = Math.max(0, Math.ceil((begin * parts) / step - 1e-6)); i <= until; i++)
      ticks.push({ at: (i * step) / parts, major: i % parts === 0 })
    begin = Math.max(begin, fold.to)
  }
  const newest = ticks.findLast(({ major }) => major)
  const inMinutes = to > MINUTES_FROM
  return ticks.map((tick) => (tick.major ? { at: tick.at, label: labelFor(tick.at, step, inMinutes, tick === newest) } : { at: tick.at }))
}

function stepFor(span: Milliseconds, finest: Milliseconds, most: number): readonly [step: Milliseconds, parts: number] {
  return STEPS.find(([each]) => each >= finest && span / each <= most) ?? [HOUR * Math.ceil(span / HOUR / most), 4]
}

function labelFor(at: Milliseconds, step: Milliseconds, inMinutes: boolean, last: boolean): string {
  const digits = Math.max(0, Math.ceil(Math.log10(SECOND / step) - 1e-9))
  const second = Number((at / SECOND).toFixed(digits))
  if (!inMinutes && second < MINUTES_FROM / SECOND) return last ? `${second.toFixed(digits)} s` : second.toFixed(digits)
  const [minutes, rest] = [Math.floor(second / 60), (second % 60).toFixed(digits)]
  return `${minutes}:${rest.padStart(digits > 0 ? 3 + digits : 2, '0')}`
}

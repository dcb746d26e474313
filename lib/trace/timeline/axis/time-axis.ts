/**
 * A time axis: where it ends and where its ticks stand. It ends on a step of a ladder, so that it stays put while a run goes on.
 */
import type { Milliseconds } from '../../../protocol/observation'
import type { Timeline } from '../timeline-types'

const SECOND: Milliseconds = 1000
/** in seconds */
const ENDS = [6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 180, 240, 300, 420, 600, 900, 1200, 1800, 2700, 3600] as const
/** labelled step in seconds, and into how many minor ones it is cut */
const STEPS = [
  [1, 4],
  [2, 4],
  [5, 5],
  [10, 5],
  [30, 3],
  [60, 4],
  [120, 4],
  [300, 5],
  [600, 5],
  [3600, 4],
] as const
const MOST_LABELS = 10
/** room kept free at the end */
const SLACK = 1.05

/** The first step of the ladder that leaves some room after `duration`; beyond an hour, whole hours. */
export function axisEndFor(duration: Milliseconds): Milliseconds {
  const needed = (duration * SLACK) / SECOND
  return (ENDS.find((end) => end >= needed) ?? Math.ceil(needed / 3600) * 3600) * SECOND
}

/** Ticks from 0 to `axisEnd`, the labelled ones in seconds (`4`, the last `6 s`) or, past two minutes, as `2:30`. */
export function ticksFor(axisEnd: Milliseconds): Timeline['ticks'] {
  const seconds = axisEnd / SECOND
  const [step, parts] = STEPS.find(([each]) => seconds / each <= MOST_LABELS) ?? [3600 * Math.ceil(seconds / 3600 / MOST_LABELS), 4]
  const ticks: { at: Milliseconds; label?: string }[] = []
  const count = Math.floor((seconds / step) * parts + 1e-9)
  const lastLabelled = count - (count % parts)
  for (let i = 0; i <= count; i++) {
    const at = (i * step * SECOND) / parts
    ticks.push(i % parts === 0 ? { at, label: labelFor((i / parts) * step, seconds, i === lastLabelled) } : { at })
  }
  return ticks
}

function labelFor(second: number, axisSeconds: number, last: boolean): string {
  if (axisSeconds > 120) return `${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`
  return last ? `${second} s` : String(second)
}

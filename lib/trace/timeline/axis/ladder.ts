/** The lengths an axis may have. It grows in steps, so that it stays put while a run goes on. */
import type { Milliseconds } from '../../../protocol/observation'

const SECOND: Milliseconds = 1000

/** in seconds */
const ENDS = [6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 180, 240, 300, 420, 600, 900, 1200, 1800, 2700, 3600] as const

/** room kept free at the end */
const SLACK = 1.05

/** The first step of the ladder that leaves some room after `duration`; beyond an hour, whole hours. */
export function axisEndFor(duration: Milliseconds): Milliseconds {
  const needed = (duration * SLACK) / SECOND
  return (ENDS.find((end) => end >= needed) ?? Math.ceil(needed / 3600) * 3600) * SECOND
}

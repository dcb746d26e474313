import { ENGLISH, type Translate } from '../../lib/words/t'

/** Speeds of playing a run again, from slow motion to a glance, in equal steps of a logarithm as near as round numbers allow. */
export const SPEEDS = [0.1, 0.2, 0.5, 1, 2, 4, 8, 16] as const

/** Where a speed stands on the scale: the nearest step by ratio, for a speed that was set by other means. */
export function stepOf(speed: number): number {
  const distance = (other: number) => Math.abs(Math.log(other / speed))
  return SPEEDS.reduce((best, other, step) => (distance(other) < distance(SPEEDS[best] ?? 1) ? step : best), 0)
}

export function speedText(speed: number, t: Translate = ENGLISH): string {
  return t('{n}×', { n: speed })
}

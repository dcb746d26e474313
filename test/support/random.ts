/**
 * How much random tests draw, and from which seed: one place for all of them. `PTP_FUZZ` chooses the size: `check` while working, `push`
 * (when it is not set) for every push, `nightly`. `PTP_SEED` repeats a run, `PTP_RUNS` sets the number itself.
 */

/** Runs of a test in every size, in relation to those of a push. */
const FACTORS = { check: 1 / 40, push: 1, nightly: 10 } as const
/** With fewer, a test would not hit what it is meant to hit. */
const FEWEST = 25

type Size = keyof typeof FACTORS

export const SIZE: Size = sizeOf(process.env.PTP_FUZZ)
export const SEED = Number(process.env.PTP_SEED ?? Date.now() % 1_000_000_000)

/** How many runs a test draws that draws `push` of them for every push. */
export function runs(push: number): number {
  const { PTP_RUNS } = process.env
  if (PTP_RUNS !== undefined) return Number(PTP_RUNS)
  return Math.max(Math.round(push * FACTORS[SIZE]), Math.min(push, FEWEST))
}

/** What a long random test may take, in milliseconds: it ends what hangs, and is generous to a slow machine. */
export const LONG = SIZE === 'nightly' ? 3_600_000 : 240_000

function sizeOf(name: string | undefined): Size {
  if (name === undefined || name === '') return 'push'
  if (name in FACTORS) return name as Size
  throw new Error(`PTP_FUZZ is "${name}"; set it to check, push or nightly.`)
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldQuiet, shownTime } from './quiet-time'

const SEED = Number(process.env.PTP_SEED ?? Date.now() % 1_000_000_000)

describe('quiet time', () => {
  test('of a few seconds is shown as it was', () => {
    expect(foldQuiet([0, 1000, 5000], 6000)).toEqual({ folds: [], axisEnd: 8000 })
  })

  test('of a minute takes no more of the axis than four seconds do', () => {
    const { folds, axisEnd } = foldQuiet([0, 1000, 2000, 3000], 63_000)
    expect(axisEnd).toBe(8000)
    expect(folds).toHaveLength(1)
    expect(folds[0]?.to).toBe(63_000)
    expect(shownTime(folds).forth(63_000)).toBeCloseTo(7000)
  })

  test('changes nothing but the length of the break while it goes on', () => {
    const [minute, hour] = [60_000, 3_600_000].map((duration) => foldQuiet([0, 1000, 2000], duration))
    expect(hour?.axisEnd).toBe(minute?.axisEnd)
    expect(hour?.folds[0]?.from).toBe(minute?.folds[0]?.from)
    expect(hour?.folds[0]?.shown).toBe(minute?.folds[0]?.shown)
  })

  test('is folded wherever it lies, and what follows keeps its scale', () => {
    const { folds } = foldQuiet([0, 500, 30_000, 30_500, 60_000], 60_200)
    expect(folds.map(({ to }) => to)).toEqual([30_000, 60_000])
    const { forth } = shownTime(folds)
    expect(forth(30_500) - forth(30_000)).toBeCloseTo(500)
  })

  test('is no quiet time when something happens every three seconds', () => {
    const times = Array.from({ length: 40 }, (_, i) => i * 3000)
    expect(foldQuiet(times, 118_000).folds).toEqual([])
  })
})

describe(`for random runs (PTP_SEED=${SEED})`, () => {
  const runs = fc
    .array(fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 4_000_000 })), { minLength: 1, maxLength: 30 })
    .map((steps) => {
      let at = 0
      return steps.map((step) => (at += step))
    })
    .chain((times) => fc.record({ times: fc.constant(times), rest: fc.integer({ min: 0, max: 100_000 }) }))
    .map(({ times, rest }) => ({ times, duration: (times.at(-1) ?? 0) + rest }))
  const check = (claim: (run: { times: number[]; duration: number }, part: number) => void) =>
    fc.assert(
      fc.property(runs, fc.double({ min: 0, max: 1, noNaN: true }), (run, part) => claim(run, part)),
      { seed: SEED },
    )

  test('every event lies on the axis, in its order', () => {
    check(({ times, duration }) => {
      const { folds, axisEnd } = foldQuiet(times, duration)
      const { forth } = shownTime(folds)
      const shown = [...times, duration].map(forth)
      expect(shown.every((at) => at >= 0 && at <= axisEnd)).toBe(true)
      for (let i = 1; i < shown.length; i++) {
        const [before = 0, after = 0, from = 0, to = 0] = [shown[i - 1], shown[i], times[i - 1], times[i] ?? duration]
        if (to > from) expect(after).toBeGreaterThan(before)
        else expect(after).toBe(before)
      }
    })
  })

  test('no time is drawn longer than it was, and no event lies inside a break', () => {
    check(({ times, duration }, part) => {
      const { folds } = foldQuiet(times, duration)
      const { forth } = shownTime(folds)
      expect(forth(duration) - forth(part * duration)).toBeLessThanOrEqual(duration - part * duration + 1e-6)
      for (const { from, to, shown } of folds) {
        expect(shown).toBeLessThan(to - from)
        expect(times.some((at) => at > from && at < to)).toBe(false)
      }
    })
  })

  test('a place leads back to its moment', () => {
    check(({ times, duration }, part) => {
      const { forth, back } = shownTime(foldQuiet(times, duration).folds)
      expect(back(forth(part * duration))).toBeCloseTo(part * duration, 3)
    })
  })

  test('the axis never grows shorter while time passes', () => {
    check(({ times, duration }, part) => {
      const ends = [duration, duration + part * 10_000, duration + 3_600_000].map((at) => foldQuiet(times, at).axisEnd)
      expect(ends).toEqual([...ends].sort((a, b) => a - b))
    })
  })
})

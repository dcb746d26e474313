import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, SEED } from '../../../../test/support/random'
import { stretchedScale } from './stretch'

const LANES = { x0: 100, x1: 1100 }

test('without a crowd time is even along the axis', () => {
  const { x, at } = stretchedScale(LANES, 10_000, [], 15)
  expect([x(0), x(5000), x(10_000)]).toEqual([100, 600, 1100])
  expect(at(600)).toBe(5000)
})

test('events replayed in one millisecond keep their distance, and what comes after them stays to their right', () => {
  const crowd = [5000, 5000.2, 5000.4, 5000.6]
  const { x } = stretchedScale(LANES, 10_000, crowd, 15)
  const [first = 0, second = 0, third = 0, fourth = 0] = crowd.map(x)
  expect([second - first, third - second, fourth - third].map((gap) => Math.round(gap))).toEqual([15, 15, 15])
  expect(x(5001)).toBeGreaterThan(fourth)
})

test('of several at the very same moment the first is placed, and there is room for the others before the next moment', () => {
  const { x } = stretchedScale(LANES, 10_000, [5000, 5000, 5000], 15)
  expect(x(5000.001) - x(5000)).toBeGreaterThan(29)
})

describe(`for random crowds (PTP_SEED=${SEED})`, () => {
  const crowds = fc
    .array(fc.double({ min: 1, max: 9999, noNaN: true }), { minLength: 2, maxLength: 12 })
    .map((at) => at.sort((a, b) => a - b))

  test('the axis begins and ends where it should, and never turns back', () => {
    fc.assert(
      fc.property(
        crowds,
        fc.double({ min: 0, max: 9999, noNaN: true }),
        fc.double({ min: 0, max: 1000, noNaN: true }),
        (crowd, at, more) => {
          const { x } = stretchedScale(LANES, 10_000, crowd, 10)
          expect(x(0)).toBeCloseTo(100, 6)
          expect(x(10_000)).toBeGreaterThan(1080)
          expect(x(10_000)).toBeLessThan(1120)
          expect(x(at + more)).toBeGreaterThanOrEqual(x(at) - 1e-6)
        },
      ),
      { seed: SEED, numRuns: runs(100) },
    )
  })

  test('a pixel leads back to its moment', () => {
    fc.assert(
      fc.property(crowds, fc.double({ min: 0, max: 10_000, noNaN: true }), (crowd, at) => {
        const scale = stretchedScale(LANES, 10_000, crowd, 10)
        expect(scale.x(scale.at(scale.x(at)))).toBeCloseTo(scale.x(at), 3)
      }),
      { seed: SEED, numRuns: runs(100) },
    )
  })
})

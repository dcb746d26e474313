import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lanesOf } from '../lanes'
import { FIT, mostZoom, panned, type View, viewScale, zoomed } from './view-scale'

const LANES = lanesOf('desktop', 1000, 220)
const AXIS = { folds: [{ from: 3000, to: 60_000, shown: 700 }], axisEnd: 8000 }
const CROWD = [61_000, 61_000, 61_000.4, 61_002]
const SEED = Number(process.env.PTP_SEED ?? Date.now() % 1_000_000_000)

const x = (view: View, at: number) => viewScale(LANES, AXIS, CROWD, view).x(at)

describe('the view', () => {
  test('shows the whole run at first', () => {
    expect(x(FIT, 0)).toBe(LANES.x0)
    expect(viewScale(LANES, AXIS, CROWD).at(LANES.x1)).toBeGreaterThan(62_000)
  })

  test('goes no further out than the whole run, and no further in than a fifth of a second', () => {
    expect(zoomed(LANES, AXIS, CROWD, FIT, 0.2, 500)).toBe(FIT)
    expect(zoomed(LANES, AXIS, CROWD, FIT, 1e9, 500).zoom).toBe(mostZoom(AXIS))
    expect(mostZoom(AXIS)).toBe(40)
  })

  test('keeps what is under the pointer where it is', () => {
    const at = viewScale(LANES, AXIS, CROWD).at(400)
    expect(x(zoomed(LANES, AXIS, CROWD, FIT, 4, 400), at)).toBeCloseTo(400)
  })

  test('gives a crowd the room it needs when it is zoomed', () => {
    const wide = viewScale(LANES, AXIS, CROWD, zoomed(LANES, AXIS, CROWD, FIT, 40, 700))
    expect(wide.stretches.length).toBeGreaterThan(0)
    expect(wide.x(61_002) - wide.x(61_000)).toBeGreaterThan(40)
  })
})

describe(`whatever is done to it (PTP_SEED=${SEED})`, () => {
  type Act = { readonly zoom?: number; readonly by?: number; readonly at: number }
  const acts = fc.array(
    fc.record({
      zoom: fc.option(fc.double({ min: 0.1, max: 60, noNaN: true }), { nil: undefined }),
      by: fc.option(fc.double({ min: -3000, max: 3000, noNaN: true }), { nil: undefined }),
      at: fc.double({ min: LANES.x0, max: LANES.x1, noNaN: true }),
    }),
    { maxLength: 8 },
  )
  const done = (steps: readonly Act[]) =>
    steps.reduce((view, { zoom, by, at }) => {
      const moved = by === undefined ? view : panned(LANES, AXIS, CROWD, view, by)
      return zoom === undefined ? moved : zoomed(LANES, AXIS, CROWD, moved, zoom, at)
    }, FIT)
  const times = fc.array(fc.double({ min: 0, max: 62_000, noNaN: true }), { minLength: 2, maxLength: 6 })

  test('time never turns back, and no view leaves the axis', () => {
    fc.assert(
      fc.property(acts, times, (steps, moments) => {
        const scale = viewScale(LANES, AXIS, CROWD, done(steps))
        const xs = moments.sort((a, b) => a - b).map(scale.x)
        for (let i = 1; i < xs.length; i++) expect(xs[i]).toBeGreaterThanOrEqual((xs[i - 1] ?? 0) - 1e-6)
        expect(scale.offset).toBeGreaterThanOrEqual(0)
        expect(scale.offset).toBeLessThanOrEqual(scale.most)
      }),
      { seed: SEED },
    )
  })

  test('moving there and back ends where it began', () => {
    fc.assert(
      fc.property(acts, fc.double({ min: 0, max: 400, noNaN: true }), (steps, by) => {
        const view = done(steps)
        const { offset, most } = viewScale(LANES, AXIS, CROWD, view)
        fc.pre(offset + by <= most)
        const back = panned(LANES, AXIS, CROWD, panned(LANES, AXIS, CROWD, view, by), -by)
        expect(viewScale(LANES, AXIS, CROWD, back).offset).toBeCloseTo(offset, 3)
      }),
      { seed: SEED },
    )
  })
})

import { describe, expect, test } from 'vitest'
import { column, traceFromText } from '../../../test/support/trace/drawn-trace'
import { EMPTY_TRACE } from '../trace'
import { nextStop, stopsOf } from './steps'

const TRACE = traceFromText(`
  plug    |   x o       |
  server  |p12          |
  wire    |(  ~ [   ]   |
  client  |p1     2     |
`)

describe('stepping', () => {
  test('by event stops where something was stored or got through, and at the plug', () => {
    const stops = stopsOf(TRACE, 'event').map((at) => (at - column(0)) / 100)
    expect(stops).toEqual([0, 0.2, 1, 1.2, 2, 3, 5, 5.11, 7.2])
  })

  test('by exchange stops where a request went out, was answered, and ended', () => {
    const stops = stopsOf(TRACE, 'exchange').map((at) => (at - column(0)) / 100)
    expect(stops).toEqual([0, 0.1, 3, 5, 5.1, 9])
  })

  test('by frame stops at each frame that got through, and at the cut', () => {
    const stops = stopsOf(TRACE, 'frame').map((at) => (at - column(0)) / 100)
    expect(stops).toEqual([0.2, 1.2, 3, 5, 5.11, 7.2, 9])
  })

  test('goes to the nearest stop on the asked side, never staying', () => {
    const stops = [10, 20, 30]
    expect([nextStop(stops, 20, 1), nextStop(stops, 20, -1), nextStop(stops, 25, 1), nextStop(stops, 25, -1)]).toEqual([30, 10, 30, 20])
  })

  test('has nowhere to go past either end, or in an empty trace', () => {
    expect([nextStop([10], 10, 1), nextStop([10], 10, -1), nextStop(stopsOf(EMPTY_TRACE, 'event'), 0, 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { SPEEDS, stepOf } from './speed'

describe('the speed', () => {
  it('runs from a tenth to sixteen times, each step at least 1.6 and at most 2.5 times the one before', () => {
    expect(SPEEDS[0]).toBe(0.1)
    expect(SPEEDS.at(-1)).toBe(16)
    SPEEDS.slice(1).forEach((speed, i) => {
      const ratio = speed / (SPEEDS[i] ?? 1)
      expect(ratio).toBeGreaterThanOrEqual(1.6)
      expect(ratio).toBeLessThanOrEqual(2.5)
    })
  })
  it('has a place for any speed', () => {
    expect(SPEEDS.map(stepOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(stepOf(3.1)).toBe(5)
    expect(stepOf(1000)).toBe(7)
  })
})

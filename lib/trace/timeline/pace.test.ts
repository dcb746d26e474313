import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact, Observation } from '../../protocol/observation'
import { recordedFor } from '../../recordings/scenarios'
import { paceOf } from './pace'

const seed = Number(process.env.PTP_SEED ?? Date.now() % 1_000_000)
console.info(`PTP_SEED=${seed}`)

const at = (time: number, fact: Fact, seq = 0): Observation => ({ ...fact, at: time, seq, vantage: 'client' })
const frame = (time: number, connection: string, n: number) =>
  at(time, { kind: 'event.received', connection, id: `call-2/${n}`, data: `{"n":${n}}`, raw: '' })
const resume = (time: number, connection: string) => [
  at(time, { kind: 'connection.opened', connection, method: 'GET', path: '/mcp', headers: {}, lastEventId: 'call-2/3' }),
  at(time + 5, { kind: 'connection.answered', connection, status: 200, headers: {} }),
]
const cutAndPushed = [at(0, { kind: 'plug.pulled' }), at(3_000, { kind: 'plug.pushed' })]
const shown = (observations: readonly Observation[]) => {
  const pace = paceOf({ observations })
  return observations.map((seen) => Math.round(pace.shownAt(seen.at)))
}

describe('the pace of a replay', () => {
  test('the plug goes home, the id travels, then the replayed events come one after another', () => {
    const replay = [1, 2, 3].map((n) => frame(3_010 + n, 'c2', n))
    const times = shown([...cutAndPushed, ...resume(3_002, 'c2'), ...replay])
    expect(times).toEqual([0, 3_000, 3_460, expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)])
    const [, , , answered = 0, first = 0, second = 0, third = 0] = times
    expect(first - answered).toBe(360)
    expect([second - first, third - second]).toEqual([240, 240])
  })

  test('a long replay is over in less than four seconds, and none of its events is skipped', () => {
    const replay = Array.from({ length: 120 }, (_, n) => frame(3_010 + n / 10, 'c2', n))
    const times = shown([...cutAndPushed, ...resume(3_002, 'c2'), ...replay])
    expect((times.at(-1) ?? 0) - 3_000).toBeLessThan(4_000)
    expect(new Set(times).size).toBeGreaterThan(120)
  })

  test('what comes live after a replay catches up, and is shown when it comes from then on', () => {
    const replay = [1, 2, 3, 4].map((n) => frame(3_010 + n, 'c2', n))
    const live = Array.from({ length: 12 }, (_, n) => frame(3_400 + 400 * n, 'c2', 5 + n))
    const times = shown([...cutAndPushed, ...resume(3_002, 'c2'), ...replay, ...live])
    expect(times.at(-1)).toBe(3_400 + 400 * 11)
  })

  test('a run that is never resumed is shown as it comes', () => {
    const observations = Array.from({ length: 20 }, (_, n) => frame(10 * n, 'c1', n))
    expect(shown(observations)).toEqual(observations.map((seen) => seen.at))
  })

  test.each(['first-cut', 'double-cut', 'polite-close', 'before-end'])(
    'the recorded run "%s" keeps its order, and nothing is early',
    (name) => {
      const { trace } = recordedFor(name)
      const pace = paceOf(trace)
      const from = trace.observations[0]?.at ?? 0
      const to = trace.observations.at(-1)?.at ?? 0
      const moment = fc.double({ min: from - 1_000, max: to + 10_000, noNaN: true })
      fc.assert(
        fc.property(moment, moment, (a, b) => {
          expect(pace.shownAt(a)).toBeGreaterThanOrEqual(a - 1e-6)
          expect(pace.momentAt(a)).toBeLessThanOrEqual(a + 1e-6)
          // several observations may be shown at once: then the moment is that of the last
          expect(pace.momentAt(pace.shownAt(a))).toBeGreaterThanOrEqual(a - 0.01)
          const [first, second] = a <= b ? [a, b] : [b, a]
          expect(pace.shownAt(first)).toBeLessThanOrEqual(pace.shownAt(second))
          expect(pace.momentAt(first)).toBeLessThanOrEqual(pace.momentAt(second))
        }),
        { seed, numRuns: 500 },
      )
    },
  )
})

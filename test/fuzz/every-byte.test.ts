/** A cut after every single byte of a call, and of what its resume brings. Beside cuts.test.ts, so that two workers share the time. */
import { describe, expect, test } from 'vitest'
import { LONG, runs } from '../support/random'
import { expectReceivedOnce, expectResumesExact } from './agreement'
import { begin, createBench, cutCalls, isCall, pushingUntil, turnsUntil } from './harness'

/** With fewer runs than for a push (`npm run check`) every 13th byte, else every one. */
const STRIDE = runs(1000) >= 1000 ? 1 : 13

/** One call in a session of its own. Its first connection is cut after `offsets[0]` bytes, the one that resumes it after `offsets[1]`, … */
async function cutAtBytes(offsets: readonly number[]): Promise<{ readonly bytes: number; readonly resumed: number }> {
  const bench = createBench()
  const life = await begin(bench)
  const cuts = cutCalls(life, offsets)
  const { answer, progress } = life.call('k', 3)
  const text = await pushingUntil(life, answer)
  await pushingUntil(
    life,
    turnsUntil(() => cuts() === offsets.length, `${offsets.length} cuts`),
  )
  await turnsUntil(() => life.logged.length === 3 + bench.announced.length, 'every message delivered')
  expect({ offsets, text, progress, runs: bench.runs.get('k') }).toEqual({
    offsets,
    text: { text: 'k done 🟦', isError: false },
    progress: [1, 2, 3],
    runs: 1,
  })
  expect(life.logged.filter((text) => text.startsWith('standalone'))).toEqual(bench.announced)
  expectReceivedOnce(life.facts, bench.server)
  expectResumesExact(life.facts)
  await life.client.end()
  await bench.endpoint.close()
  const sizes = life.bytes.filter((_, index) => isCall(life, index))
  return { bytes: sizes[0] ?? 0, resumed: sizes[1] ?? 0 }
}

describe('every byte', () => {
  test(
    'one cut after each byte of a whole call, the standalone stream beside it',
    async () => {
      const { bytes } = await cutAtBytes([])
      expect(bytes).toBeGreaterThan(1000)
      for (let k = 0; k <= bytes; k += STRIDE) await cutAtBytes([k])
    },
    LONG,
  )

  test(
    'a first cut in the first frame, and a second after each byte of what the resume brings',
    async () => {
      const { resumed } = await cutAtBytes([9])
      expect(resumed).toBeGreaterThan(1000)
      for (let k = 0; k < resumed; k += STRIDE) await cutAtBytes([9, k])
    },
    LONG,
  )
})

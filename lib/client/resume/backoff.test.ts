/** How long a client waits: what the server told, within what makes sense; see also RS6 in resumable-fetch.test.ts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFrameSplitter } from '../../protocol/sse'
import { encodeText } from '../../streams/bytes'
import { LONGEST_TIMER, sleep } from '../../streams/sleep'
import { waitFor } from './backoff'

describe('the wait before a client asks again', () => {
  it.each<[told: number, failed: number, empty: number, wait: number]>([
    [1000, 0, 0, 1000],
    [1000, 1, 0, 1500],
    [1000, 20, 0, 30_000],
    [1000, 0, 9, 1000],
    [20, 0, 9, 20],
    [0, 0, 0, 20],
    [0, 0, 2, 45],
    [0, 0, 20, 1000],
    [0, 3, 0, 67.5],
    [0, 99, 0, 30_000],
    [19, 0, 0, 20],
    [40_000, 5, 0, 40_000],
    [2 ** 31, 0, 0, 2 ** 31],
    [Number.MAX_SAFE_INTEGER, 9, 9, Number.MAX_SAFE_INTEGER],
  ])('told %d, after %d failed attempts and %d empty connections: %d ms', (told, failed, empty, wait) => {
    expect(waitFor(told, failed, empty)).toBe(wait)
  })

  it('to a server that tells 0 and closes at once it comes at most 20 times in the first ten seconds', () => {
    let attempts = 0
    for (let time = 0; time < 10_000; attempts++) time += waitFor(0, 0, attempts)
    expect(attempts).toBeLessThanOrEqual(20)
  })
})

it.each([
  ['0', 0],
  ['1500', 1500],
  ['2147483648', 2 ** 31],
  ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
  ['-1', undefined],
  ['1e3', undefined],
  ['', undefined],
])('retry: %s is read as %s', (text, retry) => {
  const [frame] = createFrameSplitter().push(encodeText(`retry: ${text}\n\n`))
  expect(frame?.retry).toBe(retry)
})

describe('a wait that is longer than a timer can be', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('ends when its time has passed, not at once', async () => {
    let over = false
    void sleep(2 * LONGEST_TIMER + 500, new AbortController().signal).then(() => {
      over = true
    })
    await vi.advanceTimersByTimeAsync(2 * LONGEST_TIMER)
    expect(over).toBe(false)
    await vi.advanceTimersByTimeAsync(500)
    expect(over).toBe(true)
  })

  it('is called off in any of its pieces, and leaves no timer', async () => {
    const stop = new AbortController()
    const waited = sleep(3 * LONGEST_TIMER, stop.signal).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(LONGEST_TIMER + 5)
    stop.abort('enough')
    expect(await waited).toBe('enough')
    expect(vi.getTimerCount()).toBe(0)
  })
})

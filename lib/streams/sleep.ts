/**
 * Waiting for a time to pass. Passed in everywhere, so that a test can make time stand still or pass at once. For waiting until something
 * happens see wake.ts.
 */
import type { Milliseconds } from '../protocol/observation'

/** Resolves after `duration`; rejects with the signal's reason when it aborts first, and leaves no timer behind. */
export type Sleep = (duration: Milliseconds, signal: AbortSignal) => Promise<void>

/** The longest that `setTimeout` can wait, 24.8 days; with more it fires at once. */
export const LONGEST_TIMER: Milliseconds = 2 ** 31 - 1

/** `setTimeout` as a promise that a signal ends. A wait that is too long for one timer is made of several. */
export const sleep: Sleep = async (duration, signal) => {
  let left = duration
  for (; left > LONGEST_TIMER; left -= LONGEST_TIMER) await sleepOnce(LONGEST_TIMER, signal)
  await sleepOnce(left, signal)
}

const sleepOnce: Sleep = (duration, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }, duration)
    signal.addEventListener('abort', onAbort, { once: true })
  })

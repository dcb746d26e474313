/**
 * Waiting for a time to pass. Passed in everywhere, so that a test can make time stand still or pass at once. For waiting until something
 * happens see wake.ts.
 */
import type { Milliseconds } from '../protocol/observation'

/** Resolves after `duration`; rejects with the signal's reason when it aborts first, and leaves no timer behind. */
export type Sleep = (duration: Milliseconds, signal: AbortSignal) => Promise<void>

/** `setTimeout` as a promise that a signal ends. */
export const sleep: Sleep = (duration, signal) =>
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

/**
 * Waiting that can be called off. Injected everywhere, so that a test can make time stand still or pass at once.
 */
import type { Milliseconds } from '../protocol/observation'

/** Resolves after `wait`; rejects with the signal's reason when it aborts first, and leaves no timer behind. */
export type Sleep = (wait: Milliseconds, signal: AbortSignal) => Promise<void>

/** The real one. */
export const sleep: Sleep = (wait, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const calledOff = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', calledOff)
      resolve()
    }, wait)
    signal.addEventListener('abort', calledOff, { once: true })
  })

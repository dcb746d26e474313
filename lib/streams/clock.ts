/**
 * The clock that the server is given, so that a test can hold it still, and one turn of the event loop. For waiting see sleep.ts.
 */
import type { EpochMs, Milliseconds } from '../protocol/observation'

export type Clock = {
  /** fractional milliseconds since the Unix epoch */
  now(): EpochMs
  /** Calls `work` every `interval` until the returned function is called. Keeps no process alive. */
  every(interval: Milliseconds, work: () => void): () => void
}

/** The host's own clock. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  every(interval, work) {
    const timer: unknown = setInterval(work, interval)
    // A timer is a number in a browser, an object in Node.
    if (typeof timer === 'object' && timer && 'unref' in timer && typeof timer.unref === 'function') timer.unref()
    return () => clearInterval(timer as ReturnType<typeof setInterval>)
  },
}

/**
 * Resolves in the next turn of the event loop, after pending input and output have had theirs. Not a delay: `setTimeout(0)` waits
 * 4 ms in a page, this does not.
 */
export function nextTurn(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve))
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}

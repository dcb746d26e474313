/** For tests: what a page gives a playground, without a page: its clock, its frames, its timers, and a storage of its own. */
import type { PlaygroundOptions } from '../playground'

/** A frame is the next turn of the event loop; times are the real ones. */
export const PAGE_PARTS = {
  clock: () => performance.timeOrigin + performance.now(),
  frames: { request: (callback) => Number(setImmediate(() => callback(performance.now()))), cancel: () => {} },
  every: (ms, callback) => {
    const handle = setInterval(callback, ms)
    return () => clearInterval(handle)
  },
  newCallId: () => crypto.randomUUID(),
} satisfies Pick<PlaygroundOptions, 'clock' | 'frames' | 'every' | 'newCallId'>

/** A whole `Storage` that lives as long as the test. */
export function memoryStorage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

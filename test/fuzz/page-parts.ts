/** For tests: what a page gives a playground, without a page: its clock, its frames, its timers, and a storage of its own. */
import type { PlaygroundOptions } from '../../lib/playground/playground'

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

/** A whole `Storage` that lives as long as the test. `changed` hears what is written. */
export function storageOf(items = new Map<string, string>(), changed: (key: string, value: string | null) => void = () => {}): Storage {
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      items.set(key, value)
      changed(key, value)
    },
    removeItem(key) {
      items.delete(key)
      changed(key, null)
    },
  }
}

export const memoryStorage = (): Storage => storageOf()

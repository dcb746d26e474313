/**
 * Time for tests of the server: a clock and a sleep that a test controls, and turns of the event loop.
 */
import type { Clock } from '../../../lib/streams/clock'
import type { Sleep } from '../../../lib/streams/sleep'

/** One turn of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Waits until `met`, and fails instead of hanging. */
export async function until(met: () => boolean, what = 'the condition'): Promise<void> {
  for (let i = 0; i < 2000; i++) {
    if (met()) return
    await turn()
  }
  throw new Error(`${what} was not met in 2000 turns`)
}

/** A clock that stands still until told to go on. */
export class ManualClock implements Clock {
  #now = 1_000_000
  #timers = new Set<{ readonly interval: number; readonly work: () => void; due: number }>()

  now = () => this.#now

  every(interval: number, work: () => void): () => void {
    const timer = { interval, work, due: this.#now + interval }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  async advance(duration: number): Promise<void> {
    const end = this.#now + duration
    for (;;) {
      const [next] = [...this.#timers].filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)
      if (!next) break
      this.#now = next.due
      next.due += next.interval
      next.work()
      await turn()
    }
    this.#now = end
  }
}

/** A sleep that ends when the test says so: each `step` lets one sleeper go on. */
export class ManualSleep {
  #waiting: (() => void)[] = []

  readonly sleep: Sleep = (_, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const over = (settle: () => void) => {
        this.#waiting = this.#waiting.filter((other) => other !== wake)
        signal.removeEventListener('abort', onAbort)
        settle()
      }
      const wake = () => over(resolve)
      const onAbort = () => over(() => reject(signal.reason))
      this.#waiting.push(wake)
      signal.addEventListener('abort', onAbort)
    })

  get sleepers(): number {
    return this.#waiting.length
  }

  async step(count = 1): Promise<void> {
    for (let i = 0; i < count; i++) {
      await until(() => this.#waiting.length > 0, 'a sleeper')
      this.#waiting[0]?.()
      await turn()
    }
  }
}

/** A sleep that each `row` lets go on once, whichever of the two comes first. */
export function stepwise(): { readonly sleep: Sleep; row(count?: number): void } {
  const waiting: (() => void)[] = []
  let released = 0
  return {
    sleep: (_, signal) =>
      new Promise((resolve, reject) => {
        const calledOff = () => reject(signal.reason)
        const goOn = () => {
          signal.removeEventListener('abort', calledOff)
          resolve()
        }
        signal.addEventListener('abort', calledOff)
        if (released === 0) return void waiting.push(goOn)
        released--
        goOn()
      }),
    row(count = 1) {
      for (let i = 0; i < count; i++) {
        const next = waiting.shift()
        if (next) next()
        else released++
      }
    },
  }
}

/**
 * A queue with O(1) push and shift and access by position, which an array's own `shift` does not give at a million entries.
 */

/** Below this many dead entries compaction is not worth its copy. */
const COMPACT_FROM = 1024

export class Fifo<T> {
  #items: (T | undefined)[] = []
  #head = 0

  get length(): number {
    return this.#items.length - this.#head
  }

  push(item: T): void {
    this.#items.push(item)
  }

  /** Removes and returns the oldest, or undefined. */
  shift(): T | undefined {
    if (this.length === 0) return undefined
    const item = this.#items[this.#head]
    this.#items[this.#head] = undefined
    this.#head += 1
    if (this.#head >= COMPACT_FROM && this.#head * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#head)
      this.#head = 0
    }
    return item
  }

  /** Up to `count` items from position `from`, oldest first. Costs only what it returns. */
  slice(from: number, count: number): T[] {
    const start = this.#head + Math.max(0, from)
    return this.#items.slice(start, start + Math.max(0, count)) as T[]
  }
}

/**
 * A gate before everything that is written to the connections of one session (the fault "hold"). While it is shut, stored events wait in
 * the log. While it is open, a write costs one check.
 */
export class HoldGate {
  #shut = false
  #waiting = new Set<() => void>()

  get shut(): boolean {
    return this.#shut
  }

  /** Shuts or opens it. Opening lets everyone who waits go on. */
  set(shut: boolean): void {
    this.#shut = shut
    if (!shut) for (const wake of [...this.#waiting]) wake()
  }

  /** Waits until the gate is open, or until the signal aborts. */
  async opened(signal: AbortSignal): Promise<void> {
    while (this.#shut && !signal.aborted) await this.#news(signal)
  }

  #news(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      this.#waiting.add(wake)
      signal.addEventListener('abort', wake)
    })
  }
}

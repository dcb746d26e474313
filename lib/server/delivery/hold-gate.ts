/**
 * A gate that everything written to the connections of one session passes. Open, it costs one look; shut, what is stored waits behind it.
 */
export class Gate {
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

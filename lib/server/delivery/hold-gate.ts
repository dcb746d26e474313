/**
 * A gate before everything that is written to the connections of one session (the fault "hold"). While it is shut, stored events wait in
 * the log. While it is open, a write costs one check.
 */
import { createWake } from '../../streams/wake'

export class HoldGate {
  #shut = false
  readonly #opened = createWake()

  get shut(): boolean {
    return this.#shut
  }

  /** Shuts or opens it. Opening it resolves every wait. */
  set(shut: boolean): void {
    this.#shut = shut
    if (!shut) this.#opened.wake()
  }

  /** Waits until the gate is open, or until the signal aborts. */
  opened(signal: AbortSignal): Promise<void> {
    return this.#opened.until(() => !this.#shut, signal)
  }
}

/**
 * One event that many may wait for, by a listener or by a promise. It carries no value: who is woken looks at the state again. For waiting
 * until a time has passed see sleep.ts.
 */

export type Wake = {
  /** Calls every listener, and lets everyone who waits look again. */
  wake(): void
  /** Calls `listener` at each `wake`, until the returned function is called. */
  onWake(listener: () => void): () => void
  /** Resolves when `done()` is true, or when the signal aborts; looks now and at each `wake`. Never rejects. */
  until(done: () => boolean, signal: AbortSignal): Promise<void>
}

export function createWake(): Wake {
  const listeners = new Set<() => void>()

  function onWake(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Looking and waiting are one synchronous step, so no `wake` falls between them. */
  function next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const onNext = () => {
        off()
        signal.removeEventListener('abort', onNext)
        resolve()
      }
      const off = onWake(onNext)
      signal.addEventListener('abort', onNext)
    })
  }

  return {
    wake() {
      for (const listener of [...listeners]) listener()
    },
    onWake,
    async until(done, signal) {
      while (!done() && !signal.aborted) await next(signal)
    },
  }
}

/**
 * Waiting that can be stopped where it is and let run on, so that a reconnection wait can be looked at. Frozen time is no time.
 *
 * FZ1 Frozen, a wait does not end; let go, it lasts what was left. A wait of which nothing is left is over: it cannot be frozen.
 * FZ2 Each wait hears when it is frozen and when it runs on, with what is left.
 * FZ3 What calls a wait off, calls it off frozen too.
 */
import type { EpochMs, Milliseconds } from '../../protocol/observation'
import type { Sleep } from '../../streams/sleep'

/** Like Sleep; `note` hears of each change. */
export type PausableSleep = (wait: Milliseconds, signal: AbortSignal, note?: (left: Milliseconds, frozen: boolean) => void) => Promise<void>

type SleepWithPause = { readonly sleep: PausableSleep; freeze(frozen: boolean): void }

export function createPausableSleep({ sleep, clock }: { readonly sleep: Sleep; readonly clock: () => EpochMs }): SleepWithPause {
  let frozen = false
  let change = new AbortController()

  async function changed(signal: AbortSignal): Promise<void> {
    const { signal: next } = change
    await new Promise<void>((resolve, reject) => {
      const calledOff = () => reject(signal.reason)
      signal.addEventListener('abort', calledOff, { once: true })
      next.addEventListener('abort', () => resolve(), { once: true })
    })
  }

  return {
    freeze(wanted) {
      if (wanted === frozen) return
      frozen = wanted
      const old = change
      change = new AbortController()
      old.abort()
    },
    async sleep(wait, signal, note) {
      let left = wait
      for (;;) {
        signal.throwIfAborted()
        if (frozen && left > 0) {
          note?.(left, true)
          await changed(signal)
          if (!frozen) note?.(left, false)
          continue
        }
        if (frozen) return
        const since = clock()
        const { signal: frost } = change
        const done = await sleep(left, AbortSignal.any([signal, frost])).then(
          () => true,
          (error: unknown) => {
            if (!frost.aborted || signal.aborted) throw error
            return false
          },
        )
        if (done) return
        left = Math.max(0, left - (clock() - since))
      }
    },
  }
}

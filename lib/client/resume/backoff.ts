/**
 * How long a client waits before it asks again, and how it can be woken. Spec: MCP 2025-11-25, "the client MUST respect the retry field";
 * WHATWG HTML 9.2.3, reconnection time.
 */
import type { Milliseconds } from '../../protocol/observation'
import type { PausableSleep } from '../network/pausable-sleep'

/** Used until a server says otherwise. */
export const DEFAULT_RECONNECTION_TIME: Milliseconds = 1000
const LONGEST_WAIT: Milliseconds = 30_000
/** A server that tells a reconnection time of 0 does not mean that it wants to be asked without end. */
export const SHORTEST_WAIT: Milliseconds = 20
const GROWTH = 1.5

/**
 * The reconnection time, grown by half for each attempt that has failed since bytes last came, and never shorter than what was asked for.
 * Below SHORTEST_WAIT it also grows with each connection in a row that brought nothing new (`emptyInARow`), up to the default.
 */
export function waitFor(reconnectionTime: Milliseconds, failedAttempts: number, emptyInARow = 0): Milliseconds {
  const least = Math.max(reconnectionTime, SHORTEST_WAIT)
  const polling = reconnectionTime < SHORTEST_WAIT ? Math.min(least * GROWTH ** emptyInARow, DEFAULT_RECONNECTION_TIME) : least
  return Math.max(polling, Math.min(least * GROWTH ** failedAttempts, LONGEST_WAIT))
}

/** The end of one exchange's scope: aborts with its caller, or by itself; waits end early when the network returns. */
export type RetryScope = {
  readonly signal: AbortSignal
  end(reason?: unknown): void
  /** Notes that something is tried now: only a push from here on makes `wait` return early. */
  mark(): void
  /** Whether the network has returned since the mark. */
  readonly woken: boolean
  /** Waits, or returns at once when the network has returned since the mark. Throws the reason when the life has ended. */
  wait(ms: Milliseconds, note?: (left: Milliseconds, frozen: boolean) => void): Promise<void>
  /** Waits until the network returns, or somebody wakes it. Throws the reason when the life has ended. */
  wake(): Promise<void>
  /** Lets go of the caller's signal and of the plug. */
  release(): void
}

export function createRetryScope(
  caller: AbortSignal | null | undefined,
  onPush: (listener: () => void) => () => void,
  sleep: PausableSleep,
): RetryScope {
  const scope = new AbortController()
  let waking = new AbortController()
  const wake = () => waking.abort()
  const end = (reason?: unknown) => {
    scope.abort(reason)
    wake()
  }
  const callerEnded = () => end(caller?.reason)
  if (caller?.aborted) callerEnded()
  caller?.addEventListener('abort', callerEnded)
  const offPush = onPush(wake)
  return {
    signal: scope.signal,
    end,
    get woken() {
      return waking.signal.aborted
    },
    mark() {
      if (waking.signal.aborted && !scope.signal.aborted) waking = new AbortController()
    },
    async wait(ms, note) {
      await sleep(ms, waking.signal, note).catch((error: unknown) => {
        if (!waking.signal.aborted) throw error
      })
      scope.signal.throwIfAborted()
    },
    async wake() {
      const { signal } = waking
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      scope.signal.throwIfAborted()
    },
    release() {
      caller?.removeEventListener('abort', callerEnded)
      offPush()
    },
  }
}

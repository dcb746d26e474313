/**
 * The recorder: the only place where a fact gets its `seq` and `at`. It gathers what arrives until the next flush, so that
 * one frame on screen is one change of state, and hands over whole batches. It decides nothing about what the facts mean.
 */
import type { EpochMs, Fact, Milliseconds, Observation, Vantage } from '../protocol/observation'

export type Recorder = {
  /** Stamps a fact. `at` is given only for facts of the server, already mapped to the page's clock. */
  record(fact: Fact, vantage: Vantage, at?: EpochMs): void
  /** Hands over what has been gathered, now. */
  flush(): void
  /** Drops what has been gathered and records nothing more. */
  stop(): void
}

type RecorderOptions = {
  readonly clock: () => EpochMs
  /** Calls back soon, once: the next frame in a page, at once in a test. */
  readonly schedule: (flush: () => void) => void
  readonly deliver: (batch: readonly Observation[]) => void
  /** the first `seq` to give, when a saved trace is continued */
  readonly firstSeq?: number
}

/**
 * A browser's clock stands still for up to 0.1 ms. What the client sees meanwhile is stamped this far apart, so that moments keep the order;
 * it is eight times what a number can tell apart at this size.
 */
const APART: Milliseconds = 0.002

export function createRecorder({ clock, schedule, deliver, firstSeq = 0 }: RecorderOptions): Recorder {
  let seq = firstSeq
  let gathered: Observation[] = []
  let scheduled = false
  let stopped = false
  let last = Number.NEGATIVE_INFINITY

  /** The clock, but after the fact before. */
  function stamp(): EpochMs {
    last = Math.max(clock(), last + APART)
    return last
  }
  function flush() {
    scheduled = false
    if (stopped || gathered.length === 0) return
    const batch = gathered
    gathered = []
    deliver(batch)
  }

  return {
    record(fact, vantage, at = stamp()) {
      if (stopped) return
      gathered.push({ ...fact, seq: seq++, at, vantage } as Observation)
      if (scheduled) return
      scheduled = true
      schedule(flush)
    },
    flush,
    stop() {
      stopped = true
      gathered = []
    },
  }
}

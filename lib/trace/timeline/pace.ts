/**
 * The pace at which a trace is shown. A replay arrives within milliseconds, too fast to be read: it is shown one event after another, in the
 * order of the trace, and what follows catches up. Nothing is shown before it was observed, and nothing else is slowed down.
 *
 * Units: a moment is when something was observed (EpochMs); a showing time is when it is shown, on the same scale. Showing time ≥ moment.
 */
import type { ConnectionId, EpochMs, Milliseconds, Observation } from '../../protocol/observation'
import type { Trace } from '../trace'

export type Pace = {
  /** When the moment `at` is shown. */
  shownAt(at: EpochMs): EpochMs
  /** The moment that is shown at `time`; the last of those that are shown at once. */
  momentAt(time: EpochMs): EpochMs
}

/** The plug travels home before the request is shown. */
const PLUG_TRAVEL: Milliseconds = 460
/** The id travels to the server before its answer is shown. */
const ID_TRAVEL: Milliseconds = 360
/** Between two replayed events: as long as all of them fit into `REPLAY`, within these limits. */
const REPLAY: Milliseconds = 2400
const LONGEST_STEP: Milliseconds = 240
const SHORTEST_STEP: Milliseconds = 12
/** Between two events that come live while the showing is still behind. */
const CATCH_UP: Milliseconds = 60
/** Events that follow the answer, or each other, faster than this come out of the server's store. */
const BURST: Milliseconds = 40

export function paceOf({ observations }: Trace): Pace {
  const steps = stepsOf(observations)
  const moments: EpochMs[] = []
  const times: EpochMs[] = []
  const gaps = createGaps(steps)
  let last = Number.NEGATIVE_INFINITY
  for (const seen of observations) {
    if (INTERRUPTS.has(seen.kind)) last = interrupt(times, seen.at)
    last = Math.max(seen.at, last, gaps.earliest(seen))
    gaps.shown(seen, last)
    moments.push(seen.at)
    times.push(last)
  }
  return { shownAt: (at) => interpolate(moments, times, at), momentAt: (time) => interpolate(times, moments, time) }
}

/** What is still to be shown when one of these happens is shown at once. */
const INTERRUPTS: ReadonlySet<Observation['kind']> = new Set(['plug.pulled', 'page.loaded'] as const)

function interrupt(times: EpochMs[], at: EpochMs): EpochMs {
  for (let i = times.length - 1; i >= 0 && (times[i] as number) > at; i--) times[i] = at
  return at
}

type Steps = ReadonlyMap<Observation, Milliseconds>

/** Holds what has been shown of each resumed connection, and says before which time the next observation is not shown. */
function createGaps(steps: Steps) {
  let pushed: EpochMs | undefined
  const resumed = new Map<ConnectionId, EpochMs>()
  return {
    earliest(seen: Observation): EpochMs {
      if (seen.kind === 'connection.opened' && seen.lastEventId !== undefined && pushed !== undefined) return pushed + PLUG_TRAVEL
      const before = 'connection' in seen ? resumed.get(seen.connection) : undefined
      if (before === undefined || !isMessage(seen)) return Number.NEGATIVE_INFINITY
      return before + (steps.get(seen) ?? CATCH_UP)
    },
    shown(seen: Observation, time: EpochMs): void {
      if (seen.kind === 'plug.pushed') pushed = time
      else if (seen.kind === 'plug.pulled') pushed = undefined
      else if (seen.kind === 'connection.opened' && seen.lastEventId !== undefined) resumed.set(seen.connection, time)
      else if (seen.kind === 'connection.answered' && resumed.has(seen.connection))
        resumed.set(seen.connection, time + ID_TRAVEL - LONGEST_STEP)
      else if (isMessage(seen) && resumed.has(seen.connection)) resumed.set(seen.connection, time)
    },
  }
}

const isMessage = (seen: Observation): seen is Observation & { kind: 'event.received' } =>
  seen.kind === 'event.received' && seen.data !== ''

/** For each replayed event: how long after the one before it is shown. */
function stepsOf(observations: readonly Observation[]): Steps {
  const bursts = new Map<ConnectionId, { last: EpochMs; events: Observation[]; over: boolean }>()
  for (const seen of observations) {
    if (seen.kind === 'connection.opened' && seen.lastEventId !== undefined)
      bursts.set(seen.connection, { last: Number.POSITIVE_INFINITY, events: [], over: false })
    const burst = 'connection' in seen ? bursts.get(seen.connection) : undefined
    if (!burst) continue
    if (seen.kind === 'connection.answered') burst.last = seen.at
    if (!isMessage(seen)) continue
    burst.over ||= seen.at - burst.last > BURST
    burst.last = seen.at
    if (!burst.over) burst.events.push(seen)
  }
  const steps = new Map<Observation, Milliseconds>()
  for (const { events } of bursts.values()) {
    const step = Math.min(LONGEST_STEP, Math.max(SHORTEST_STEP, REPLAY / events.length))
    for (const event of events) steps.set(event, step)
  }
  return steps
}

/** Reads a monotone table of points; before the first and after the last both scales run alike. */
function interpolate(from: readonly number[], to: readonly number[], x: number): number {
  const next = firstAbove(from, x)
  const [x0, y0] = [from[next - 1], to[next - 1]]
  const [x1, y1] = [from[next], to[next]]
  if (x0 === undefined || y0 === undefined) return x
  if (x1 === undefined || y1 === undefined) return y0 + (x - x0)
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}

/** The index of the first value above `x`. */
function firstAbove(values: readonly number[], x: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) > x) high = middle
    else low = middle + 1
  }
  return low
}

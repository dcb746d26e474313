/**
 * Where stepping through a run stops: moments at which something of the chosen size happened.
 */
import type { EpochMs, Fact, Observation } from '../../protocol/observation'
import type { Trace } from '../trace'

/** `event`: stored, received, plug. `frame`: each frame that got through, and each cut. `exchange`: requests and their ends. */
type StopUnit = 'event' | 'frame' | 'exchange'

const PLUG: readonly Fact['kind'][] = ['plug.pulled', 'plug.pushed', 'page.loaded']
const STOPS: Readonly<Record<StopUnit, ReadonlySet<Fact['kind']>>> = {
  event: new Set([...PLUG, 'event.stored', 'message.sent', 'event.received', 'resume.refused', 'session.ended']),
  frame: new Set([...PLUG, 'event.received', 'comment.received', 'connection.ended', 'connection.failed']),
  exchange: new Set([...PLUG, 'connection.opened', 'connection.answered', 'connection.failed', 'connection.ended']),
}

const remembered = new WeakMap<readonly Observation[], Partial<Record<StopUnit, readonly EpochMs[]>>>()

/** The moments to stop at, each once, in order. */
export function stopsOf({ observations }: Trace, unit: StopUnit): readonly EpochMs[] {
  const known = remembered.get(observations) ?? {}
  remembered.set(observations, known)
  known[unit] ??= [...new Set(observations.filter(({ kind }) => STOPS[unit].has(kind)).map(({ at }) => at))]
  return known[unit]
}

/** The nearest stop after (`by` = 1) or before (`by` = −1) `at`; undefined when there is none on that side. */
export function nextStop(stops: readonly EpochMs[], at: EpochMs, by: 1 | -1): EpochMs | undefined {
  let low = 0
  let high = stops.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const stop = stops[middle] as EpochMs
    if (by === 1 ? stop <= at : stop < at) low = middle + 1
    else high = middle
  }
  return by === 1 ? stops[low] : stops[low - 1]
}

/**
 * What got through and should not have: repetitions that the client dropped, and events that came where they do not belong. Each belongs to
 * one receipt of one event.
 */

import type { ConnectionId } from '../../protocol/observation'
import { isForeign } from '../diagnosis/evidence'
import type { EventRecord, Snapshot } from '../snapshot-types'
import type { Trace } from '../trace'

/** On which connections an event was dropped, and on which it was foreign. */
export type Stray = { readonly dropped: ReadonlySet<ConnectionId>; readonly foreign: ReadonlySet<ConnectionId> }

/** By the key of the event. Most runs have none. */
export function straysOf(trace: Trace, { connections, streams }: Snapshot): ReadonlyMap<string, Stray> {
  const strays = new Map<string, { dropped: Set<ConnectionId>; foreign: Set<ConnectionId> }>()
  const strayOf = (key: string) => {
    const known = strays.get(key) ?? { dropped: new Set<ConnectionId>(), foreign: new Set<ConnectionId>() }
    strays.set(key, known)
    return known
  }
  for (const seen of trace.observations) if (seen.kind === 'event.dropped') strayOf(seen.id).dropped.add(seen.connection)
  const resumed = connections.filter(({ lastEventId, edited }) => lastEventId !== undefined || edited !== undefined)
  if (resumed.length === 0) return strays
  const events = new Map<string, EventRecord>(streams.flatMap((stream) => stream.events.map((event) => [event.key, event])))
  for (const { id, stream, frames } of resumed) {
    for (const frame of frames) {
      if (frame.kind !== 'event' || frame.key === undefined) continue
      if (isForeign(frame, stream, events.get(frame.key))) strayOf(frame.key).foreign.add(id)
    }
  }
  return strays
}

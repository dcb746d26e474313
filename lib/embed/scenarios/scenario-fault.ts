/**
 * Scenarios in which something goes wrong by itself: the fault is armed when a run of the reader begins, or struck when so many rows have
 * arrived. Once a run; a recorded run is left alone.
 */
import type { Playground, PlaygroundState } from '../../playground/types'
import { snapshotAt } from '../../trace/snapshot'
import type { Scenario } from './scenarios'

/** Follows every run of `playground` until the returned function is called. */
export function followFault(playground: Playground, { fault }: Pick<Scenario, 'fault'>): () => void {
  if (!fault) return () => {}
  let done = false
  return playground.subscribe((state, before) => {
    if (state.phase === 'starting' && before.phase !== 'starting') done = false
    if (done || state.phase === 'recorded' || state.phase === 'settled') return
    if (fault.afterRows === undefined ? state.phase !== 'starting' : receivedRows(state) < fault.afterRows) return
    done = true
    playground.setFault(fault.id, true)
  })
}

function receivedRows({ phase, trace, now }: PlaygroundState): number {
  if (phase !== 'running') return 0
  const events = snapshotAt(trace, now).stage.call?.events ?? []
  return events.filter(({ message, receipts }) => message.kind === 'progress' && receipts.length > 0).length
}

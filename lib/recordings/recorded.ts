/** A recorded run as it is put on stage. */
import type { EpochMs } from '../protocol/observation'
import { parseRecording } from '../trace/recording/recording'
import { extentOf, type Trace } from '../trace/trace'

/** A run, and the moment it is first shown at: cut for the last time, the plug waiting; else when the client waits before it asks again. */
export type Recorded = { readonly trace: Trace; readonly opensAt: EpochMs }

/** @param recording the parsed file */
export function readRecorded(recording: unknown): Recorded {
  const trace = parseRecording(recording)
  const push = trace.observations.findLastIndex(({ kind }) => kind === 'plug.pushed')
  const ask = trace.observations.findLastIndex((seen) => seen.kind === 'connection.opened' && seen.lastEventId !== undefined)
  return { trace, opensAt: trace.observations[(push < 0 ? ask : push) - 1]?.at ?? extentOf(trace)?.to ?? 0 }
}

/**
 * The run that stands on the page before anything is started. Recorded from the real thing by scripts/record/first-run.mjs; never edited.
 */
import type { EpochMs } from '../protocol/observation'
import { parseRecording } from '../trace/recording/recording'
import { extentOf, type Trace } from '../trace/trace'
import recorded from './data/first-run.recording.json'

export const FIRST_RUN: Trace = parseRecording(recorded)

/** Where it is first shown: cut, the plug waiting, the last missing row just stored. */
export const FIRST_MOMENT: EpochMs = lastMomentBeforeThePush(FIRST_RUN)

function lastMomentBeforeThePush(trace: Trace): EpochMs {
  const push = trace.observations.findIndex(({ kind }) => kind === 'plug.pushed')
  return trace.observations[push - 1]?.at ?? extentOf(trace)?.to ?? 0
}

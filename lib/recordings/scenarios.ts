/**
 * The recorded run of each scenario that can be embedded. Recorded from the real thing by scripts/record-scenarios.mjs; never edited.
 */
import type { EpochMs } from '../trace/observation'
import { parseRecording } from '../trace/recording'
import { extentOf, type Trace } from '../trace/trace'
import beforeEnd from './before-end.recording.json'
import beforePriming from './before-priming.recording.json'
import doubleCut from './double-cut.recording.json'
import firstEvent from './first-event.recording.json'
import { FIRST_MOMENT, FIRST_RUN } from './first-run'
import politeClose from './polite-close.recording.json'
import story from './story.recording.json'
import withoutResumability from './without-resumability.recording.json'

/** A run, and the moment it is first shown at: cut for the last time, the plug waiting; else when the client waits before it asks again. */
export type Recorded = { readonly trace: Trace; readonly opensAt: EpochMs }

const FIRST: Recorded = { trace: FIRST_RUN, opensAt: FIRST_MOMENT }

const RECORDED: Readonly<Record<string, Recorded>> = {
  'first-cut': FIRST,
  'double-cut': read(doubleCut),
  'without-resumability': read(withoutResumability),
  'first-event': read(firstEvent),
  'before-end': read(beforeEnd),
  'before-priming': read(beforePriming),
  'polite-close': read(politeClose),
  story: read(story),
}

/** The run to show for a scenario; the first run for one that has none of its own. */
export const recordedFor = (scenario: string): Recorded => (Object.hasOwn(RECORDED, scenario) && RECORDED[scenario]) || FIRST

function read(recording: unknown): Recorded {
  const trace = parseRecording(recording)
  const push = trace.observations.findLastIndex(({ kind }) => kind === 'plug.pushed')
  const ask = trace.observations.findLastIndex((seen) => seen.kind === 'connection.opened' && seen.lastEventId !== undefined)
  return { trace, opensAt: trace.observations[(push < 0 ? ask : push) - 1]?.at ?? extentOf(trace)?.to ?? 0 }
}

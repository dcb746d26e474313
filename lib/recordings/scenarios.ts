/**
 * The recorded run of each scenario that can be embedded. Recorded from the real thing by scripts/record/scenarios.mjs; never edited.
 */
import beforeEnd from './data/before-end.recording.json'
import beforePriming from './data/before-priming.recording.json'
import doubleCut from './data/double-cut.recording.json'
import firstEvent from './data/first-event.recording.json'
import politeClose from './data/polite-close.recording.json'
import story from './data/story.recording.json'
import withoutResumability from './data/without-resumability.recording.json'
import { FIRST_MOMENT, FIRST_RUN } from './first-run'
import { type Recorded, readRecorded } from './recorded'

const FIRST: Recorded = { trace: FIRST_RUN, opensAt: FIRST_MOMENT }

const RECORDED: Readonly<Record<string, Recorded>> = {
  'first-cut': FIRST,
  'double-cut': readRecorded(doubleCut),
  'without-resumability': readRecorded(withoutResumability),
  'first-event': readRecorded(firstEvent),
  'before-end': readRecorded(beforeEnd),
  'before-priming': readRecorded(beforePriming),
  'polite-close': readRecorded(politeClose),
  story: readRecorded(story),
}

/** The run to show for a scenario; the first run for one that has none of its own. */
export const recordedFor = (scenario: string): Recorded => (Object.hasOwn(RECORDED, scenario) && RECORDED[scenario]) || FIRST

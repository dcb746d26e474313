/** The recorded run of one scenario, loaded when it is needed: a page that shows one does not carry the others, nor has it in its HTML. */
import { type Recorded, readRecorded } from './recorded'

const FILES: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'first-cut': () => import('./data/first-run.recording.json'),
  'double-cut': () => import('./data/double-cut.recording.json'),
  'without-resumability': () => import('./data/without-resumability.recording.json'),
  'first-event': () => import('./data/first-event.recording.json'),
  'before-end': () => import('./data/before-end.recording.json'),
  'before-priming': () => import('./data/before-priming.recording.json'),
  'polite-close': () => import('./data/polite-close.recording.json'),
  story: () => import('./data/story.recording.json'),
}

/** The same as `recordedFor` of scenarios.ts: the first run for a scenario that has none of its own. */
export async function loadRecorded(scenario: string): Promise<Recorded> {
  const load = (Object.hasOwn(FILES, scenario) && FILES[scenario]) || FILES['first-cut']
  return readRecorded((await load?.())?.default)
}

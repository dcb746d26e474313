/** The recorded run of one scenario, loaded when it is needed: a page that shows one does not carry the others, nor has it in its HTML. */
import { type Recorded, readRecorded } from './recorded'

const FILES: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'first-cut': () => import('./first-run.recording.json'),
  'double-cut': () => import('./double-cut.recording.json'),
  'without-resumability': () => import('./without-resumability.recording.json'),
  'first-event': () => import('./first-event.recording.json'),
  'before-end': () => import('./before-end.recording.json'),
  'before-priming': () => import('./before-priming.recording.json'),
  'polite-close': () => import('./polite-close.recording.json'),
  story: () => import('./story.recording.json'),
}

/** The same as `recordedFor` of scenarios.ts: the first run for a scenario that has none of its own. */
export async function loadRecorded(scenario: string): Promise<Recorded> {
  const load = (Object.hasOwn(FILES, scenario) && FILES[scenario]) || FILES['first-cut']
  return readRecorded((await load?.())?.default)
}

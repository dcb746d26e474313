/**
 * The recorded run of each step of each lesson: its reference solution, until the goal was reached. For paper, where nothing has been run.
 * Recorded from the real thing by scripts/record/lessons.mjs; never edited. Loaded lesson by lesson, when the page has nothing else to do.
 */
import { parseRecording } from '../trace/recording/recording'
import type { Trace } from '../trace/trace'

/** `inHand`: what a goal looks at beside the trace, as JSON: options, phase, selected, lookingAt. */
export type RecordedStep = { readonly trace: Trace; readonly inHand: unknown }

type Loading = Promise<{ readonly default: unknown }>

const RUNS: Readonly<Record<string, readonly (() => Loading)[]>> = {
  'one-post-many-events': [
    () => import('./data/lessons/one-post-many-events-1.recording.json'),
    () => import('./data/lessons/one-post-many-events-2.recording.json'),
  ],
  'pull-the-plug': [
    () => import('./data/lessons/pull-the-plug-1.recording.json'),
    () => import('./data/lessons/pull-the-plug-2.recording.json'),
  ],
  'two-headers': [() => import('./data/lessons/two-headers-1.recording.json'), () => import('./data/lessons/two-headers-2.recording.json')],
  'plug-back-in': [
    () => import('./data/lessons/plug-back-in-1.recording.json'),
    () => import('./data/lessons/plug-back-in-2.recording.json'),
  ],
  'stored-first': [
    () => import('./data/lessons/stored-first-1.recording.json'),
    () => import('./data/lessons/stored-first-2.recording.json'),
  ],
  'one-stream': [() => import('./data/lessons/one-stream-1.recording.json'), () => import('./data/lessons/one-stream-2.recording.json')],
  'priming-event': [
    () => import('./data/lessons/priming-event-1.recording.json'),
    () => import('./data/lessons/priming-event-2.recording.json'),
  ],
  'server-hangs-up': [
    () => import('./data/lessons/server-hangs-up-1.recording.json'),
    () => import('./data/lessons/server-hangs-up-2.recording.json'),
  ],
  refused: [
    () => import('./data/lessons/refused-1.recording.json'),
    () => import('./data/lessons/refused-2.recording.json'),
    () => import('./data/lessons/refused-3.recording.json'),
  ],
  leaving: [
    () => import('./data/lessons/leaving-1.recording.json'),
    () => import('./data/lessons/leaving-2.recording.json'),
    () => import('./data/lessons/leaving-3.recording.json'),
  ],
  silence: [
    () => import('./data/lessons/silence-1.recording.json'),
    () => import('./data/lessons/silence-2.recording.json'),
    () => import('./data/lessons/silence-3.recording.json'),
  ],
  'what-changed': [
    () => import('./data/lessons/what-changed-1.recording.json'),
    () => import('./data/lessons/what-changed-2.recording.json'),
    () => import('./data/lessons/what-changed-3.recording.json'),
  ],
}

/** The runs of a lesson, one a step. Throws an Error that names a lesson without any. */
export async function recordedLesson(slug: string): Promise<readonly RecordedStep[]> {
  const runs = RUNS[slug]
  if (!runs)
    throw new Error(
      `No run is recorded for the lesson ${JSON.stringify(slug)}: add it here, then run node scripts/record/lessons.mjs ${slug}.`,
    )
  const [inHand, ...recordings] = await Promise.all([import('./data/lessons/in-hand.json'), ...runs.map((load) => load())])
  const hands = inHand.default as Readonly<Record<string, unknown>>
  return recordings.map((recording, index) => ({ trace: parseRecording(recording.default), inHand: hands[`${slug}-${index + 1}`] }))
}

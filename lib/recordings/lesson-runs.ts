/**
 * The recorded run of each step of each lesson: its reference solution, until the goal was reached. For paper, where nothing has been run.
 * Recorded from the real thing by scripts/record/lessons.mjs; never edited. Loaded lesson by lesson, when the page has nothing else to do.
 */
import { parseRecording } from '../trace/recording'
import type { Trace } from '../trace/trace'

/** `inHand`: what a goal looks at beside the trace, as JSON: options, phase, selected, lookingAt. */
export type RecordedStep = { readonly trace: Trace; readonly inHand: unknown }

type Loading = Promise<{ readonly default: unknown }>

const RUNS: Readonly<Record<string, readonly (() => Loading)[]>> = {
  'one-post-many-events': [
    () => import('./lessons/one-post-many-events-1.recording.json'),
    () => import('./lessons/one-post-many-events-2.recording.json'),
  ],
  'pull-the-plug': [() => import('./lessons/pull-the-plug-1.recording.json'), () => import('./lessons/pull-the-plug-2.recording.json')],
  'two-headers': [() => import('./lessons/two-headers-1.recording.json'), () => import('./lessons/two-headers-2.recording.json')],
  'plug-back-in': [() => import('./lessons/plug-back-in-1.recording.json'), () => import('./lessons/plug-back-in-2.recording.json')],
  'stored-first': [() => import('./lessons/stored-first-1.recording.json'), () => import('./lessons/stored-first-2.recording.json')],
  'one-stream': [() => import('./lessons/one-stream-1.recording.json'), () => import('./lessons/one-stream-2.recording.json')],
  'priming-event': [() => import('./lessons/priming-event-1.recording.json'), () => import('./lessons/priming-event-2.recording.json')],
  'server-hangs-up': [
    () => import('./lessons/server-hangs-up-1.recording.json'),
    () => import('./lessons/server-hangs-up-2.recording.json'),
  ],
  refused: [
    () => import('./lessons/refused-1.recording.json'),
    () => import('./lessons/refused-2.recording.json'),
    () => import('./lessons/refused-3.recording.json'),
  ],
  leaving: [
    () => import('./lessons/leaving-1.recording.json'),
    () => import('./lessons/leaving-2.recording.json'),
    () => import('./lessons/leaving-3.recording.json'),
  ],
  silence: [
    () => import('./lessons/silence-1.recording.json'),
    () => import('./lessons/silence-2.recording.json'),
    () => import('./lessons/silence-3.recording.json'),
  ],
  'what-changed': [
    () => import('./lessons/what-changed-1.recording.json'),
    () => import('./lessons/what-changed-2.recording.json'),
    () => import('./lessons/what-changed-3.recording.json'),
  ],
}

/** The runs of a lesson, one a step. Throws an Error that names a lesson without any. */
export async function recordedLesson(slug: string): Promise<readonly RecordedStep[]> {
  const runs = RUNS[slug]
  if (!runs)
    throw new Error(
      `No run is recorded for the lesson ${JSON.stringify(slug)}: add it here, then run node scripts/record/lessons.mjs ${slug}.`,
    )
  const [inHand, ...recordings] = await Promise.all([import('./lessons/in-hand.json'), ...runs.map((load) => load())])
  const hands = inHand.default as Readonly<Record<string, unknown>>
  return recordings.map((recording, index) => ({ trace: parseRecording(recording.default), inHand: hands[`${slug}-${index + 1}`] }))
}

/**
 * Plays the reference solution of every step of every lesson, with the real server and the real client in this process and the waits a
 * reader meets, until the step's goal is reached. Returns each run as a recording, and what was in the hand. Used by lessons.mjs.
 */

import { LESSONS } from '../../lib/lessons/index'
import type { Lesson, Step } from '../../lib/lessons/lesson'
import { playSolution, runOf } from '../../lib/lessons/play-solution'
import { DEFAULT_LIMITS } from '../../lib/server/http/config'
import { stringifyRecording } from '../../lib/trace/recording/recording'
import { openPlayground } from '../../test/fuzz/playground-bench'

/** A step's goal must be reached by then. */
const PATIENCE = 120_000
/** Runs at one time: more would disturb each other's times. */
const AT_ONCE = 3

/** What a goal looks at beside the trace. */
type InHand = Pick<ReturnType<typeof runOf>, 'options' | 'phase' | 'selected' | 'lookingAt'> & { readonly at: number }
type LessonRecording = { readonly name: string; readonly text: string; readonly inHand: InHand }

/** Every step, or those of the lessons named. Throws an Error that names the step whose goal was not reached. */
export async function recordLessons(takenOn: string, only: readonly string[] = []): Promise<readonly LessonRecording[]> {
  const wanted = LESSONS.filter(({ slug }) => only.length === 0 || only.includes(slug))
  const steps = wanted.flatMap((lesson) => lesson.steps.map((step, index) => ({ lesson, step, number: index + 1 })))
  const taken: LessonRecording[] = []
  while (steps.length > 0) taken.push(...(await Promise.all(steps.splice(0, AT_ONCE).map((one) => record(one, takenOn)))))
  return taken
}

async function record({ lesson, step, number }: { lesson: Lesson; step: Step; number: number }, takenOn: string): Promise<LessonRecording> {
  const name = `${lesson.slug}-${number}`
  const { playground, close } = openPlayground({ retryMs: DEFAULT_LIMITS.retryMs })
  // A goal may pass again, as when a client gives up a silent connection: what counts is the last moment at which it was reached.
  let reached = runOf(playground.getState())
  let at = 0
  const stop = playground.subscribe((state) => {
    const run = runOf(state)
    if (step.goal.judge(run).state !== 'done') return
    reached = run
    at = state.now
  })
  const judgement = await playSolution(playground, step, { signal: AbortSignal.timeout(PATIENCE) })
  stop()
  await close()
  if (judgement.state !== 'done') throw new Error(`${name}: the goal was not reached, because ${judgement.because.en}`)
  const { options, phase, selected, lookingAt } = reached
  const inHand = { at, options, phase, ...(selected === undefined ? {} : { selected }), ...(lookingAt === undefined ? {} : { lookingAt }) }
  return { name, text: stringifyRecording(reached.trace, { takenOn, note: `${lesson.title.en} ${step.title.en}.` }), inHand }
}

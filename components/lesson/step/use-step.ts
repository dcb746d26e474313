'use client'
/**
 * One step on the page: judges the run, ticks the goal once it is reached, keeps the prediction, plays the solution. The judging
 * itself is the lesson's.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Judgement, Lesson, LessonRun, Step } from '../../../lib/lessons/lesson'
import { clearHands, playSolution, runOf } from '../../../lib/lessons/play-solution'
import { progressOf } from '../../../lib/lessons/progress'
import { SHOWN_RUN_KEY } from '../../../lib/model/storage-keys'
import { EMPTY_TRACE } from '../../../lib/trace/trace'
import { useProgress } from '../../lesson-list/use-progress'
import { usePlayground, usePlaygroundItself } from '../../use-playground'

export type StepState = {
  readonly run: LessonRun
  readonly judgement: Judgement
  readonly reached: 'done' | 'shown' | undefined
  readonly chosen: string | undefined
  readonly answer: ReturnType<NonNullable<Step['prediction']>['answer']>
  readonly showing: boolean
  choose(choice: string): void
  showMe(): void
  stopShowing(): void
  /** Leaves this run for an untouched stage. */
  startAgain(): void
}

export function useStep(lesson: Lesson, step: Step): StepState {
  const playground = usePlaygroundItself()
  const state = usePlayground((whole) => whole)
  const run = useMemo(() => runOf(state), [state])
  const judgement = step.goal.judge(run)
  const { progress, mark } = useProgress()
  const { reached, predicted } = progressOf(progress, lesson.slug, step.id)
  const [showing, setShowing] = useState<AbortController>()
  /** when the run began that the reference solution played */
  const shownRun = useRef<number>(undefined)

  useEffect(() => playground.setOptions(step.setup ?? {}), [playground, step])
  useEffect(() => () => showing?.abort(), [showing])

  const isDone = judgement.state === 'done'
  const began = run.trace.observations[0]?.at
  useEffect(() => {
    if (!isDone) return
    const shown = showing !== undefined || (began !== undefined && began === (shownRun.current ?? readShown()))
    mark(lesson.slug, step.id, { reached: shown ? 'shown' : 'done' })
  }, [isDone, showing, began, lesson, step, mark])

  return {
    run,
    judgement,
    reached,
    chosen: predicted,
    answer: predicted !== undefined || isDone || reached ? step.prediction?.answer(run) : undefined,
    showing: showing !== undefined,
    choose: (choice) => mark(lesson.slug, step.id, { predicted: choice }),
    async showMe() {
      const playing = new AbortController()
      setShowing(playing)
      const stop = playground.subscribe(({ trace }) => {
        shownRun.current = trace.observations[0]?.at
        if (shownRun.current !== undefined) keepShown(shownRun.current)
      })
      await playSolution(playground, step, { signal: playing.signal })
      stop()
      setShowing((now) => (now === playing ? undefined : now))
    },
    stopShowing: () => showing?.abort(),
    startAgain() {
      showing?.abort()
      clearHands(playground)
      playground.show(EMPTY_TRACE)
    },
  }
}

/** A reload must not turn what was shown into what was solved. */
function keepShown(began: number): void {
  try {
    sessionStorage.setItem(SHOWN_RUN_KEY, String(began))
  } catch {
    // without storage no run is found again either
  }
}

function readShown(): number | undefined {
  try {
    const kept = sessionStorage.getItem(SHOWN_RUN_KEY)
    return kept === null ? undefined : Number(kept)
  } catch {
    return undefined
  }
}

/**
 * What a lesson is: a plan (steps, and pure predicates on the run that is on the stage) and its texts in one language, put together by
 * text/bind.ts. Nothing here draws, connects or waits: play-solution.ts acts, components/lesson draws.
 */

import type { HeaderEdits } from '../faults/commands'
import type { FaultId } from '../faults/faults'
import type { FaultSetting, Phase, RunOptions } from '../model/run-options'
import type { EpochMs } from '../protocol/observation'
import type { SpecPlace } from '../spec/sections'
import type { Snapshot } from '../trace/snapshot-types'
import type { Trace } from '../trace/trace'
import type { LessonMessage } from '../words/lesson-text'

/** What a goal or a prediction may look at: the run, at its newest moment. */
export type LessonRun = {
  readonly trace: Trace
  readonly snapshot: Snapshot
  readonly options: RunOptions
  readonly phase: Phase
  /** the selected event's key */
  readonly selected?: string
  /** the playhead, where the learner looks back */
  readonly lookingAt?: EpochMs
}

/** How far a goal has come in this run. The words name what was seen or what is missing: ids, numbers, statuses. */
export type Judgement<Words = string> =
  | { readonly state: 'done'; readonly shown: Words }
  | { readonly state: 'not-yet'; readonly because: Words }
  /** this run can no longer reach it; starting again can */
  | { readonly state: 'no-longer-possible'; readonly because: Words }

/** The choice that the run has shown to be true, and what it showed. */
export type Answer<Words = string> = { readonly choice: string; readonly shown: Words }

export type Goal = {
  readonly sentence: string
  readonly judge: (run: LessonRun) => Judgement
}

/** Where the specification says it. `says` is in our words. */
export type SpecLink = { readonly says: string; readonly href: string }

type Choice = { readonly id: string; readonly words: Prose }

/** Asked before the act; answered by the wire, never by the lesson. */
export type Prediction = {
  readonly question: Prose
  readonly choices: readonly Choice[]
  /** undefined while the question is open */
  readonly answer: (run: LessonRun) => Answer | undefined
}

/** A text with marks (see prose.ts): code, terms that light the stage, figures of the run. */
export type Prose = string

/** One thing a hand can do. `when`: not before the run has come that far. */
export type Act = { readonly when?: (run: LessonRun) => boolean } & (
  | { readonly do: 'start' }
  | { readonly do: 'pull' }
  | { readonly do: 'push' }
  | { readonly do: 'select'; readonly pick: (run: LessonRun) => string | undefined }
  | { readonly do: 'fault'; readonly fault: FaultId; readonly on?: boolean; readonly setting?: FaultSetting }
  | { readonly do: 'edit'; readonly edits: (run: LessonRun) => HeaderEdits | undefined }
  | { readonly do: 'ask-as-kept' }
  | { readonly do: 'options'; readonly options: Partial<RunOptions> }
  /** the page is left and comes back, with nothing but what was kept */
  | { readonly do: 'reload' }
)

/** An act of the guide's own, for what the stage has no button for. */
export type Offer = { readonly words: string; readonly act: Act }

export type Step = {
  /** unique in its lesson; names the step in saved progress */
  readonly id: string
  readonly title: string
  readonly prose: readonly Prose[]
  /** the one sentence that says what to do */
  readonly act: Prose
  readonly prediction?: Prediction
  readonly goal: Goal
  readonly spec: SpecLink
  /** a nudge, then nearly the answer */
  readonly hints: readonly [Prose, Prose]
  readonly offers?: readonly Offer[]
  /** how the next run is set when this step begins */
  readonly setup?: Partial<RunOptions>
  /** shown under the prose: one event of the run, line by line */
  readonly figure?: 'event'
  /** reaches the goal from an empty stage; no act of it can be left out */
  readonly solution: readonly Act[]
  /** what the teacher says, and what the class usually gets wrong */
  readonly notes: string
}

export type Lesson = {
  readonly slug: string
  readonly title: string
  /** one or two sentences for the list and the page's description */
  readonly summary: string
  readonly steps: readonly Step[]
}

/** A step without words. Its texts are found by its id, its choices' and its offers' (lib/words/lesson-text.ts). */
export type StepPlan = Pick<Step, 'id' | 'setup' | 'figure' | 'solution'> & {
  readonly prediction?: {
    /** ids */
    readonly choices: readonly string[]
    readonly answer: (run: LessonRun) => Answer<LessonMessage> | undefined
  }
  readonly judge: (run: LessonRun) => Judgement<LessonMessage>
  readonly spec: SpecPlace
  readonly offers?: readonly { readonly id: string; readonly act: Act }[]
}

/** A lesson without words. */
export type LessonPlan = { readonly slug: string; readonly steps: readonly StepPlan[] }

/**
 * What a lesson is. A lesson is data: words in every language, and pure predicates on the run that is on the stage. Nothing here
 * draws, connects or waits; play-solution.ts acts, components/lesson-guide draws.
 */

import type { HeaderEdits } from '../faults/commands'
import type { FaultId } from '../faults/faults'
import type { FaultSetting, Phase, RunOptions } from '../model/run-options'
import type { EpochMs } from '../protocol/observation'
import type { Snapshot } from '../trace/snapshot-types'
import type { Trace } from '../trace/trace'
import type { Text } from '../words/text'

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

/** How far a goal has come in this very run. The words name what was seen or what is missing: ids, numbers, statuses. */
export type Judgement =
  | { readonly state: 'done'; readonly shown: Text }
  | { readonly state: 'not-yet'; readonly because: Text }
  /** this run can no longer reach it; starting again can */
  | { readonly state: 'no-longer-possible'; readonly because: Text }

type Goal = {
  readonly sentence: Text
  readonly judge: (run: LessonRun) => Judgement
}

/** Where the specification says it. `says` is in our words. */
export type SpecLink = { readonly says: Text; readonly href: string }

type Choice = { readonly id: string; readonly words: Prose }

/** Asked before the act; answered by the wire, never by the lesson. */
export type Prediction = {
  readonly question: Prose
  readonly choices: readonly Choice[]
  /** Which choice the run has shown to be true, and what it showed; undefined while it is open. */
  readonly answer: (run: LessonRun) => { readonly choice: string; readonly shown: Text } | undefined
}

/** A text with marks (see prose.ts): code, terms that light the stage, figures of the run. */
export type Prose = Text

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
type Offer = { readonly words: Text; readonly act: Act }

export type Step = {
  /** unique in its lesson; names the step in saved progress */
  readonly id: string
  readonly title: Text
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
  /** reaches the goal from an empty stage; no act of it can be left out */
  readonly solution: readonly Act[]
  /** what the teacher says, and what the class usually gets wrong */
  readonly notes: Text
}

export type Lesson = {
  readonly slug: string
  readonly title: Text
  /** one or two sentences for the list and the page's description */
  readonly summary: Text
  readonly steps: readonly Step[]
}

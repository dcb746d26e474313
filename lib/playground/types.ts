/**
 * What the playground holds and what can be done to it. Types only; playground.ts makes one.
 */
import type { HeaderEdits } from '../faults/commands'
import type { FaultId } from '../faults/faults'
import type { FaultSetting, Phase, RunOptions } from '../model/run-options'
import type { ConnectionId, EpochMs, KeptHeaders } from '../protocol/observation'
import type { Playhead } from '../trace/timeline/playhead'
import type { Trace } from '../trace/trace'
import type { Message } from '../words/message'
import type { Problem } from '../words/run/problem'

export type Selection = { readonly kind: 'event'; readonly key: string } | { readonly kind: 'connection'; readonly id: ConnectionId }

export type StepUnit = 'event' | 'frame' | 'exchange'

export type PlaygroundState = {
  readonly trace: Trace
  /** the newest moment known: grows while something can still happen, rests when a run is over */
  readonly now: EpochMs
  readonly playhead: Playhead
  readonly playing: boolean
  readonly speed: number
  readonly selection?: Selection
  readonly options: RunOptions
  /** the reconnection wait stands still until it is let go */
  readonly frozen: boolean
  /** what the client kept in the run before this one */
  readonly previous?: KeptHeaders
  /** faults switched on before a run: they strike in the next one */
  readonly armed: readonly FaultId[]
  /** the learner's edits of what the next resume will send */
  readonly edits?: HeaderEdits
  readonly phase: Phase
  readonly problem?: Problem
  /** words for role=status, e.g. "Plug pulled. Last event ID call-2/9." */
  readonly announcement: readonly Message[]
}

export type PlaygroundVerbs = {
  /** Ends what is there and starts the chosen tool in a new session. Settles when the call has; never rejects. */
  start(): Promise<void>
  /** Picks up the run that an earlier life of this page left behind, if there is one. */
  restore(): Promise<void>
  /** After another tab took the run: picks it up again here. The other tab is told. */
  takeBack(): Promise<void>
  /** Severs every connection. On the recorded run there is nothing to sever. */
  pull(): void
  /** Plugs back in. On the recorded run: plays what happened next, as recorded. */
  push(): void
  /** Puts a recorded run on stage, at `at` or at its end. A live run is left first; its session is ended. */
  show(recording: Trace, at?: EpochMs): void
  /** Keeps what a reload needs of the trace. Call it when the page is hidden. */
  save(): void
  /** Leaves without ending the session: open connections are closed, timers stop. */
  leave(): void
  /** Cancels the running call (notifications/cancelled). */
  cancel(): void
  setOptions(options: Partial<RunOptions>): void
  /** Switches a fault on (acts, arms it, or lets it go on) or off. Acting returns to now. What it did is read from `snapshot.faults`. */
  setFault(fault: FaultId, on: boolean, setting?: FaultSetting): void
  /** Edits what the next resume sends instead of the kept headers; undefined: sends them as kept. */
  editHeaders(edits: HeaderEdits | undefined): void
  /** After an edited resume was refused: asks again, with the kept headers. */
  askAsKept(): void
  /** Stops the reconnection wait where it is, or lets it run on. */
  freezeWait(frozen: boolean): void
  seek(to: EpochMs | 'now'): void
  step(by: 1 | -1, unit?: StepUnit): void
  jump(to: 'first' | 'last'): void
  play(): void
  pause(): void
  setSpeed(speed: number): void
  select(selection: Selection | undefined): void
  /** Tells the learner of something that went wrong outside a run: a file or a link that cannot be read. Nothing else changes. */
  tell(problem: Problem): void
  dismissProblem(): void
}

/** What only a page can do to itself. */
export type Page = {
  reload(): void
  /** Opens this page in a second tab, which begins with what this one keeps. */
  openTab(): void
  /** Closes this tab; a browser may not let it. */
  closeTab(): void
  /** Whether the page was navigated to: not reloaded, and not gone back to. */
  isFresh(): boolean
}

export type Playground = {
  getState(): PlaygroundState
  getInitialState(): PlaygroundState
  subscribe(listener: (state: PlaygroundState, previous: PlaygroundState) => void): () => void
} & PlaygroundVerbs

/** A recorded run of a step as a lesson sees it: what its goal, its question and its prose read. */
import { type Figure, figureOf } from '../../../lib/lessons/judge/figures'
import type { LessonRun, Step } from '../../../lib/lessons/lesson'
import { FIGURES, type FigureName, piecesOf } from '../../../lib/lessons/prose'
import type { EpochMs } from '../../../lib/protocol/observation'
import type { RecordedStep } from '../../../lib/recordings/lesson-runs'
import { snapshotAt } from '../../../lib/trace/snapshot'
import { extentOf } from '../../../lib/trace/trace'

type InHand = Omit<LessonRun, 'trace' | 'snapshot'> & { readonly at?: EpochMs }

/** The moment at which the goal was reached: later than the last observation where something had to stay away. */
export const momentOfRecording = ({ trace, inHand }: RecordedStep): EpochMs => (inHand as InHand).at ?? extentOf(trace)?.to ?? 0

/** The run at that moment. */
export function runOfRecording(recorded: RecordedStep): LessonRun {
  const { at: _, ...inHand } = recorded.inHand as InHand
  return { trace: recorded.trace, snapshot: snapshotAt(recorded.trace, momentOfRecording(recorded)), ...inHand }
}

/** Values for the figures in a text: the name of each → what stands there. */
export type RecordedFigures = Readonly<Partial<Record<FigureName, Figure>>>

/** The figures that a step's words ask for, as its recorded run has them. */
export function figuresOf(step: Step, run: LessonRun): RecordedFigures {
  const asked = new Set(wordsOf(step).flatMap(figuresIn))
  return Object.fromEntries(FIGURES.filter((name) => asked.has(name)).map((name) => [name, { ...figureOf(name, run.snapshot), keys: [] }]))
}

export const asksForFigures = (step: Step): boolean => wordsOf(step).some((words) => figuresIn(words).length > 0)

const wordsOf = ({ prose, act, prediction }: Step): readonly string[] =>
  [...prose, act, ...(prediction ? [prediction.question, ...prediction.choices.map(({ words }) => words)] : [])].map(({ en }) => en)

const figuresIn = (words: string): readonly FigureName[] =>
  piecesOf(words).flatMap((piece) => (piece.kind === 'figure' ? [piece.name] : []))

/** A recorded run of a step as a lesson sees it: what its goal, its question and its prose read. */
import { type Figure, figureOf } from '../../lib/lessons/figures'
import type { LessonRun, Step } from '../../lib/lessons/lesson'
import { FIGURES, type FigureName, piecesOf } from '../../lib/lessons/prose'
import type { RecordedStep } from '../../lib/recordings/lesson-runs'
import { snapshotAt } from '../../lib/trace/snapshot'
import { extentOf } from '../../lib/trace/trace'

/** The run at its last moment: the goal had just been reached. */
export function runOfRecording({ trace, inHand }: RecordedStep): LessonRun {
  const at = extentOf(trace)?.to ?? 0
  return { trace, snapshot: snapshotAt(trace, at), ...(inHand as Omit<LessonRun, 'trace' | 'snapshot'>) }
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

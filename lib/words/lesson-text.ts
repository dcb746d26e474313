/**
 * What a translator writes for a lesson: a file in the folder lessons/ of the language. English sets the keys; every other language must have the
 * same ones, or it does not compile.
 */
import type { Param, ParamsOf, Plural, Template } from './format'

/** Prose may hold the marks of prose.ts; the other texts are plain. */
export type StepText = {
  readonly title: string
  /** paragraphs */
  readonly prose: readonly string[]
  /** the one sentence that says what to do */
  readonly act: string
  readonly question?: string
  /** by the ids of the prediction's choices */
  readonly choices?: Readonly<Record<string, string>>
  /** by the ids of the step's offers */
  readonly offers?: Readonly<Record<string, string>>
  readonly goal: string
  /** what the specification says, in our words */
  readonly spec: string
  /** a nudge, then nearly the answer */
  readonly hints: readonly [string, string]
  /** for the teacher */
  readonly notes: string
}

export type LessonText = {
  readonly title: string
  /** one or two sentences for the list and the page's description */
  readonly summary: string
  readonly steps: Readonly<Record<string, StepText>>
  readonly messages: LessonMessages
}

/** What judgements and answers say of a run. A judgement that is not "done" continues "Not yet, because …" */
export type LessonMessages = Readonly<Record<string, Template>>

/** The same keys in another language. Any text of `messages` may be a plural there. */
export type Translation<English> = English extends string
  ? string
  : English extends Plural
    ? Template
    : { readonly [Key in keyof English]: Key extends 'messages' ? Translations<English[Key]> : Translation<English[Key]> }

/** The same for messages alone. */
export type Translations<English> = { readonly [Key in keyof English]: Template }

/** One of the messages with its parameters, not yet in a language. A parameter can be a message of its own. */
export type LessonMessage = { readonly id: string; readonly params?: Readonly<Record<string, LessonMessageParam>> }

/** Undefined: nothing stands in its place. */
export type LessonMessageParam = Param | LessonMessage | undefined

/** Makes messages with the ids and parameters that the English text has: `const msg = messagesFrom<typeof en.messages>()`. */
export const messagesFrom =
  <English extends LessonMessages>() =>
  <Id extends keyof English & string>(id: Id, ...[params]: ParamsOf<English[Id], LessonMessageParam>): LessonMessage =>
    params === undefined ? { id } : { id, params }

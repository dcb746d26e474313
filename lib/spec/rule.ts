/** The type of the rows of coverage.ts, and short ways to write them. */

import type { FaultId } from '../faults/faults'
import type { BugId } from '../faults/gallery'
import type { Level as AnyLevel } from './sentences'

/** A keyword of RFC 2119. */
export type Level = Exclude<AnyLevel, 'silent'>

type Actor = 'client' | 'server' | 'both'

/** Where it is shown: a lesson, a fault of the panel, a server broken on purpose, or the edit of the headers of the next resume. */
export type Shown =
  | { readonly kind: 'lesson'; readonly slug: string }
  | { readonly kind: 'fault'; readonly id: FaultId }
  | { readonly kind: 'bug'; readonly id: BugId }
  | { readonly kind: 'headers' }

export type Rule = {
  readonly level: Level
  readonly who: Actor
  /** a message: the key of a catalogue */
  readonly says: string
  /** never empty: what shows it, the best place first */
  readonly shown: readonly [Shown, ...Shown[]]
  /** what to look at there */
  readonly look: string
}

/** A rule whose messages are known to the compiler: a catalogue that lacks one does not compile. */
type RuleWith<Words extends string> = Rule & { readonly says: Words; readonly look: Words }

/** All messages of a list of rules. */
export type MessagesOf<Rules extends readonly Rule[]> = Rules[number]['says' | 'look']

export const rule = <Words extends string>(
  level: Level,
  who: Actor,
  says: Words,
  look: Words,
  ...shown: readonly [Shown, ...Shown[]]
): RuleWith<Words> => ({
  level,
  who,
  says,
  look,
  shown,
})

export const lesson = (slug: string): Shown => ({ kind: 'lesson', slug })
export const fault = (id: FaultId): Shown => ({ kind: 'fault', id })
export const bug = (id: BugId): Shown => ({ kind: 'bug', id })
export const HEADERS: Shown = { kind: 'headers' }

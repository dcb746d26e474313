/**
 * Reasons of a trace (lib/protocol/reason.ts) in words: the English of lib/protocol/reason-text.ts, looked up in the catalogue. What a server
 * or a browser said stays as it came.
 */
import type { Reason } from '../../protocol/reason'
import { hasCode, reasonTemplate } from '../../protocol/reason-text'
import { type Saying, type SayingParts, spokenText } from '../message'
import type { Word } from '../t'

/** The reason as a part of a sentence, to be said later. */
export const reasonSaying = (reason: Reason): Saying =>
  reason.code === 'quoted' ? { quote: String(reason.quoted) } : { english: reasonTemplate(reason), parts: partsOf(reason) }

/** What stands in the places of a template: the parameters of a reason or a detail. */
export const partsOf = (reason: object): SayingParts =>
  Object.fromEntries(Object.entries(reason).map(([name, value]) => [name, partOf(name, value)]))

function partOf(name: string, value: unknown): SayingParts[string] {
  if (hasCode(value)) return reasonSaying(value as Reason)
  return name === 'quoted' ? { quote: String(value) } : String(value)
}

/** The reason as a sentence: it begins with a capital and ends. */
export const reasonSentence = (reason: Reason): Saying => ({ sentence: reasonSaying(reason) })

/** The reason as a part of a sentence, in the language of `word`. */
export const reasonWords = (word: Word, reason: Reason): string => spokenText([reasonSaying(reason)], word)

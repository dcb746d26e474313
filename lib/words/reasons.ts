/**
 * Reasons and details of a trace (lib/protocol/reason.ts) in words: the English of lib/protocol/reason-text.ts, looked up in the catalogue.
 * What a server or a browser said stays as it came.
 */
import type { FaultDetail } from '../protocol/reason'
import { ABSENT, isReason, reasonTemplate } from '../protocol/reason-text'
import { type Saying, type SayingParts, spokenText } from './message'
import type { Word } from './t'

/** The reason as a part of a sentence, to be said later. */
export function reasonSaying(reason: FaultDetail): Saying {
  if (reason.code === 'quoted') return { quote: reason.quoted }
  const english = reasonTemplate(reason)
  const parts: Record<string, SayingParts[string]> = {}
  for (const [, name] of english.matchAll(/\{(\w+)\}/g)) if (name !== undefined) parts[name] = partOf(reason, name)
  return { english, parts }
}

function partOf(reason: FaultDetail, name: string): SayingParts[string] {
  const value = (reason as Readonly<Record<string, unknown>>)[name]
  if (isReason(value)) return reasonSaying(value)
  if (value === undefined) return { english: ABSENT[name] ?? `{${name}}` }
  return name === 'quoted' ? { quote: String(value) } : typeof value === 'number' ? value : String(value)
}

/** The reason as a sentence: it begins with a capital and ends. */
export const reasonSentence = (reason: FaultDetail): Saying => ({ sentence: reasonSaying(reason) })

/** The reason as a part of a sentence, in the language of `word`. */
export const reasonWords = (word: Word, reason: FaultDetail): string => spokenText([reasonSaying(reason)], word)

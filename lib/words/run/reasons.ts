/**
 * Reasons of a trace (lib/protocol/reason.ts) in words: the English of lib/protocol/reason-text.ts, looked up in the catalogue. What a server
 * or a browser said stays as it came.
 */
import type { Reason } from '../../protocol/reason'
import { hasCode, reasonTemplate } from '../../protocol/reason-text'
import { type Message, type MessageParam, type MessageParams, msg } from '../message'
import type { Translate } from '../t'

/** The reason as a part of a sentence, to be said later. */
export const reasonMessage = (reason: Reason): MessageParam =>
  reason.code === 'quoted' ? { quote: String(reason.quoted) } : msg(reasonTemplate(reason), partsOf(reason))

/** What stands in the places of a template: the parameters of a reason or a detail. */
export const partsOf = (reason: object): MessageParams =>
  Object.fromEntries(Object.entries(reason).map(([name, value]) => [name, partOf(name, value)]))

function partOf(name: string, value: unknown): MessageParams[string] {
  if (hasCode(value)) return reasonMessage(value as Reason)
  return name === 'quoted' ? { quote: String(value) } : String(value)
}

/** The reason as a sentence: it begins with a capital and ends. */
export const reasonSentence = (reason: Reason): Message => ({ sentence: reasonMessage(reason) })

/** The reason as a part of a sentence, in the language of `t`. */
export const reasonWords = (t: Translate, reason: Reason): string => t(reasonMessage(reason))

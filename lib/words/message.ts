/**
 * Sentences made where there is no language: the English words and what stands in their places, said when they reach a screen. A reason
 * was told by a client or a server and came as text: what is ours in it is translated, what a server wrote stays as it came. A quote always does.
 * Pure: no React, no DOM.
 */

import { reasonPieces } from './recorded'
import { ENGLISH, type Parts, type Word } from './t'

export type Saying = { readonly english: string; readonly parts?: Parts } | { readonly reason: string } | { readonly quote: string }

/** A piece of what is said; `wire`: as a server wrote it, in its own language. */
export type Spoken = { readonly text: string; readonly wire?: boolean }

/** Words to be said later. The test of completeness sees them like those of `word`. */
export const saying = (english: string, parts?: Parts): Saying => (parts === undefined ? { english } : { english, parts })

/** The sayings after one another, in pieces. */
export function spoken(sayings: readonly Saying[], word: Word = ENGLISH): readonly Spoken[] {
  return sayings.flatMap((one, i): readonly Spoken[] => {
    const pieces = piecesOf(one, word)
    return i === 0 ? pieces : [{ text: ' ' }, ...pieces]
  })
}

function piecesOf(one: Saying, word: Word): readonly Spoken[] {
  if ('reason' in one) return reasonPieces(one.reason, word)
  return 'quote' in one ? [{ text: one.quote, wire: true }] : [{ text: word(one.english, one.parts) }]
}

/** The same as one text. */
export const spokenText = (sayings: readonly Saying[], word: Word = ENGLISH): string =>
  spoken(sayings, word)
    .map(({ text }) => text)
    .join('')

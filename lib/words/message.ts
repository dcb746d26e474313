/**
 * Sentences made where there is no language: the English words and what stands in their places, said when they reach a screen. A quote is
 * what somebody else wrote (a server, a browser): it stays as it came.
 * Pure: no React, no DOM.
 */
import { ENGLISH, type Parts, piecesOf, type Spoken, type Word } from './t'

export type Saying =
  | { readonly english: string; readonly parts?: SayingParts }
  | { readonly quote: string }
  /** with a capital at its beginning and a full stop at its end */
  | { readonly sentence: Saying }

/** What stands in the places: as it is, or said in its turn. */
export type SayingParts = Readonly<Record<string, string | number | Saying>>

/** Words to be said later. The test of completeness sees them like those of `word`. */
export const saying = (english: string, parts?: Parts): Saying => (parts === undefined ? { english } : { english, parts })

/** The sayings after one another, in pieces. */
export function spoken(sayings: readonly Saying[], word: Word = ENGLISH): readonly Spoken[] {
  return sayings.flatMap((one, i): readonly Spoken[] => {
    const pieces = piecesIn(one, word)
    return i === 0 ? pieces : [{ text: ' ' }, ...pieces]
  })
}

function piecesIn(one: Saying, word: Word): readonly Spoken[] {
  if ('quote' in one) return [{ text: one.quote, wire: true }]
  if ('sentence' in one) return asSentence(piecesIn(one.sentence, word))
  const { english, parts = {} } = one
  if (!Object.values(parts).some((part) => typeof part === 'object')) return [{ text: word(english, parts as Parts) }]
  return piecesOf(word(english)).flatMap((piece): readonly Spoken[] => {
    if (piece.kind === 'text') return [{ text: piece.text }]
    const part = piece.kind === 'place' ? parts[piece.name] : undefined
    return typeof part === 'object' ? piecesIn(part, word) : [{ text: String(part ?? '') }]
  })
}

function asSentence(pieces: readonly Spoken[]): readonly Spoken[] {
  const last = pieces.length - 1
  return pieces.map((piece, i) => {
    const text = i === 0 ? piece.text.charAt(0).toUpperCase() + piece.text.slice(1) : piece.text
    return { ...piece, text: i === last && !/[.!?]$/.test(text) ? `${text}.` : text }
  })
}

/** The same as one text. */
export const spokenText = (sayings: readonly Saying[], word: Word = ENGLISH): string =>
  spoken(sayings, word)
    .map(({ text }) => text)
    .join('')

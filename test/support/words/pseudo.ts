/**
 * A made-up language: the English words, accented, about 40 % longer, and marked ⟦like this⟧. It stands in for a real one in tests, where a word
 * without marks was not looked up. Never shipped.
 */
import { LESSON_TEXTS as ENGLISH, type LessonTexts } from '../../../lib/words/en/lessons/index'
import type { Catalogue } from '../../../lib/words/t'
import { ENGLISH_MESSAGES } from './english'

const ACCENTS: Readonly<Record<string, string>> = { a: 'á', c: 'ç', e: 'é', i: 'î', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý' }

/** What is not words: places, marks, targets of terms, wire text, addresses. */
const KEPT = /(\{[\w-]+\}|<\/?\w+>|\]\([\w-]+\)|`[^`]*`)/

/** "{n} rows" → "⟦{n} röwš···⟧" */
export function pseudo(english: string): string {
  const pieces = english.split(KEPT)
  const accented = pieces.map((piece, i) => (i % 2 === 1 ? piece : piece.replaceAll(/[aceinosuy]/g, (letter) => ACCENTS[letter] ?? letter)))
  const letters = pieces.filter((_, i) => i % 2 === 0).join('').length
  return `⟦${accented.join('')}${'·'.repeat(Math.ceil(letters * 0.4))}⟧`
}

export const PSEUDO: Catalogue = Object.fromEntries([...ENGLISH_MESSAGES].map((english) => [english, pseudo(english)]))

/** Every text of a lesson, whatever its shape. */
function pseudoText<Text>(text: Text): Text {
  if (typeof text === 'string') return pseudo(text) as Text
  if (Array.isArray(text)) return text.map(pseudoText) as Text
  return Object.fromEntries(Object.entries(text as object).map(([key, part]) => [key, pseudoText(part)])) as Text
}

export const PSEUDO_LESSONS: LessonTexts = {
  judgements: async () => pseudoText(await ENGLISH.judgements()),
  lessons: Object.fromEntries(
    Object.entries(ENGLISH.lessons).map(([slug, load]) => [slug, async () => pseudoText(await load())]),
  ) as unknown as LessonTexts['lessons'],
}

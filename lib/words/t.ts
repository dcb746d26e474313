/**
 * Words of the stage in another language, looked up by the English ones, so that parts say what they say and a catalogue translates on the
 * way out. English needs no catalogue and costs nothing; another language is one file set, loaded only where it is spoken.
 * Pure: no React, no DOM.
 */

/** What stands in a `{place}`. Numbers are written as they are; for decimals see `decimal`. */
export type Parts = Readonly<Record<string, string | number>>

/** English words → the words of one language, with the same `{places}` and `<marks>…</marks>`. */
export type Catalogue = Readonly<Record<string, string>>

/** Says English words in the language of the page. What a catalogue lacks stays English; german.test.ts finds it. */
export type Word = (english: string, parts?: Parts) => string

/** English words that are looked up elsewhere, marked here so that the test of completeness sees them. */
export const phrase = <Words extends string>(english: Words): Words => english

/** `catalogue`: none for English. What follows a `|` in the English words is for the catalogue only: "row|of". */
export function wordIn(catalogue: Catalogue | undefined): Word {
  return (english, parts) => fill(templateIn(catalogue, english), parts)
}

export const ENGLISH: Word = wordIn(undefined)

/** The words in that language with their places still open, for a sentence with marks in it. */
export function templateIn(catalogue: Catalogue | undefined, english: string): string {
  const own = catalogue && Object.hasOwn(catalogue, english) ? catalogue[english] : undefined
  return own ?? withoutContext(english)
}

/** Says what `names` call `value`. A value without a name, as a damaged file may have, is said as it is. */
export const named = (word: Word, names: Readonly<Record<string, string>>, value: string, parts?: Parts): string =>
  word(Object.hasOwn(names, value) ? (names[value] as string) : String(value), parts)

/** "1.4", in German "1,4". */
export const decimal = (word: Word, value: number, digits = 1): string => value.toFixed(digits).replace('.', word('.'))

/** "1.4 s" of a time in milliseconds; "1.42 s" with two digits. */
export const seconds = (word: Word, milliseconds: number, digits = 1): string => `${decimal(word, milliseconds / 1000, digits)} s`

/** A piece of a template: text, an open place, or a mark around more pieces. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'mark'; readonly name: string; readonly inside: readonly Piece[] }

/** "{n} <b>rows</b>" taken apart. Marks may stand in marks of another name. */
export function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of template.matchAll(/\{(\w+)\}|<(\w+)>(.*?)<\/\2>/gs)) {
    if (match.index > at) pieces.push({ kind: 'text', text: template.slice(at, match.index) })
    const [whole, place, mark, inside = ''] = match
    if (place !== undefined) pieces.push({ kind: 'place', name: place })
    else if (mark !== undefined) pieces.push({ kind: 'mark', name: mark, inside: piecesOf(inside) })
    at = match.index + whole.length
  }
  if (at < template.length) pieces.push({ kind: 'text', text: template.slice(at) })
  return pieces
}

const fill = (template: string, parts: Parts | undefined): string =>
  parts ? template.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(parts[name] ?? place)) : template

const withoutContext = (english: string): string => english.replace(/\|[^|]*$/, '')

/** A piece of what is said; `wire`: as a server wrote it, in its own language. */
export type Spoken = { readonly text: string; readonly wire?: boolean }

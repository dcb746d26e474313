/**
 * Will a text fit? Widths are estimated from above, so that server and browser decide alike and nothing is ever drawn over
 * something else; a text that finds no room is dropped (the Table has it).
 */

/** In em. Upper bounds for Inter at weight 600 and at the size of a label (at 12 px it is wider than at large sizes). */
const MONO = 0.61
const NARROW = 0.42
const USUAL = 0.63
const LARGE = 0.77
const WIDE = 1.04

export function textWidth(text: string, size: number, font: 'mono' | 'sans'): number {
  if (font === 'mono') return [...text].length * size * MONO
  return [...text].reduce((sum, character) => sum + advanceOf(character), 0) * size
}

function advanceOf(character: string): number {
  if (/[fijlrtI1 .,:;'’|!()/-]/.test(character)) return character === '-' ? 0.48 : NARROW
  if (/[mwMW…%@—]/.test(character)) return WIDE
  return /[\p{Lu}\d„“”]/u.test(character) ? LARGE : USUAL
}

/** Remembers what is taken on one line of text. */
export type Line = { readonly take: (from: number, to: number) => boolean }

/** `take` claims a stretch if nobody has it yet, and says whether it could. */
export function lineOf(min: number, max: number): Line {
  const taken: { from: number; to: number }[] = []
  return {
    take(from, to) {
      if (from < min || to > max || taken.some((other) => from < other.to && to > other.from)) return false
      taken.push({ from, to })
      return true
    },
  }
}

/**
 * Will a text fit? Widths are estimated from above, so that server and browser decide alike and nothing is ever drawn over
 * something else; a text that finds no room is dropped (the Table has it).
 */

/** Upper estimates of the mean advance of a character, in em. */
const ADVANCE = { mono: 0.61, sans: 0.56 } as const

export function textWidth(text: string, size: number, font: 'mono' | 'sans'): number {
  return text.length * size * ADVANCE[font]
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

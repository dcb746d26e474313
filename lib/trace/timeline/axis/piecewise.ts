/**
 * A function that is linear between knots, and its inverse. Both coordinates never fall from one knot to the next.
 */

/** `a` and `b` of the same place. */
export type Knot = { readonly a: number; readonly b: number }

export type Piecewise = { readonly forth: (a: number) => number; readonly back: (b: number) => number }

/** Linear between `knots` (at least two) and beyond them. Where several have one `a`, the first counts; the same for `b`. */
export function piecewise(knots: readonly Knot[]): Piecewise {
  return { forth: (a) => between(knots, a, 'a', 'b'), back: (b) => between(knots, b, 'b', 'a') }
}

function between(knots: readonly Knot[], value: number, from: keyof Knot, to: keyof Knot): number {
  let low = 1
  let high = knots.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((knots[middle]?.[from] ?? 0) < value) low = middle + 1
    else high = middle
  }
  const first = knots[low - 1] ?? { a: 0, b: 0 }
  const second = knots[low] ?? first
  const span = second[from] - first[from]
  return span === 0 ? second[to] : first[to] + ((second[to] - first[to]) * (value - first[from])) / span
}

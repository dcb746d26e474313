/** A word on the timeline, and when it is shown. */

export type Label = {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly text: string
  readonly width: number
  readonly font: 'mono' | 'sans'
  /** the row of the wire lane it stands on, if it must give way to rings there */
  readonly row?: number
  readonly tone?: 'missing'
  /** the pixel of the moment it speaks of, when that is not where it stands */
  readonly since?: number
  /** it stands at the height of a flag, where the playhead's stem would run through it */
  readonly flag?: true
  /** on a span the words get a chip of their own; on the ground they interrupt the line they stand on */
  readonly ground: 'chip' | 'stage' | 'none'
}

/** Sizes, as in timeline-drawing.module.css. */
export const MONO = 11.8
export const SANS = 12.5
export const SMALL = 11

/**
 * Which words to show with the playhead at pixel `edge`: none over a ring, none through which the stem of the playhead runs at the height
 * of the flags, and what is not wholly in the past is pale.
 */
export function wordsAt(
  labels: readonly Label[],
  rings: readonly { readonly x: number; readonly row: number }[],
  edge: number,
  stem = Number.NEGATIVE_INFINITY,
): { readonly label: Label; readonly pale: boolean }[] {
  return labels.flatMap((label) => {
    const left = leftOf(label)
    const right = left + label.width
    if (label.flag && stem > left - 3 && stem < right + 3) return []
    if (rings.some((ring) => ring.row === label.row && ring.x > left - 10 && ring.x < right + 10)) return []
    return [{ label, pale: Math.max(right, label.since ?? right) > edge }]
  })
}

export function leftOf({ x, anchor, width }: Label): number {
  return anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
}

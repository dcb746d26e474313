/**
 * Pieces of the cable: straight stretches that CSS lays out, and the fixed bends between them. One piece is outline, jacket and two cores;
 * `--c` is the cable's unit in px (1 on a desktop). Pieces overlap by a unit, so that no seam shows.
 */
import type { CSSProperties } from 'react'
import { bend, besideData, type Point, pathData } from './curve'

/** How far the cores lie from the cable's middle. */
const CORE_OFFSET = 2.7

/** On which side of the piece the call's core lies: up or left (-1), down or right (1). */
type Side = -1 | 1

type StretchProps = { readonly className: string; readonly run: 'across' | 'down'; readonly call: Side }

/** A straight stretch as long as its box. */
export function Stretch({ className, run, call }: StretchProps) {
  const ends = run === 'across' ? { x2: '100%' } : { y2: '100%' }
  return (
    <svg className={`cable-stretch ${className}`} data-run={run} style={{ '--call-side': call } as CSSProperties} aria-hidden="true">
      <line className="cable-outline" {...ends} />
      <line className="cable-jacket" {...ends} />
      <line className="core-call" {...ends} />
      <line className="core-standalone" {...ends} />
    </svg>
  )
}

/* from the right edge, round the corner, to the top or bottom edge of a 26 × 26 box */
const BENDS: Record<BendProps['turn'], readonly [Point, Point, Point]> = {
  'top-left': [
    { x: 0, y: 26 },
    { x: 0, y: 0 },
    { x: 26, y: 0 },
  ],
  'bottom-left': [
    { x: 0, y: 0 },
    { x: 0, y: 26 },
    { x: 26, y: 26 },
  ],
  'bottom-right': [
    { x: 0, y: 26 },
    { x: 26, y: 26 },
    { x: 26, y: 0 },
  ],
}

type BendProps = {
  readonly className: string
  readonly turn: 'top-left' | 'bottom-left' | 'bottom-right'
  /** the call's core runs on the outside of the bend */
  readonly callOutside: boolean
}

/** A quarter bend of radius 26. */
export function Bend({ className, turn, callOutside }: BendProps) {
  const [start, control, end] = BENDS[turn]
  const curve = bend(start, control, end)
  const outside = turn === 'top-left' ? -1 : 1
  const off = CORE_OFFSET * (callOutside ? outside : -outside)
  const layer = (lead: number) => [extended(start, control, lead), curve, extended(end, control, lead)] as const
  return (
    <svg className={`cable-bend ${className}`} viewBox="0 0 26 26" aria-hidden="true">
      <path className="cable-outline" d={pathData(...layer(0))} />
      <path className="cable-jacket" d={pathData(...layer(1))} />
      <path className="core-call" d={besideData(...layer(2), off)} />
      <path className="core-standalone" d={besideData(...layer(2), -off)} />
    </svg>
  )
}

/** Each layer reaches a unit further than the one below it: no edge shows through at a joint. */
function extended(point: Point, from: Point, by: number): Point {
  return { x: point.x + Math.sign(point.x - from.x) * by, y: point.y + Math.sign(point.y - from.y) * by }
}

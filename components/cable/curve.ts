/**
 * Plane geometry of the line: cubic curves, their parts, and lines running beside them. Pure; no DOM, no units of its own.
 */

export type Point = { readonly x: number; readonly y: number }

/** A cubic Bézier curve: start, two control points, end. */
export type Cubic = readonly [Point, Point, Point, Point]

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t

export const mixPoint = (a: Point, b: Point, t: number): Point => ({ x: mix(a.x, b.x, t), y: mix(a.y, b.y, t) })

/** `point` in the frame whose origin is `origin` and whose x axis is turned by `angle` degrees (clockwise on screen). */
export function place(origin: Point, angle: number, point: Point): Point {
  const rad = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(rad), Math.sin(rad)]
  return { x: origin.x + point.x * cos - point.y * sin, y: origin.y + point.x * sin + point.y * cos }
}

/** The part of a curve between two parameters, 0 ≤ from ≤ to ≤ 1 (de Casteljau). */
export function part(curve: Cubic, from: number, to: number): Cubic {
  const head = splitHead(curve, to)
  if (from <= 0 || to <= 0) return head
  const [a, b, c, d] = splitHead([head[3], head[2], head[1], head[0]], 1 - from / to)
  return [d, c, b, a]
}

/** A curve between the straight runs that lead into it and out of it, as path data. */
export function pathData(from: Point, [a, b, c, d]: Cubic, to: Point = d): string {
  const runs = { in: same(from, a) ? '' : `L${show(a)}`, out: same(to, d) ? '' : `L${show(to)}` }
  return `M${show(from)}${runs.in}C${show(b)} ${show(c)} ${show(d)}${runs.out}`
}

/** A polyline `distance` to the right of the direction of travel (as seen on screen, y down), as path data. */
export function besideData(from: Point, curve: Cubic, to: Point, distance: number): string {
  return `M${shifted(along(from, curve, to), distance)
    .map(show)
    .join('L')}`
}

/** The strip between a curve with its straight runs and the line beside it, as path data. */
export function stripData(from: Point, curve: Cubic, to: Point, distance: number): string {
  const points = along(from, curve, to)
  return `M${[...points, ...shifted(points, distance).toReversed()].map(show).join('L')}Z`
}

function along(from: Point, curve: Cubic, to: Point, steps = 28): Point[] {
  const points = [from, ...Array.from({ length: steps + 1 }, (_, i) => at(curve, i / steps)), to]
  return points.filter((point, i) => i === 0 || !same(point, points[i - 1] ?? point))
}

function shifted(points: readonly Point[], distance: number): Point[] {
  return points.map((point, i) => {
    const normal = normalOf(points[i - 1] ?? point, points[i + 1] ?? point)
    return { x: point.x + normal.x * distance, y: point.y + normal.y * distance }
  })
}

/** A quarter bend drawn with one control point, as the cubic it equals. */
export function bend(start: Point, control: Point, end: Point): Cubic {
  return [start, mixPoint(start, control, 2 / 3), mixPoint(end, control, 2 / 3), end]
}

export function at([a, b, c, d]: Cubic, t: number): Point {
  const ab = mixPoint(a, b, t)
  const bc = mixPoint(b, c, t)
  return mixPoint(mixPoint(ab, bc, t), mixPoint(bc, mixPoint(c, d, t), t), t)
}

function splitHead([a, b, c, d]: Cubic, t: number): Cubic {
  const ab = mixPoint(a, b, t)
  const bc = mixPoint(b, c, t)
  return [a, ab, mixPoint(ab, bc, t), at([a, b, c, d], t)]
}

function normalOf(before: Point, after: Point): Point {
  const [dx, dy] = [after.x - before.x, after.y - before.y]
  const length = Math.hypot(dx, dy) || 1
  return { x: -dy / length, y: dx / length }
}

const same = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < 0.01

/** Two decimals: the same text on the server and in the browser. */
const show = (point: Point): string => `${round(point.x)} ${round(point.y)}`

export const round = (value: number): number => Math.round(value * 100) / 100 + 0

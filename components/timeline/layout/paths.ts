/**
 * SVG path data for the shapes of the timeline. Many marks of one kind go into one path, so a run of thousands of events is still
 * a handful of elements.
 */

/** Coordinates to a tenth of a pixel: shorter paths, and server and browser print the same text. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function disc(x: number, y: number, r: number): string {
  return `M${px(x - r)} ${px(y)}a${px(r)} ${px(r)} 0 1 0 ${px(r * 2)} 0a${px(r)} ${px(r)} 0 1 0 ${px(-r * 2)} 0Z`
}

export function square(x: number, y: number, half: number): string {
  const c = Math.min(half * 0.3, 2)
  const w = px((half - c) * 2)
  const back = px((half - c) * -2)
  const q = px(c)
  const n = px(-c)
  return `M${px(x - half + c)} ${px(y - half)}h${w}q${q} 0 ${q} ${q}v${w}q0 ${q} ${n} ${q}h${back}q${n} 0 ${n} ${n}v${back}q0 ${n} ${q} ${n}Z`
}

export function cross(x: number, y: number, half: number): string {
  const d = px(half * 2)
  return `M${px(x - half)} ${px(y - half)}l${d} ${d}m0 ${px(-half * 2)}l${px(-half * 2)} ${d}`
}

/** A stroke through a mark, from its lower left to its upper right. */
export function slash(x: number, y: number, half: number): string {
  return `M${px(x - half)} ${px(y + half)}L${px(x + half)} ${px(y - half)}`
}

/** A square on its corner, around a mark. */
export function diamond(x: number, y: number, half: number): string {
  return `M${px(x)} ${px(y - half)}L${px(x + half)} ${px(y)}L${px(x)} ${px(y + half)}L${px(x - half)} ${px(y)}Z`
}

/** The torn edge, from top to bottom, as line segments that continue a path. */
export function zigzag(x: number, top: number, bottom: number, teeth: number, depth: number): string {
  let path = ''
  for (let i = 1; i < teeth; i++) path += `L${px(x + (i % 2 ? -depth : depth))} ${px(top + ((bottom - top) * i) / teeth)}`
  return `${path}L${px(x - depth * 0.6)} ${px(bottom)}`
}

/** A bar with round corners at the ends that are closed; an open end has no stroke. */
export function bar(x1: number, x2: number, y: number, height: number, open: boolean): string {
  const t = y - height / 2
  const b = y + height / 2
  const r = Math.min(6, height / 3, Math.max(x2 - x1, 0) / 2)
  const left = `H${px(x1 + r)}Q${px(x1)} ${px(b)} ${px(x1)} ${px(b - r)}V${px(t + r)}Q${px(x1)} ${px(t)} ${px(x1 + r)} ${px(t)}`
  if (open) return `M${px(x2)} ${px(b)}${left}H${px(x2)}`
  return `M${px(x1 + r)} ${px(t)}H${px(x2 - r)}Q${px(x2)} ${px(t)} ${px(x2)} ${px(t + r)}V${px(b - r)}Q${px(x2)} ${px(b)} ${px(x2 - r)} ${px(b)}${left}Z`
}

/**
 * A replay's track: up from the square, low along the server lane, and up through the new connection.
 *
 *      client           ◎  to
 *                       │
 *      low     ╭────────╯       never higher than `low` before `noEarlier`
 *      server  ■ from
 */
export function track(from: number, to: number, y: { server: number; low: number; client: number }, noEarlier: number): string {
  const room = Math.max(to - from, 0)
  const turn = Math.min(8, room / 3, Math.max(y.server - y.low, 0))
  const rise = Math.min(22, room / 3, Math.max(to - noEarlier, 1))
  return (
    `M${px(from)} ${px(y.server)}V${px(y.low + turn)}Q${px(from)} ${px(y.low)} ${px(from + turn)} ${px(y.low)}` +
    `H${px(to - rise)}Q${px(to)} ${px(y.low)} ${px(to)} ${px(y.low - Math.min(rise, 22))}V${px(y.client)}`
  )
}

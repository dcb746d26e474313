/**
 * Gives every event mark its pixels: where its square and its discs stand, how large marks may be, and which of a crowd are drawn.
 * Times are not changed, only spread: events replayed within a millisecond must be seen one by one (visual/notes.md, "minimum mark pitch").
 */
import type { ConnectionId, Milliseconds } from '../../../lib/protocol/observation'
import type { EventMark } from '../../../lib/trace/timeline/timeline-types'
import type { Lanes, Scale } from './lanes'
import { crowdPitch } from './scale/crowd'
import type { ViewScale } from './scale/view-scale'

export type Receipt = {
  readonly x: number
  readonly at: Milliseconds
  readonly replayed: boolean
  /** not the first time this event got through */
  readonly again: boolean
  /** a repetition that the client kept from the application */
  readonly dropped?: true
  /** it came where it does not belong */
  readonly foreign?: true
  readonly connection: ConnectionId
}

export type PlacedMark = {
  readonly mark: EventMark
  /** of the square; undefined when only the client has spoken of the event */
  readonly x?: number
  readonly receipts: readonly Receipt[]
}

export type PlacedMarks = {
  readonly marks: readonly PlacedMark[]
  /** radius of a mark that carries a message; priming events are smaller */
  readonly r: number
  /** radius of a replayed mark */
  readonly ring: number
}

const RADIUS = 6.5
const RING = 7.4

/** One square or disc, still without its pixel: which mark (`of`) and which of its receipts (`index`) it is. */
type Spot = { readonly of: number; readonly index: number; readonly at: Milliseconds; readonly bunched: boolean }

/** `crowd`: how many must keep their distance (crowdOf). */
export function placeMarks(marks: readonly EventMark[], scale: ViewScale, lanes: Lanes, crowd: number): PlacedMarks {
  const squares: Spot[] = []
  const discs: Spot[] = []
  marks.forEach((mark, of) => {
    if (mark.storedAt !== undefined) squares.push({ of, index: 0, at: mark.storedAt, bunched: false })
    mark.receipts.forEach(({ at, replayed }, index) => {
      discs.push({ of, index, at, bunched: replayed || index > 0 })
    })
  })
  const live = discs.filter((disc) => !disc.bunched)
  const pitch = Math.min(pitchOf(squares, scale), pitchOf(live, scale))
  const r = clamp(pitch * 0.4, 1.4, RADIUS * lanes.k)
  const ringPitch = crowdPitch({ ...lanes, x1: lanes.x1 + scale.most }, crowd)
  const near = Math.min(r * 1.2, pitch * 0.5)
  const xs: number[] = []
  spread(squares, scale, near, near, (spot, x) => {
    xs[spot.of] = x
  })
  const receipts = marks.map((): Receipt[] => [])
  spread(discs, scale, near, ringPitch, ({ of, index }, x) => {
    const receipt = marks[of]?.receipts[index]
    const list = receipts[of]
    if (receipt && list) list[index] = { ...receipt, x, again: index > 0 }
  })
  const placed = marks.map((mark, i) => ({ mark, x: xs[i], receipts: receipts[i] ?? [] }))
  return { marks: thinOut(placed, r), r, ring: clamp(ringPitch / 2, 2, Math.min(RING * lanes.k, Math.max(r * 1.14, 3))) }
}

/** The mean distance of neighbours, in pixels. */
function pitchOf(spots: readonly Spot[], scale: Scale): number {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { at } of spots) {
    if (at < first) first = at
    if (at > last) last = at
  }
  return spots.length < 12 ? 24 : (scale.x(last) - scale.x(first)) / (spots.length - 1)
}

/** Moves marks to the right, and never more than needed, until neighbours keep their distance. */
function spread(spots: Spot[], scale: Scale, near: number, ringPitch: number, place: (spot: Spot, x: number) => void): void {
  let before: { readonly x: number; readonly bunched: boolean } | undefined
  for (const spot of spots.sort((a, b) => a.at - b.at)) {
    const distance = before?.bunched || spot.bunched ? Math.max(ringPitch, before?.bunched && spot.bunched ? 0 : near) : near
    const x = before ? Math.max(scale.x(spot.at), before.x + distance) : scale.x(spot.at)
    before = { x, bunched: spot.bunched }
    place(spot, x)
  }
}

/** Of marks that would cover each other, the first of each kind is drawn; nothing that differs is hidden. */
function thinOut(placed: readonly PlacedMark[], r: number): PlacedMark[] {
  if (placed.length < 200) return [...placed]
  const seen = new Set<string>()
  const step = Math.max(r * 0.9, 1.5)
  return placed.filter(({ mark, x, receipts }) => {
    let name = `${mark.row}${mark.fate}${mark.priming} ${x === undefined ? '' : Math.round(x / step)}`
    for (const { x: at, dropped, foreign } of receipts) name += ` ${Math.round(at / step)}${dropped ? 'd' : ''}${foreign ? 'f' : ''}`
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(max, min))
}

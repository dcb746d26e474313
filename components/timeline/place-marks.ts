/**
 * Gives every event mark its pixels: where its square and its discs stand, how large marks may be, and which of a crowd are drawn.
 * Times are not changed, only spread: events replayed within a millisecond must be seen one by one (visual/notes.md, "minimum mark pitch").
 */
import type { ConnectionId, Milliseconds } from '../../lib/trace/observation'
import type { EventMark } from '../../lib/trace/timeline-types'
import type { Lanes, Scale } from './lanes'

export type Receipt = {
  readonly x: number
  readonly at: Milliseconds
  readonly replayed: boolean
  /** not the first time this event got through */
  readonly again: boolean
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
const REPLAY_PITCH = 15
/** Replays of one run may be spread over at most this part of the axis (and five of them always keep their pitch). */
const SPREAD_SHARE = 0.13

type Spot = {
  readonly mark: EventMark
  readonly index: number
  readonly at: Milliseconds
  readonly replayed: boolean
  readonly connection: ConnectionId
}

export function placeMarks(marks: readonly EventMark[], scale: Scale, lanes: Lanes): PlacedMarks {
  const squares = marks.flatMap((mark) =>
    mark.storedAt === undefined ? [] : [{ mark, index: 0, at: mark.storedAt, replayed: false, connection: '' }],
  )
  const discs = marks.flatMap((mark) =>
    mark.receipts.map((receipt, index) => ({ ...receipt, mark, index, replayed: receipt.replayed || index > 0 })),
  )
  const pitch = Math.min(
    pitchOf(squares, scale),
    pitchOf(
      discs.filter((disc) => !disc.replayed),
      scale,
    ),
  )
  const r = clamp(pitch * 0.4, 1.4, RADIUS * lanes.k)
  const replays = discs.filter((disc) => disc.replayed).length
  const room = Math.max((lanes.x1 - lanes.x0) * SPREAD_SHARE, REPLAY_PITCH * lanes.k * 5)
  const ringPitch = Math.min(REPLAY_PITCH * lanes.k, room / Math.max(replays, 1))
  const near = Math.min(r * 1.2, pitch * 0.5)
  const at = new Map<EventMark, number>()
  for (const { spot, x } of spread(squares, scale, near, near)) at.set(spot.mark, x)
  const receipts = new Map<EventMark, Receipt[]>()
  for (const { spot, x } of spread(discs, scale, near, ringPitch)) {
    const list = receipts.get(spot.mark) ?? []
    list[spot.index] = {
      x,
      at: spot.at,
      replayed: spot.mark.receipts[spot.index]?.replayed ?? false,
      again: spot.index > 0,
      connection: spot.connection,
    }
    receipts.set(spot.mark, list)
  }
  const placed = marks.map((mark) => ({ mark, x: at.get(mark), receipts: receipts.get(mark) ?? [] }))
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
function spread(spots: readonly Spot[], scale: Scale, near: number, ringPitch: number): { spot: Spot; x: number }[] {
  const sorted = [...spots].sort((a, b) => a.at - b.at)
  let before: { x: number; replayed: boolean } | undefined
  return sorted.map((spot) => {
    const wanted = scale.x(spot.at)
    const distance = before?.replayed && spot.replayed ? ringPitch : before?.replayed || spot.replayed ? Math.max(ringPitch, near) : near
    const x = before ? Math.max(wanted, before.x + distance) : wanted
    before = { x, replayed: spot.replayed }
    return { spot, x }
  })
}

/** Of marks that would cover each other, the first of each kind is drawn; nothing that differs is hidden. */
function thinOut(placed: readonly PlacedMark[], r: number): PlacedMark[] {
  if (placed.length < 200) return [...placed]
  const seen = new Set<string>()
  const step = Math.max(r * 0.9, 1.5)
  return placed.filter(({ mark, x, receipts }) => {
    const places = [x, ...receipts.map((receipt) => receipt.x)].map((value) => (value === undefined ? '' : Math.round(value / step)))
    const name = `${mark.row} ${mark.fate} ${mark.priming} ${places.join(' ')}`
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(max, min))
}

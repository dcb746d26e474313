/**
 * Turns placed marks into paths, one per kind: squares, discs, delivery lines, replay tracks, rings. What the playhead changes
 * (tracks that have not risen yet, rings of what is missing at that moment) is kept apart from what it does not.
 */
import type { ConnectionId, Milliseconds } from '../../../lib/protocol/observation'
import type { EventMark, Timeline } from '../../../lib/trace/timeline/timeline-types'
import type { Lanes, Rows, Scale } from './lanes'
import { cross, diamond, disc, px, slash, square, track } from './paths'
import type { PlacedMark, PlacedMarks, Receipt } from './place-marks'

export type MarkPaths = {
  /** delivery lines of call streams, and of the standalone stream */
  readonly callLines: string
  readonly standaloneLines: string
  readonly stored: string
  readonly lost: string
  readonly received: string
  readonly replayedRings: string
  readonly replayedDots: string
  readonly againRings: string
  readonly againDiscs: string
  /** a stroke through a repetition that the client dropped */
  readonly dropped: string
  /** a diamond around what came where it does not belong */
  readonly foreign: string
}

/** What depends on the moment looked at. */
export type MomentPaths = {
  /** tracks that have risen */
  readonly tracks: string
  readonly againTracks: string
  /** tracks that rise later than the playhead */
  readonly laterTracks: string
  /** what waited for a connection of its own, and was never sent before */
  readonly lateCalls: string
  readonly lateStandalone: string
  /** the line on which everything missing waits, and how each event is joined to it */
  readonly waiting: string
  readonly waitingStubs: string
  readonly missingRings: string
  readonly missingCrosses: string
  readonly missingStems: string
  /** where the rings stand, so that words can give way */
  readonly rings: readonly { readonly x: number; readonly row: number }[]
}

const PRIMING = 0.65
/** Lines and tracks closer than this would merge into a plane: every so many pixels one stands for its neighbours. */
const LINE_PITCH = 3

export function drawMarks(
  { marks, r, ring }: PlacedMarks,
  lanes: Lanes,
  kindOf: (row: number) => 'call' | 'standalone',
  startOf: StartOf,
): MarkPaths {
  const d = {
    callLines: '',
    standaloneLines: '',
    stored: '',
    lost: '',
    received: '',
    replayedRings: '',
    replayedDots: '',
    againRings: '',
    againDiscs: '',
    dropped: '',
    foreign: '',
  }
  const comb = combOf()
  for (const { mark, x, receipts } of marks) {
    const size = mark.priming ? r * PRIMING : r
    if (x !== undefined) {
      if (mark.fate === 'lost' || mark.evicted) d.lost += square(x, lanes.serverY, size * 0.86)
      else d.stored += square(x, lanes.serverY, size * 0.86)
    }
    for (const receipt of receipts) {
      if (x !== undefined && !isTracked(mark, receipt, startOf) && comb(`line ${mark.row}`, receipt.x)) {
        const line = `M${px(x)} ${px(lanes.serverY)}L${px(receipt.x)} ${px(lanes.clientY)}`
        if (kindOf(mark.row) === 'call') d.callLines += line
        else d.standaloneLines += line
      }
      if (receipt.dropped) d.dropped += slash(receipt.x, lanes.clientY, ring * 1.1)
      if (receipt.foreign) d.foreign += diamond(receipt.x, lanes.clientY, ring * 1.5)
      if (receipt.again) {
        const shift = ring * 0.3
        d.againRings += disc(receipt.x + shift, lanes.clientY - shift, ring * 0.58)
        d.againDiscs += disc(receipt.x - shift, lanes.clientY + shift, ring * 0.58)
      } else if (receipt.replayed) {
        const size = mark.priming ? ring * PRIMING : ring
        d.replayedRings += disc(receipt.x, lanes.clientY, size * 0.85)
        d.replayedDots += disc(receipt.x, lanes.clientY, size * 0.44)
      } else d.received += disc(receipt.x, lanes.clientY, size)
    }
  }
  return d
}

type StartOf = (connection: ConnectionId) => Milliseconds

/** What was sent again, and what waited for a connection that was opened after it was stored: a track, not a straight line. */
function isTracked({ storedAt = 0 }: EventMark, receipt: Receipt, startOf: StartOf): boolean {
  return receipt.replayed || receipt.again || startOf(receipt.connection) > storedAt
}

type Stage = {
  readonly timeline: Timeline
  readonly placed: PlacedMarks
  readonly lanes: Lanes
  readonly rows: Rows
  readonly scale: Scale
}

/**
 * `at` is the playhead. `missing` names the events missing then. Tracks are stacked so that they never cross: the first to rise is the
 * highest. What still waits shares one line, however much of it there is.
 */
export function drawMoment(stage: Stage, at: Milliseconds, missing: ReadonlySet<string>, startOf: StartOf): MomentPaths {
  const waiters = stage.placed.marks.filter((one) => one.x !== undefined && missing.has(one.mark.key))
  return { ...drawTracks(stage, at, startOf), ...drawWaiting(stage, waiters, at) }
}

function drawTracks({ placed, lanes, scale, timeline }: Stage, at: Milliseconds, startOf: StartOf) {
  const d = { tracks: '', againTracks: '', laterTracks: '', lateCalls: '', lateStandalone: '' }
  const comb = combOf()
  const risers = placed.marks.filter((one) => one.x !== undefined && one.receipts.some((receipt) => isTracked(one.mark, receipt, startOf)))
  const low = lowLevels(lanes, placed, risers)
  for (const one of risers) {
    for (const receipt of one.receipts) {
      if (one.x === undefined || !isTracked(one.mark, receipt, startOf) || !comb(receipt.again ? 'again' : 'track', receipt.x)) continue
      const start = scale.x(startOf(receipt.connection))
      const path = track(one.x, receipt.x, { server: lanes.serverY, low: low(one), client: lanes.clientY }, Math.min(start, receipt.x - 4))
      if (receipt.at > at) d.laterTracks += path
      else if (receipt.again) d.againTracks += path
      else if (receipt.replayed) d.tracks += path
      else if (timeline.rows[one.mark.row]?.kind === 'standalone') d.lateStandalone += path
      else d.lateCalls += path
    }
  }
  return d
}

function drawWaiting({ placed, lanes, rows, scale }: Stage, waiters: readonly PlacedMark[], at: Milliseconds) {
  const d = { waiting: '', waitingStubs: '', missingRings: '', missingCrosses: '', missingStems: '' }
  const rings: { x: number; row: number }[] = []
  const comb = combOf()
  const r = Math.min(placed.r * 1.2, 7.8 * lanes.k)
  const level = (lanes.jacketBottom + lanes.serverY - r) / 2 + lanes.k
  for (const { mark, x } of waiters) {
    if (x === undefined) continue
    const size = mark.priming ? r * PRIMING : r
    const y = rows.y(mark.row)
    rings.push({ x, row: mark.row })
    if (!comb('waiting', x)) continue
    d.waitingStubs += `M${px(x)} ${px(lanes.serverY)}V${px(level)}`
    d.missingRings += disc(x, y, size * 0.85)
    d.missingCrosses += cross(x, y, size * 0.36)
    d.missingStems += `M${px(x)} ${px(level)}V${px(y + size)}`
  }
  const first = rings.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const until = scale.x(at) - 4
  if (until - first > 6) d.waiting = `M${px(Math.max(first, lanes.x0 - 24))} ${px(level)}H${px(Math.min(until, lanes.width + 24))}`
  return { ...d, rings }
}

/** Says of each line in turn (from left to right) whether it is drawn. */
function combOf(): (kind: string, x: number) => boolean {
  const last = new Map<string, number>()
  return (kind, x) => {
    if (Math.abs(x - (last.get(kind) ?? Number.NEGATIVE_INFINITY)) < LINE_PITCH) return false
    last.set(kind, x)
    return true
  }
}

/** The height of each low track between the jacket and the squares. */
function lowLevels(lanes: Lanes, { r }: PlacedMarks, tracks: readonly PlacedMark[]): (one: PlacedMark) => number {
  const top = lanes.jacketBottom + 4 * lanes.k
  const bottom = lanes.serverY - r * 0.86 - 2.5
  const pitch = Math.min(3.4 * lanes.k + 0.4, (bottom - top) / Math.max(tracks.length - 1, 1))
  const order = new Map<PlacedMark, number>()
  const risesAt = (one: PlacedMark) =>
    (one.receipts.find((receipt) => receipt.replayed || receipt.again) ?? one.receipts[0])?.x ?? Number.POSITIVE_INFINITY
  const sorted = [...tracks].sort((a, b) => risesAt(a) - risesAt(b) || (a.x ?? 0) - (b.x ?? 0))
  const start = Math.max(top, bottom - pitch * (sorted.length - 1))
  sorted.forEach((one, i) => {
    order.set(one, start + pitch * i)
  })
  return (one) => order.get(one) ?? bottom
}

/**
 * Where the lanes of the timeline lie, in pixels, and how milliseconds map onto the axis. Knows nothing of a run.
 * The middle of the wire lane and the mouth of the flare are agreed with the cable (`--wire-y`, `--flare-x` on the stage).
 */
import type { Milliseconds } from '../../../lib/protocol/observation'

/**
 * `desktop` has five lanes with names and labels, `phone` the same with a narrow margin; `mid` folds the session line into the client lane
 * and drops most text.
 */
export type LaneSize = 'desktop' | 'mid' | 'phone'

export type Lanes = {
  readonly size: LaneSize
  /** drawn with names and labels */
  readonly big: boolean
  readonly width: number
  readonly height: number
  readonly axisY: number
  readonly sessionY: number
  readonly clientY: number
  /** where requests end that never reached the wire */
  readonly failureY: number
  readonly wireTop: number
  readonly wireMid: number
  readonly wireBottom: number
  /** inside edges of the jacket */
  readonly jacketTop: number
  readonly jacketBottom: number
  readonly serverY: number
  /** first and last pixel of the axis */
  readonly x0: number
  readonly x1: number
  /** left edge of the names of the lanes */
  readonly nameX: number
  /** where the cable ends and the flare begins, and how long the flare is */
  readonly flareX: number
  readonly flareLength: number
  /** size of marks relative to the desktop drawing */
  readonly k: number
}

/** Heights of axis, session, client and wire; the server lane takes the rest. */
const HEIGHTS = { desktop: [32, 16, 48, 86], mid: [20, 0, 26, 44], phone: [32, 16, 48, 86] } as const
/** First and last pixel of the axis, names, and the flare (its mouth and its length). */
const MARGINS = {
  desktop: { x0: 150, right: 36, nameX: 60, flareX: 82, flareLength: 62 },
  mid: { x0: 112, right: 26, nameX: 40, flareX: 66, flareLength: 40 },
  phone: { x0: 84, right: 20, nameX: 12, flareX: 30, flareLength: 48 },
} as const
export const WIRE_Y = { desktop: 139, mid: 68 } as const
/** Height of the whole drawing before it has been measured. */
export const DEFAULT_HEIGHT = { desktop: 220, mid: 114 } as const
const MIN_SERVER = 24
const MAX_SERVER = 46

export function lanesOf(size: LaneSize, width: number, height: number): Lanes {
  const [axis, session, client, wire] = HEIGHTS[size]
  const big = size !== 'mid'
  const { right, ...margins } = MARGINS[size]
  const clientTop = axis + session
  const wireTop = clientTop + client
  const wireBottom = wireTop + wire
  const edge = big ? 6 : 3
  const server = Math.min(MAX_SERVER, Math.max(MIN_SERVER, height - wireBottom))
  return {
    size,
    big,
    width,
    height: Math.max(height, wireBottom + MIN_SERVER),
    axisY: axis,
    sessionY: big ? axis + 11 : axis + 4,
    clientY: clientTop + client / 2 + (big ? 6 : 2),
    failureY: wireTop + (big ? 3 : 1),
    wireTop,
    wireMid: wireTop + wire / 2,
    wireBottom,
    jacketTop: wireTop + edge,
    jacketBottom: wireBottom - edge,
    serverY: wireBottom + server / 2 + Math.min(big ? 4 : 1, (server - MIN_SERVER) / 3),
    ...margins,
    x1: Math.max(width - right, margins.x0 + 60),
    k: big ? 1 : 0.62,
  }
}

/** Milliseconds → pixels, and back. */
export type Scale = { readonly x: (at: Milliseconds) => number; readonly at: (x: number) => Milliseconds }

export function scaleOf({ x0, x1 }: Pick<Lanes, 'x0' | 'x1'>, axisEnd: Milliseconds): Scale {
  const end = axisEnd > 0 ? axisEnd : 1
  return { x: (at) => x0 + ((x1 - x0) * at) / end, at: (x) => ((x - x0) / (x1 - x0)) * end }
}

/** The rows of the wire lane: the middle of each, and how high a span is. */
export type Rows = { readonly y: (row: number) => number; readonly bar: number; readonly count: number }

/** Two rows as drawn; more of them share the same jacket, thinner. */
export function rowsOf(lanes: Lanes, count: number): Rows {
  const n = Math.max(count, 1)
  const { big } = lanes
  const pitch = Math.min(big ? 34 : 18, (lanes.jacketBottom - lanes.jacketTop - 2) / n)
  const bar = Math.min(big ? 22 : 13, pitch * 0.72)
  return { count: n, bar, y: (row) => lanes.wireMid + (Math.min(Math.max(row, 0), n - 1) - (n - 1) / 2) * pitch }
}

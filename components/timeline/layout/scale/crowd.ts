/** Marks that must keep their distance: what was sent again, and what came twice (visual/notes.md, "minimum mark pitch"). */
import type { Milliseconds } from '../../../../lib/protocol/observation'
import type { EventMark } from '../../../../lib/trace/timeline/timeline-types'
import type { Lanes } from '../lanes'

const REPLAY_PITCH = 15
/** Replays of one run may be spread over at most this part of the axis (and five of them always keep their pitch). */
const SPREAD_SHARE = 0.13

/** When they were received, ascending. */
export function crowdOf(marks: readonly EventMark[]): Milliseconds[] {
  return marks
    .flatMap(({ receipts }) => receipts.filter(({ replayed }, index) => replayed || index > 0))
    .map(({ at }) => at)
    .sort((a, b) => a - b)
}

/** Their distance in pixels: as drawn, or as much as `crowd` of them can have. */
export function crowdPitch({ x0, x1, k }: Pick<Lanes, 'x0' | 'x1' | 'k'>, crowd: number): number {
  const room = Math.max((x1 - x0) * SPREAD_SHARE, REPLAY_PITCH * k * 5)
  return Math.min(REPLAY_PITCH * k, room / Math.max(crowd, 1))
}

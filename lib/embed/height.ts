/**
 * When a new height of the content is worth a message. A frame that follows its content may change the content by following it; so what
 * is nearly the same is not said, and a height that swings back at once is taken for such an echo: the larger one stays.
 */
import type { Milliseconds } from '../protocol/observation'

/** Differences below this are rounding. */
const STILL = 2
/** Back to the height before within this time, at the same width: an echo. */
const ECHO: Milliseconds = 400
const HEIGHT_LIMITS = { least: 120, most: 4000 } as const

type HeightRule = (width: number, height: number, now: Milliseconds) => number | undefined

/** One rule a frame: give it every measurement, send what it returns. */
export function createHeightRule(): HeightRule {
  let said: { width: number; height: number; at: Milliseconds } | undefined
  let before: { width: number; height: number } | undefined
  return (width, measured, now) => {
    if (!Number.isFinite(measured) || measured <= 0) return undefined
    const height = Math.min(HEIGHT_LIMITS.most, Math.max(HEIGHT_LIMITS.least, Math.ceil(measured)))
    const sameWidth = said !== undefined && Math.abs(said.width - width) < STILL
    if (said && sameWidth && Math.abs(said.height - height) < STILL) return undefined
    const echo = said && sameWidth && before && Math.abs(before.width - width) < STILL && Math.abs(before.height - height) < STILL
    if (said && echo && now - said.at < ECHO && height < said.height) return undefined
    before = said && { width: said.width, height: said.height }
    said = { width, height, at: now }
    return height
  }
}

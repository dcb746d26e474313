/**
 * Requests that never got an answer: small crosses where they left the client, and what they are, said once an outage at the first of them.
 * The crosses that would lie under the words, and those in a break, are counted there instead.
 */
import type { Milliseconds } from '../../../../lib/protocol/observation'
import type { Timeline } from '../../../../lib/trace/timeline/timeline-types'
import type { Translate } from '../../../../lib/words/t'
import type { Lanes, Scale } from '../lanes'
import { cross } from '../paths'
import { type Label, SANS } from './label'
import { textWidth } from './text-fit'

/** Two streams that ask at once are one attempt. */
const AT_ONCE: Milliseconds = 60
const PITCH = 7

export function drawNoAnswer(timeline: Timeline, lanes: Lanes, scale: Scale, t: Translate): { labels: readonly Label[]; crosses: string } {
  const labels = lanes.big ? timeline.outages.flatMap((outage) => labelOf(outage, timeline, lanes, scale, t) ?? []) : []
  const inBreak = (at: Milliseconds) => timeline.folds.some(({ from, to }) => at > from && at < to)
  const covered = (x: number) => labels.some((label) => x > label.x - PITCH && x < label.x + label.width + PITCH)
  const half = 3.4 * lanes.k + 0.4
  let last = Number.NEGATIVE_INFINITY
  let crosses = ''
  const xs = timeline.failures.flatMap(({ at }) => (inBreak(at) ? [] : scale.x(at)))
  for (const x of xs.sort((a, b) => a - b)) {
    if (x < lanes.x0 - 1 || x - last < PITCH || covered(x)) continue
    last = x
    crosses += cross(x, lanes.failureY, half)
  }
  return { labels, crosses }
}

function labelOf(
  { from, to, open }: Timeline['outages'][number],
  { failures, folds }: Timeline,
  lanes: Lanes,
  scale: Scale,
  t: Translate,
): Label | undefined {
  const times = failures
    .map(({ at }) => at)
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b)
  const first = times[0]
  if (first === undefined || folds.some((fold) => first > fold.from && first < fold.to)) return undefined
  const attempts = times.filter((at, i) => i === 0 || at - (times[i - 1] ?? at) > AT_ONCE).length
  const x = scale.x(first)
  const room = (open ? lanes.width : scale.x(to)) - x - 14
  const texts = [attempts === 1 ? t('no answer') : t('no answer ×{n}', { n: attempts }), t('no answer')]
  const text = texts.find((each) => textWidth(each, SANS, 'sans') <= room)
  if (text === undefined || x < lanes.x0) return undefined
  return {
    x: x + 9,
    y: lanes.failureY,
    anchor: 'start',
    text,
    width: textWidth(text, SANS, 'sans'),
    font: 'sans',
    ground: 'none',
    since: scale.x(times[times.length - 1] ?? first),
  }
}

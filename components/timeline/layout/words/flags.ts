/** When the plug was pulled and pushed, and what else befell the run: a thin pole each, with its word where there is room. */
import type { Timeline } from '../../../../lib/trace/timeline/timeline-types'
import { flagWords } from '../../../../lib/words/run/flags'
import { ENGLISH, type Translate } from '../../../../lib/words/t'
import type { Lanes, Scale } from '../lanes'
import { type Label, SANS } from './label'
import { lineOf, textWidth } from './text-fit'

export type Flag = { readonly x: number; readonly top: number; readonly label?: Label }

/** Words stand left of their pole, or right of it where there is no room; never over a word or a pole. */
export function drawFlags({ outages, flags: others }: Timeline, lanes: Lanes, scale: Scale, t: Translate = ENGLISH): Flag[] {
  const top = lanes.big ? lanes.sessionY + 13 : lanes.axisY + 4
  const line = lineOf(lanes.x0 - 12, lanes.width)
  /* a page loaded anew has its plug in: nobody pushed it */
  const isLoaded = (at: number) => others.some((other) => other.at === at && other.kind === 'page-loaded')
  const flags = outages.flatMap((outage): { x: number; text: string }[] => [
    { x: scale.x(outage.from), text: t('pulled') },
    ...(outage.open || isLoaded(outage.to) ? [] : [{ x: scale.x(outage.to), text: t('pushed') }]),
  ])
  flags.push(...others.map((flag) => ({ x: scale.x(flag.at), text: flagWords(flag, t) })))
  const inView = flags.filter(({ x }) => x >= lanes.x0 - 1 && x <= lanes.width).sort((a, b) => a.x - b.x)
  for (const { x } of inView) line.take(x - 1, x + 1)
  return inView.map(({ x, text }) => {
    const width = textWidth(text, SANS, 'sans')
    const base = { y: top, text, width, font: 'sans', ground: 'none', flag: true } as const
    if (!lanes.big) return { x, top }
    if (line.take(x - 8 - width, x - 2)) return { x, top, label: { ...base, x: x - 7, anchor: 'end' } }
    if (line.take(x + 2, x + 8 + width)) return { x, top, label: { ...base, x: x + 7, anchor: 'start' } }
    return { x, top }
  })
}

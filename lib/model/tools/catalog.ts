/**
 * The demo tools as data: what a picker shows and what a call sends when nothing else is said.
 * Imports types only, so the server (tools.ts) and the page may both read it. The work itself is in lib/server/tools.ts.
 */

import type { ToolName } from '../run-options'

type ToolEntry = {
  readonly name: ToolName
  readonly title: string
  /** one sentence for people and models alike */
  readonly description: string
  /** what one progress message carries */
  readonly step: string
  readonly defaults: Readonly<Record<string, string | number>>
}

/** Limits of the arguments, in one place: the server validates with them, the page draws its sliders with them. */
export const DELAY = { least: 0, most: 10_000, default: 250 } as const
export const COUNTDOWN = { least: 1, most: 1000, default: 20 } as const

export const TOOLS: readonly ToolEntry[] = [
  {
    name: 'paint_picture',
    title: 'Paint a picture',
    description: 'Paints a picture of 16 × 16 coloured squares, one row per progress message. The result is the whole picture.',
    step: 'a row',
    defaults: { picture: 'lighthouse', delay: DELAY.default },
  },
  {
    name: 'tell_story',
    title: 'Tell a story',
    description: 'Tells a short story word by word, one word per progress message. The result is the whole story.',
    step: 'a word',
    defaults: { story: 'keeper', delay: DELAY.default },
  },
  {
    name: 'countdown',
    title: 'Count down',
    description: 'Counts down to one, one number per progress message. The result says that it is done.',
    step: 'a number',
    defaults: { from: COUNTDOWN.default, delay: DELAY.default },
  },
]

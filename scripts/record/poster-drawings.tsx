/** Draws the poster of each embed from its recorded run, at the moment the embed opens. Used by posters.mjs. */

import { renderToStaticMarkup } from 'react-dom/server'
import { RunDrawing } from '../../components/print/run-drawing'
import { subjectOf } from '../../components/tool-view/tool-progress'
import { EMBEDS } from '../../lib/embed/scenarios/embeds'
import { DEFAULT_OPTIONS } from '../../lib/model/run-options'
import { recordedFor } from '../../lib/recordings/scenarios'
import { cutRecording } from '../../lib/trace/recording/recording'
import { snapshotAt } from '../../lib/trace/snapshot'
import { layoutTimeline } from '../../lib/trace/timeline/timeline'

/** Name of the scenario → an SVG that needs nothing around it. `tokens` is app/tokens.css. */
export function drawPosters(tokens: string): ReadonlyMap<string, string> {
  return new Map(
    EMBEDS.map(({ name, run, options }) => {
      const { trace, opensAt } = recordedFor(run)
      const snapshot = snapshotAt(trace, opensAt)
      const subject = subjectOf(snapshot, { ...DEFAULT_OPTIONS, ...options })
      const timeline = layoutTimeline(cutRecording(trace, opensAt), opensAt)
      const svg = renderToStaticMarkup(<RunDrawing snapshot={snapshot} subject={subject} timeline={timeline} />)
      return [name, rounded(svg.replace('>', () => `>${styleOf(tokens, svg)}`))]
    }),
  )
}

/** The colours that the drawing uses, light, and dark where the reader's system is. */
function styleOf(tokens: string, svg: string): string {
  const used = new Set([...svg.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name]) => name))
  const light: string[] = []
  const dark: string[] = []
  for (const [, name, value = ''] of tokens.slice(0, tokens.indexOf('@media')).matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)) {
    if (!used.has(name)) continue
    const [, a, b] = /light-dark\(([^,]+),\s*([^)]+)\)/.exec(value) ?? []
    light.push(`${name}:${a ?? value}`)
    if (b) dark.push(`${name}:${b}`)
  }
  return `<style>svg{${light.join(';')}}@media(prefers-color-scheme:dark){svg{${dark.join(';')}}}</style>`
}

/** Tenths of a pixel are enough. */
const rounded = (svg: string): string => svg.replace(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))

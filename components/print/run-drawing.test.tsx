/** The drawing of a run that somebody made up to do harm, as the file that is saved: one well-formed SVG, and nothing in it acts. */
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from '../../lib/model/run-options'
import type { Observation } from '../../lib/protocol/observation'
import { xmlCharacters } from '../../lib/share/export/xml'
import { snapshotAt } from '../../lib/trace/snapshot'
import { layoutTimeline } from '../../lib/trace/timeline/timeline'
import { extentOf } from '../../lib/trace/trace'
import { describeMoment } from '../../lib/words/run/describe'
import { hostileText } from '../../test/support/share/hostile-values'
import { problemWithXml } from '../../test/support/share/xml-rules'
import { resumedRun } from '../../test/support/trace/fixtures'
import { subjectOf } from '../tool-view/tool-progress'
import { RunDrawing } from './run-drawing'

const SEED = Number(process.env.PTP_SEED ?? Math.floor(Math.random() * 2 ** 31))
console.log(`PTP_SEED=${SEED}`)

/** The run with the same text wherever somebody else has a say. */
function runWith(text: string): readonly Observation[] {
  const message = JSON.stringify({ method: 'notifications/progress', params: { progress: 1, message: text } })
  return resumedRun().observations.map((seen) => {
    if (seen.kind === 'call.started') return { ...seen, tool: text, args: { picture: text } }
    if (seen.kind === 'event.stored' || seen.kind === 'event.received') return { ...seen, id: text, data: message }
    if (seen.kind === 'connection.answered') return { ...seen, headers: { [text]: text }, body: text }
    if (seen.kind === 'session.opened') return { ...seen, session: text, server: text }
    return seen
  })
}

function pictureOf(text: string): string {
  const trace = { observations: runWith(text) }
  const end = extentOf(trace)?.to ?? 0
  const snapshot = snapshotAt(trace, end)
  const drawing = <RunDrawing snapshot={snapshot} subject={subjectOf(snapshot, DEFAULT_OPTIONS)} timeline={layoutTimeline(trace, end)} />
  const title = `${snapshot.call?.tool}: ${describeMoment(snapshot)}`
  const svg = renderToStaticMarkup(drawing)
  return xmlCharacters(svg.replace('>', () => `>${renderToStaticMarkup(<title>{title}</title>)}`))
}

describe('the picture of a hostile run', () => {
  test('is one SVG that a strict parser reads', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(problemWithXml(pictureOf(text))).toBeUndefined()
      }),
      { seed: SEED, numRuns: 150 },
    )
  })

  test('has no character that XML cannot hold, and every other one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const kept = xmlCharacters(text)
        expect(problemWithXml(`<t>${kept.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t>`)).toBeUndefined()
        expect([...kept].filter((one, i) => one !== [...text][i]).every((one) => one === '\ufffd')).toBe(true)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })

  test.each(['<a>', '<a></b>', '<a b=c></a>', 'x<a></a>', '<a>&x</a>', '<a>\0</a>', '<script></script>', '<g onload="x"></g>'])(
    'the strict parser refuses %j',
    (text) => {
      expect(problemWithXml(text)).toBeDefined()
    },
  )
})

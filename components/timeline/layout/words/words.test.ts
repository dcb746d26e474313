import { describe, expect, it } from 'vitest'
import type { Timeline } from '../../../../lib/trace/timeline/timeline-types'
import { points, timelineOf } from '../../../../test/support/timeline'
import { lanesOf } from '../lanes'
import { layoutPx } from '../layout-px'
import { leftOf, wordsAt } from './label'
import { textWidth } from './text-fit'

describe('words', () => {
  it.each([390, 560, 760, 1000, 1600])('never overlap and never leave a drawing %i px wide', (width) => {
    for (const timeline of [timelineOf(), timelineOf({ resumed: true })]) {
      const drawing = layoutPx(timeline, 'desktop', width, 220)
      const boxes = [...drawing.wire.labels, ...drawing.flags.flatMap(({ label }) => label ?? [])].map((label) => ({
        label,
        left: leftOf(label),
      }))
      for (const { label, left } of boxes) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left + label.width).toBeLessThanOrEqual(drawing.lanes.width)
        for (const other of boxes) {
          if (other.label === label || Math.abs(other.label.y - label.y) > 12) continue
          expect(left + label.width <= other.left || other.left + other.label.width <= left, `${label.text} / ${other.label.text}`).toBe(
            true,
          )
        }
      }
    }
  })

  it('give way to the rings of what is missing', () => {
    const drawing = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    const words = (rings: readonly { x: number; row: number }[]) => wordsAt(drawing.wire.labels, rings, 2000).map(({ label }) => label.text)
    expect(words([])).toContain('GET after call-2/9')
    expect(words([{ x: drawing.scale.x(4500), row: 1 }])).not.toContain('GET after call-2/9')
  })

  it('are pale until the playhead has passed them', () => {
    const drawing = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    const pale = wordsAt(drawing.wire.labels, [], drawing.scale.x(3600)).filter((word) => word.pale)
    expect(pale.map(({ label }) => label.text)).toEqual(expect.arrayContaining(['GET after call-2/9', 'plug out 1.5 s']))
  })
})

describe('what is said of a thing', () => {
  const labelsOf = (timeline: Timeline, width = 1000) => layoutPx(timeline, 'desktop', width, 220).wire.labels
  const lefts = (timeline: Timeline) => new Map(labelsOf(timeline).map((label) => [label.text.replace(/[\d.×]+/g, '#'), leftOf(label)]))
  const failures = [3280, 3760, 4240, 5200, 7200].map((at, i) => ({ connection: `f${i}`, at, row: 1 }))

  it('stands inside its bar, at the beginning', () => {
    const drawing = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    for (const { span, x1 } of drawing.spans) {
      const label = drawing.wire.labels.find(({ x, row }) => row === span.row && Math.abs(x - x1 - 11) < 0.01)
      expect(label?.text.split(' ')[0], span.request).toBe(span.request.split(' ')[0])
    }
  })

  it('is shorter where its bar is, and begins at the same place', () => {
    const [wide, narrow] = [1000, 560].map((width) => labelsOf(timelineOf({ resumed: true }), width).map(({ text }) => text))
    expect(wide).toContain('GET after call-2/9')
    expect(narrow).not.toContain('GET after call-2/9')
    expect(narrow).toContain('GET')
  })

  it('does not move while the plug is out and the axis stays', () => {
    const waited = [4240, 4800, 5300, 5600].map((at) =>
      lefts({
        ...timelineOf(),
        duration: at,
        outages: [{ from: 2800, to: at, open: true }],
        failures: failures.filter((one) => one.at <= at),
      }),
    )
    for (const places of waited.slice(1)) for (const [text, left] of waited[0] ?? []) expect(places.get(text), text).toBeCloseTo(left)
  })

  it('tells how often nobody answered, at the first time', () => {
    const timeline = { ...timelineOf(), duration: 7600, axisEnd: 8000, outages: [{ from: 2800, to: 7600, open: true }], failures }
    const { scale, wire } = layoutPx(timeline, 'desktop', 1000, 220)
    const label = wire.labels.find(({ text }) => text.startsWith('no answer'))
    expect([label?.text, label?.x]).toEqual(['no answer ×5', scale.x(3280) + 9])
    const crosses = [...wire.crosses.matchAll(/M([\d.]+) /g)].map(([, left]) => Number(left))
    expect(crosses.filter((left) => left > scale.x(3280) && left < (label?.x ?? 0) + (label?.width ?? 0))).toEqual([])
    expect(crosses).toHaveLength(3)
  })

  it('is pale while the playhead is inside the outage that it measures', () => {
    const { wire, scale } = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    const isPale = (at: number) => wordsAt(wire.labels, [], scale.x(at)).find(({ label }) => label.text === 'plug out 1.5 s')?.pale
    expect([isPale(4250), isPale(4310)]).toEqual([true, false])
  })

  it('ends the dots of "no connection" where a connection begins', () => {
    const { wire, spans } = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    const resumed = spans.find(({ span }) => span.start === 'resumed')
    const ends = points(wire.dotted).map(([x]) => x)
    expect(ends.filter((x) => x < (resumed?.x1 ?? 0))).not.toEqual([])
    const row1 = wire.dotted.split('M').filter((part) => part.endsWith('') && Number(part.split(' ')[1]?.split('H')[0]) === resumed?.y)
    for (const part of row1) expect(Number(part.split('H')[1])).toBeLessThan(resumed?.x1 ?? 0)
  })

  it('gives the length of an outage in one form, with a shorter one where it is narrow', () => {
    const outage = (length: number) => ({
      ...timelineOf(),
      duration: 2800 + length,
      outages: [{ from: 2800, to: 2800 + length, open: true }],
    })
    const said = (length: number) => labelsOf(outage(length)).find(({ y }) => y === lanesOf('desktop', 1000, 220).clientY)?.text
    expect([said(1300), said(700), said(200)]).toEqual(['plug out 1.3 s', '0.7 s', undefined])
  })
})

describe('the flags', () => {
  /** As Chromium measured them: Inter, weight 600, 12.5 px. */
  const MEASURED = { pulled: 37.2, pushed: 45.2, 'page loaded': 74.6, evicted: 44.5, 'restarted, all forgotten': 135.2 } as const

  it('never count on less room than their words take', () => {
    for (const [text, width] of Object.entries(MEASURED)) expect(textWidth(text, 12.5, 'sans'), text).toBeGreaterThanOrEqual(width)
    for (const [text, width] of [
      ['ausgesteckt 1,44 s', 113.4],
      ['keine Verbindung', 106.3],
      ['Seite geladen', 82.1],
    ] as const)
      expect(textWidth(text, 12.5, 'sans'), text).toBeGreaterThanOrEqual(width)
  })

  it('never stand on each other, nor on a pole, however quickly one follows another', () => {
    for (let gap = 20; gap < 2000; gap += 60) {
      const outages = [2800, 2800 + 2 * gap].map((from) => ({ from, to: from + gap, open: false }))
      const flags = [{ at: 2800 + gap / 2, kind: 'evicted' as const }]
      const drawn = layoutPx({ ...timelineOf({ resumed: true }), outages, flags, axisEnd: 12_000 }, 'desktop', 1000, 220).flags
      const boxes = drawn.flatMap(({ label }) => {
        const wide = label && MEASURED[label.text as keyof typeof MEASURED]
        const left = label?.anchor === 'end' ? label.x - (wide ?? 0) : (label?.x ?? 0)
        return wide === undefined ? [] : [{ left, right: left + wide }]
      })
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1)) expect(box.right < other.left || other.right < box.left, `${gap} ms`).toBe(true)
        for (const { x } of drawn) expect(x < box.left || x > box.right, `${gap} ms`).toBe(true)
      })
    }
  })

  it('say once that a page was loaded anew, and not that a plug was pushed, which nobody did', () => {
    const timeline = { ...timelineOf({ resumed: true }), flags: [{ at: 4300, kind: 'page-loaded' as const }] }
    expect(layoutPx(timeline, 'desktop', 1000, 220).flags.map(({ label }) => label?.text)).toEqual(['pulled', 'page loaded'])
  })
})

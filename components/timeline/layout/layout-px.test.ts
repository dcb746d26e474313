import { describe, expect, it } from 'vitest'
import type { EventMark, Timeline } from '../../../lib/trace/timeline/timeline-types'
import { hitTest } from '../hit-test'
import { leftOf, wordsAt } from './draw-labels'
import { lanesOf, rowsOf, scaleOf } from './lanes'
import { edgeOf, layoutPx, momentPx } from './layout-px'
import { textWidth } from './text-fit'

/** Nine events received, a cut at 2.8 s, five stored meanwhile; with `resumed`, pushed at 4.3 s and replayed within 2 ms. */
function run({ resumed = false, stored = 14, every = 250, replayGap = 0.4 } = {}): Timeline {
  const at = (n: number) => 460 + every * n
  const marks = Array.from({ length: stored }, (_, i): EventMark => {
    const n = i + 1
    const live = n <= 9
    const again = resumed ? [{ at: 4400 + (n - 10) * replayGap, replayed: true, connection: 'c4' }] : []
    return {
      key: `call-2/${n}`,
      stream: 'call-2',
      row: 1,
      priming: false,
      fate: live ? 'received' : resumed ? 'replayed' : 'missing',
      storedAt: at(n),
      receipts: live ? [{ at: at(n) + 35, replayed: false, connection: 'c3' }] : again,
    }
  })
  const end = resumed ? 5600 : 4240
  return {
    origin: 0,
    duration: end,
    axisEnd: 6000,
    ticks: [0, 1, 2, 3, 4, 5, 6].map((s) => ({ at: s * 1000, label: String(s) })),
    session: { from: 0, to: end, id: '7f3a…e1c2', ended: false },
    rows: [
      { stream: 'get', kind: 'standalone' },
      { stream: 'call-2', kind: 'call' },
    ],
    spans: [
      { connection: 'c2', stream: 'get', row: 0, from: 200, to: 2801, start: 'open', end: 'torn', request: 'GET' },
      { connection: 'c3', stream: 'call-2', row: 1, from: 400, to: 2801, start: 'open', end: 'torn', request: 'POST tools/call' },
      ...(resumed
        ? [
            {
              connection: 'c4',
              stream: 'call-2',
              row: 1,
              from: 4370,
              to: 5460,
              start: 'resumed',
              end: 'complete',
              request: 'GET',
              after: 'call-2/9',
            } as const,
          ]
        : []),
    ],
    failures: [],
    flags: [],
    jackets: [{ from: 0, to: 2800, torn: true }, ...(resumed ? [{ from: 4300, to: 5600, torn: false }] : [])],
    outages: [{ from: 2800, to: resumed ? 4300 : 4240, open: !resumed }],
    marks,
  }
}

const NONE: ReadonlySet<string> = new Set()

describe('lanes', () => {
  it('put the middle of the wire lane where the cable meets it', () => {
    expect(lanesOf('desktop', 1000, 220).wireMid).toBe(139)
    expect(lanesOf('mid', 760, 114).wireMid).toBe(68)
  })

  it('map milliseconds to pixels and back', () => {
    const scale = scaleOf(lanesOf('desktop', 1000, 220), 6000)
    expect(scale.x(0)).toBe(150)
    expect(scale.x(6000)).toBe(964)
    expect(scale.at(scale.x(1234))).toBeCloseTo(1234)
  })

  it('keep every row of many streams inside the jacket', () => {
    const lanes = lanesOf('desktop', 1000, 220)
    const rows = rowsOf(lanes, 7)
    expect(rows.y(0) - rows.bar / 2).toBeGreaterThan(lanes.jacketTop)
    expect(rows.y(6) + rows.bar / 2).toBeLessThan(lanes.jacketBottom)
  })
})

describe('marks', () => {
  it('of a replay stand 15 px apart, however close in time they came', () => {
    const { placed } = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    const xs = placed.marks.flatMap(({ receipts }) => receipts.filter((one) => one.replayed).map((one) => one.x))
    expect(xs).toHaveLength(5)
    for (let i = 1; i < xs.length; i++) expect((xs[i] as number) - (xs[i - 1] as number)).toBeCloseTo(15)
  })

  it('of a large replay share a bounded stretch of the axis', () => {
    const { placed, lanes } = layoutPx(run({ resumed: true, stored: 200 }), 'desktop', 1000, 220)
    const xs = placed.marks.flatMap(({ receipts }) => receipts.filter((one) => one.replayed).map((one) => one.x))
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan((lanes.x1 - lanes.x0) * 0.15)
  })

  it('are never moved before their time', () => {
    const { placed, scale } = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    for (const { receipts } of placed.marks) for (const { x, at } of receipts) expect(x).toBeGreaterThanOrEqual(scale.x(at) - 1e-9)
  })

  it('in their thousands are thinned out without hiding a fate', () => {
    const { placed } = layoutPx(run({ stored: 5000, every: 0.75 }), 'desktop', 1000, 220)
    expect(placed.marks.length).toBeLessThan(1500)
    expect(new Set(placed.marks.map(({ mark }) => mark.fate))).toEqual(new Set(['received', 'missing']))
  })
})

describe('a replay', () => {
  it('lies low until it was pushed: nothing crosses the wire lane while there is no wire', () => {
    const drawing = layoutPx(run({ resumed: true, replayGap: 115 }), 'desktop', 1000, 220)
    const { tracks } = momentPx(drawing, 5600, NONE)
    const pushed = drawing.scale.x(4300)
    for (const [x, y] of points(tracks)) if (x < pushed) expect(y).toBeGreaterThan(drawing.lanes.jacketBottom)
    expect(points(tracks).some(([, y]) => y === drawing.lanes.clientY)).toBe(true)
  })

  it('waits up to the playhead while its event is missing, and has a ring over its square', () => {
    const drawing = layoutPx(run(), 'desktop', 1000, 220)
    const moment = momentPx(drawing, 4240, new Set(['call-2/10', 'call-2/11']))
    expect(moment.rings).toHaveLength(2)
    const xs = points(moment.waiting).map(([x]) => x)
    expect(Math.max(...xs)).toBeLessThanOrEqual(drawing.scale.x(4240))
    expect(moment.tracks).toBe('')
  })

  it('that rises after the playhead is drawn as later', () => {
    const drawing = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    const moment = momentPx(drawing, 3600, NONE)
    expect(moment.tracks).toBe('')
    expect(moment.laterTracks).not.toBe('')
  })
})

describe('words', () => {
  it.each([390, 560, 760, 1000, 1600])('never overlap and never leave a drawing %i px wide', (width) => {
    for (const timeline of [run(), run({ resumed: true })]) {
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
    const drawing = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    const words = (rings: readonly { x: number; row: number }[]) => wordsAt(drawing.wire.labels, rings, 2000).map(({ label }) => label.text)
    expect(words([])).toContain('GET after call-2/9')
    expect(words([{ x: drawing.scale.x(4000), row: 1 }])).not.toContain('GET after call-2/9')
  })

  it('are pale until the playhead has passed them', () => {
    const drawing = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    const pale = wordsAt(drawing.wire.labels, [], drawing.scale.x(3600)).filter((t) => t.pale)
    expect(pale.map(({ label }) => label.text)).toEqual(expect.arrayContaining(['GET after call-2/9', 'plug out 1.50 s']))
  })
})

describe('the edge of what is later', () => {
  it('is the playhead, moved behind marks that were spread past it', () => {
    const drawing = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    expect(edgeOf(drawing, 3600)).toBe(drawing.scale.x(3600))
    const last = Math.max(...drawing.placed.marks.flatMap(({ receipts }) => receipts.map((one) => one.x)))
    expect(edgeOf(drawing, 4410)).toBeCloseTo(last + drawing.placed.ring)
  })
})

describe('the pointer', () => {
  const drawing = layoutPx(run(), 'desktop', 1000, 220)

  it('finds the nearest mark, on either lane and in the gap', () => {
    const ninth = drawing.placed.marks[8]
    const tenth = drawing.placed.marks[9]
    const onClient = hitTest(drawing, (ninth?.receipts[0]?.x ?? 0) + 4, drawing.lanes.clientY)
    const inGap = hitTest(drawing, tenth?.x ?? 0, drawing.rows.y(1))
    expect(onClient?.kind === 'event' && onClient.mark.key).toBe('call-2/9')
    expect(inGap?.kind === 'event' && inGap.mark.key).toBe('call-2/10')
  })

  it('finds a connection between marks, and nothing in the future', () => {
    const onSpan = hitTest(drawing, drawing.scale.x(2300), drawing.rows.y(0))
    expect(onSpan?.kind === 'connection' && onSpan.span.connection).toBe('c2')
    expect(hitTest(drawing, drawing.scale.x(5500), drawing.rows.y(0))).toBeUndefined()
  })
})

/** The points a path made of absolute M, H, V, Q commands goes through. */
function points(path: string): [number, number][] {
  let x = 0
  let y = 0
  return [...path.matchAll(/([MHVQ])([^MHVQ]*)/g)].map(([, command, text = '']) => {
    const numbers = text.trim().split(/[ ,]+/).map(Number)
    if (command === 'H') x = numbers[0] ?? x
    else if (command === 'V') y = numbers[0] ?? y
    else {
      x = numbers[numbers.length - 2] ?? x
      y = numbers[numbers.length - 1] ?? y
    }
    return [x, y]
  })
}

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
      const drawn = layoutPx({ ...run({ resumed: true }), outages, flags, axisEnd: 12_000 }, 'desktop', 1000, 220).flags
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
    const timeline = { ...run({ resumed: true }), flags: [{ at: 4300, kind: 'page-loaded' as const }] }
    expect(layoutPx(timeline, 'desktop', 1000, 220).flags.map(({ label }) => label?.text)).toEqual(['pulled', 'page loaded'])
  })
})

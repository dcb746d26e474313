import { describe, expect, it } from 'vitest'
import type { EventMark, Timeline } from '../../../lib/trace/timeline/timeline-types'
import { hitTest } from '../hit-test'
import { lanesOf, rowsOf, scaleOf } from './lanes'
import { edgeOf, layoutPx, momentPx } from './layout-px'
import { leftOf, wordsAt } from './words/label'
import { textWidth } from './words/text-fit'

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
    folds: [],
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
    expect(words([{ x: drawing.scale.x(4500), row: 1 }])).not.toContain('GET after call-2/9')
  })

  it('are pale until the playhead has passed them', () => {
    const drawing = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    const pale = wordsAt(drawing.wire.labels, [], drawing.scale.x(3600)).filter((word) => word.pale)
    expect(pale.map(({ label }) => label.text)).toEqual(expect.arrayContaining(['GET after call-2/9', 'plug out 1.5 s']))
  })
})

describe('what is said of a thing', () => {
  const labelsOf = (timeline: Timeline, width = 1000) => layoutPx(timeline, 'desktop', width, 220).wire.labels
  const lefts = (timeline: Timeline) => new Map(labelsOf(timeline).map((label) => [label.text.replace(/[\d.×]+/g, '#'), leftOf(label)]))
  const failures = [3280, 3760, 4240, 5200, 7200].map((at, i) => ({ connection: `f${i}`, at, row: 1 }))

  it('stands inside its bar, at the beginning', () => {
    const drawing = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    for (const { span, x1 } of drawing.spans) {
      const label = drawing.wire.labels.find(({ x, row }) => row === span.row && Math.abs(x - x1 - 11) < 0.01)
      expect(label?.text.split(' ')[0], span.request).toBe(span.request.split(' ')[0])
    }
  })

  it('is shorter where its bar is, and begins at the same place', () => {
    const [wide, narrow] = [1000, 560].map((width) => labelsOf(run({ resumed: true }), width).map(({ text }) => text))
    expect(wide).toContain('GET after call-2/9')
    expect(narrow).not.toContain('GET after call-2/9')
    expect(narrow).toContain('GET')
  })

  it('does not move while the plug is out and the axis stays', () => {
    const waited = [4240, 4800, 5300, 5600].map((at) =>
      lefts({ ...run(), duration: at, outages: [{ from: 2800, to: at, open: true }], failures: failures.filter((one) => one.at <= at) }),
    )
    for (const places of waited.slice(1)) for (const [text, left] of waited[0] ?? []) expect(places.get(text), text).toBeCloseTo(left)
  })

  it('tells how often nobody answered, at the first time', () => {
    const timeline = { ...run(), duration: 7600, axisEnd: 8000, outages: [{ from: 2800, to: 7600, open: true }], failures }
    const { scale, wire } = layoutPx(timeline, 'desktop', 1000, 220)
    const label = wire.labels.find(({ text }) => text.startsWith('no answer'))
    expect([label?.text, label?.x]).toEqual(['no answer ×5', scale.x(3280) + 9])
    const crosses = [...wire.crosses.matchAll(/M([\d.]+) /g)].map(([, left]) => Number(left))
    expect(crosses.filter((left) => left > scale.x(3280) && left < (label?.x ?? 0) + (label?.width ?? 0))).toEqual([])
    expect(crosses).toHaveLength(3)
  })

  it('ends the dots of "no connection" where a connection begins', () => {
    const { wire, spans } = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    const resumed = spans.find(({ span }) => span.start === 'resumed')
    const ends = points(wire.dotted).map(([x]) => x)
    expect(ends.filter((x) => x < (resumed?.x1 ?? 0))).not.toEqual([])
    const row1 = wire.dotted.split('M').filter((part) => part.endsWith('') && Number(part.split(' ')[1]?.split('H')[0]) === resumed?.y)
    for (const part of row1) expect(Number(part.split('H')[1])).toBeLessThan(resumed?.x1 ?? 0)
  })

  it('gives the length of an outage in one form, with a shorter one where it is narrow', () => {
    const outage = (length: number) => ({ ...run(), duration: 2800 + length, outages: [{ from: 2800, to: 2800 + length, open: true }] })
    const said = (length: number) => labelsOf(outage(length)).find(({ y }) => y === lanesOf('desktop', 1000, 220).clientY)?.text
    expect([said(1300), said(700), said(200)]).toEqual(['plug out 1.3 s', '0.7 s', undefined])
  })
})

describe('a long wait', () => {
  const waiting = (to: number): Timeline => ({
    ...run(),
    duration: to,
    axisEnd: 10_000,
    folds: [{ from: 6900, to, shown: 1100 }],
    outages: [{ from: 2800, to, open: true }],
  })
  const missing = new Set(['call-2/10', 'call-2/11', 'call-2/12', 'call-2/13', 'call-2/14'])
  const picture = (to: number) => {
    const drawing = layoutPx(waiting(to), 'desktop', 1000, 220)
    const { waiting: line, waitingStubs, missingRings } = momentPx(drawing, to, missing)
    return { marks: drawing.marks, spans: drawing.spans, jackets: drawing.jackets, end: drawing.end, line, waitingStubs, missingRings }
  }

  it('is the same picture after a minute as after ten seconds', () => {
    expect(picture(62_800)).toEqual(picture(12_800))
  })

  it('is one line, however much waits', () => {
    expect(picture(62_800).line.match(/M/g)).toHaveLength(1)
  })

  it('says on the axis how long the break is, and has no tick in it', () => {
    const { axis } = layoutPx(waiting(62_800), 'desktop', 1000, 220)
    const fold = axis.breaks.find(({ kind }) => kind === 'fold')
    expect(fold?.label).toBe('56 s')
    for (const { x } of axis.ticks) expect(x <= (fold?.x1 ?? 0) + 0.1 || x >= (fold?.x2 ?? 0) - 0.1).toBe(true)
  })
})

describe('a crowded replay', () => {
  it('is marked on the axis as longer than it was', () => {
    const { axis, placed } = layoutPx(run({ resumed: true }), 'desktop', 1000, 220)
    const stretch = axis.breaks.find(({ kind }) => kind === 'stretch')
    const xs = placed.marks.flatMap(({ receipts }) => receipts.filter((one) => one.replayed).map((one) => one.x))
    expect([stretch?.x1, stretch?.x2]).toEqual([Math.min(...xs), Math.max(...xs)])
    expect(stretch?.label).toBe('2 ms')
    expect(layoutPx(run({ resumed: true, replayGap: 115 }), 'desktop', 1000, 220).axis.breaks).toEqual([])
  })
})

describe('what waited for a connection of its own', () => {
  it('lies low until that began, and is no diagonal through the tracks of a replay', () => {
    const timeline = run({ resumed: true })
    const marks = timeline.marks.map((mark) => ({ ...mark, receipts: mark.receipts.map((one) => ({ ...one, replayed: false })) }))
    const drawing = layoutPx({ ...timeline, marks }, 'desktop', 1000, 220)
    const { lateCalls } = momentPx(drawing, 5600, NONE)
    for (const [x, y] of points(lateCalls)) if (x < drawing.scale.x(4300)) expect(y).toBeGreaterThan(drawing.lanes.jacketBottom)
    expect(points(lateCalls).some(([, y]) => y === drawing.lanes.clientY)).toBe(true)
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

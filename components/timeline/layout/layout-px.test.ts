import { describe, expect, it } from 'vitest'
import type { Timeline } from '../../../lib/trace/timeline/timeline-types'
import { points, timelineOf } from '../../../test/support/timeline'
import { hitTest } from '../pointer/hit-test'
import { lanesOf, rowsOf, scaleOf } from './lanes'
import { edgeOf, layoutPx, momentPx } from './layout-px'

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
    const { placed } = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    const xs = placed.marks.flatMap(({ receipts }) => receipts.filter((one) => one.replayed).map((one) => one.x))
    expect(xs).toHaveLength(5)
    for (let i = 1; i < xs.length; i++) expect((xs[i] as number) - (xs[i - 1] as number)).toBeCloseTo(15)
  })

  it('of a large replay share a bounded stretch of the axis', () => {
    const { placed, lanes } = layoutPx(timelineOf({ resumed: true, stored: 200 }), 'desktop', 1000, 220)
    const xs = placed.marks.flatMap(({ receipts }) => receipts.filter((one) => one.replayed).map((one) => one.x))
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan((lanes.x1 - lanes.x0) * 0.15)
  })

  it('are never moved before their time', () => {
    const { placed, scale } = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    for (const { receipts } of placed.marks) for (const { x, at } of receipts) expect(x).toBeGreaterThanOrEqual(scale.x(at) - 1e-9)
  })

  it('in their thousands are thinned out without hiding a fate', () => {
    const { placed } = layoutPx(timelineOf({ stored: 5000, every: 0.75 }), 'desktop', 1000, 220)
    expect(placed.marks.length).toBeLessThan(1500)
    expect(new Set(placed.marks.map(({ mark }) => mark.fate))).toEqual(new Set(['received', 'missing']))
  })
})

describe('a replay', () => {
  it('lies low until it was pushed: nothing crosses the wire lane while there is no wire', () => {
    const drawing = layoutPx(timelineOf({ resumed: true, replayGap: 115 }), 'desktop', 1000, 220)
    const { tracks } = momentPx(drawing, 5600, NONE)
    const pushed = drawing.scale.x(4300)
    for (const [x, y] of points(tracks)) if (x < pushed) expect(y).toBeGreaterThan(drawing.lanes.jacketBottom)
    expect(points(tracks).some(([, y]) => y === drawing.lanes.clientY)).toBe(true)
  })

  it('waits up to the playhead while its event is missing, and has a ring over its square', () => {
    const drawing = layoutPx(timelineOf(), 'desktop', 1000, 220)
    const moment = momentPx(drawing, 4240, new Set(['call-2/10', 'call-2/11']))
    expect(moment.rings).toHaveLength(2)
    const xs = points(moment.waiting).map(([x]) => x)
    expect(Math.max(...xs)).toBeLessThanOrEqual(drawing.scale.x(4240))
    expect(moment.tracks).toBe('')
  })

  it('that rises after the playhead is drawn as later', () => {
    const drawing = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    const moment = momentPx(drawing, 3600, NONE)
    expect(moment.tracks).toBe('')
    expect(moment.laterTracks).not.toBe('')
  })
})

describe('a long wait', () => {
  const waiting = (to: number): Timeline => ({
    ...timelineOf(),
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
    const { axis, placed } = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    const stretch = axis.breaks.find(({ kind }) => kind === 'stretch')
    const xs = placed.marks.flatMap(({ receipts }) => receipts.filter((one) => one.replayed).map((one) => one.x))
    expect([stretch?.x1, stretch?.x2]).toEqual([Math.min(...xs), Math.max(...xs)])
    expect(stretch?.label).toBe('2 ms')
    expect(layoutPx(timelineOf({ resumed: true, replayGap: 115 }), 'desktop', 1000, 220).axis.breaks).toEqual([])
  })
})

describe('what waited for a connection of its own', () => {
  it('lies low until that began, and is no diagonal through the tracks of a replay', () => {
    const timeline = timelineOf({ resumed: true })
    const marks = timeline.marks.map((mark) => ({ ...mark, receipts: mark.receipts.map((one) => ({ ...one, replayed: false })) }))
    const drawing = layoutPx({ ...timeline, marks }, 'desktop', 1000, 220)
    const { lateCalls } = momentPx(drawing, 5600, NONE)
    for (const [x, y] of points(lateCalls)) if (x < drawing.scale.x(4300)) expect(y).toBeGreaterThan(drawing.lanes.jacketBottom)
    expect(points(lateCalls).some(([, y]) => y === drawing.lanes.clientY)).toBe(true)
  })
})

describe('the edge of what is later', () => {
  it('is the playhead, moved behind marks that were spread past it', () => {
    const drawing = layoutPx(timelineOf({ resumed: true }), 'desktop', 1000, 220)
    expect(edgeOf(drawing, 3600)).toBe(drawing.scale.x(3600))
    const last = Math.max(...drawing.placed.marks.flatMap(({ receipts }) => receipts.map((one) => one.x)))
    expect(edgeOf(drawing, 4410)).toBeCloseTo(last + drawing.placed.ring)
  })
})

describe('the pointer', () => {
  const drawing = layoutPx(timelineOf(), 'desktop', 1000, 220)

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

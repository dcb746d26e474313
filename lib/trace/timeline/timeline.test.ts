import { describe, expect, test } from 'vitest'
import { createScript, ORIGIN, SESSION, store } from '../../../test/support/trace/fixture-script'
import { beforeRun, CUT_NOW, cutRun, lostRun, refusedRun, resumedRun } from '../../../test/support/trace/fixtures'
import { EMPTY_TRACE, type Trace } from '../trace'
import { ticksFor } from './axis/time-axis'
import { layoutTimeline } from './timeline'
import type { Timeline } from './timeline-types'

describe('the layout of a run', () => {
  test('begins with the first observation and ends with the last, or with now', () => {
    expect(layoutTimeline(resumedRun())).toMatchObject({ origin: ORIGIN, duration: 5402, axisEnd: 6000 })
    expect(layoutTimeline(cutRun(), ORIGIN + 5000).duration).toBe(5000)
    expect(layoutTimeline(cutRun(), ORIGIN).duration).toBe(4240)
  })

  test('of nothing is empty', () => {
    const empty = layoutTimeline(EMPTY_TRACE)
    expect(empty).toMatchObject({ duration: 0, rows: [], spans: [], marks: [], jackets: [], outages: [], failures: [] })
    expect(empty.session).toBeUndefined()
  })

  test('has a row for each stream on stage, the standalone one first', () => {
    expect(layoutTimeline(cutRun()).rows).toEqual([
      { stream: 'get', kind: 'standalone' },
      { stream: 'call-2', kind: 'call' },
    ])
    expect(layoutTimeline(beforeRun()).rows).toEqual([{ stream: 'get', kind: 'standalone' }])
  })

  test('gives every connection that got an answer a span, named by what was asked, ended as it ended', () => {
    const spans = layoutTimeline(resumedRun()).spans.map(({ request, after, row, from, to, start, end }) => [
      after === undefined ? request : `${request} after ${after}`,
      row,
      from,
      to,
      start,
      end,
    ])
    expect(spans).toEqual([
      ['GET', 0, 200, 2800, 'open', 'torn'],
      ['POST tools/call', 1, 400, 2800, 'open', 'torn'],
      ['GET after get/0', 0, 4370, 5402, 'resumed', 'live'],
      ['GET after call-2/9', 1, 4372, 5400, 'resumed', 'complete'],
    ])
  })

  test('makes a failure of each attempt in vain, not a span', () => {
    const { failures, spans } = layoutTimeline(cutRun())
    expect(failures.map(({ at, row }) => [at, row])).toEqual([
      [3280, 0],
      [3280, 1],
      [3760, 0],
      [3760, 1],
      [4240, 0],
      [4240, 1],
    ])
    expect(spans).toHaveLength(2)
  })

  test('says with which status a resume was refused', () => {
    expect(layoutTimeline(refusedRun()).spans.at(-1)).toMatchObject({ request: 'GET', after: 'call-2/9', status: 404, end: 'complete' })
  })

  test('tears the jacket where the plug came out, and leaves the last outage open', () => {
    expect(layoutTimeline(cutRun(), CUT_NOW)).toMatchObject({
      jackets: [{ from: 0, to: 2800, torn: true }],
      outages: [{ from: 2800, to: 4240, open: true }],
    })
    expect(layoutTimeline(resumedRun())).toMatchObject({
      jackets: [
        { from: 0, to: 2800, torn: true },
        { from: 4300, to: 5402, torn: false },
      ],
      outages: [{ from: 2800, to: 4300, open: false }],
    })
  })

  test('draws the session unbroken through every cut, until it has ended', () => {
    expect(layoutTimeline(resumedRun()).session).toEqual({ from: 20, to: 5402, id: SESSION, ended: false })
    expect(layoutTimeline(refusedRun()).session).toMatchObject({ from: 20, to: 4260, ended: true })
  })

  test('marks each event with when it was stored and each time it got through', () => {
    const { marks } = layoutTimeline(resumedRun())
    expect(marks.find(({ key }) => key === 'call-2/10')).toEqual({
      key: 'call-2/10',
      stream: 'call-2',
      row: 1,
      priming: false,
      fate: 'replayed',
      storedAt: 2960,
      receipts: [{ at: 4460, replayed: true, connection: 'c12' }],
    })
    expect(marks.filter(({ priming }) => priming).map(({ key }) => key)).toEqual(['get/0', 'call-2/0'])
  })

  test('marks messages without ids by their stream and number', () => {
    expect(
      layoutTimeline(lostRun())
        .marks.filter(({ fate }) => fate === 'lost')
        .map(({ key }) => key)[0],
    ).toBe('call-2#10')
  })

  test('keeps the mark of an event that did not change', () => {
    const trace = cutRun()
    const [before, after] = [layoutTimeline(trace, CUT_NOW), layoutTimeline(trace, CUT_NOW + 50)]
    expect(after.marks[4]).toBe(before.marks[4])
  })
})

/** A run in which something happens every other second, for `seconds`. */
function busyRun(seconds: number): Trace {
  const script = createScript()
  for (let n = 0; n * 2 <= seconds; n++) store(script, n * 2000, 'call-2', n, '')
  return script.trace()
}

const ticksOf = (timeline: Timeline) => ticksFor({ from: 0, to: timeline.axisEnd }, timeline)

describe('the axis', () => {
  test('stays where it is while a run goes on, and grows in steps', () => {
    const ends = Array.from({ length: 700 }, (_, tenth) => layoutTimeline(busyRun(tenth / 10), ORIGIN + tenth * 100).axisEnd)
    expect([...new Set(ends)].map((end) => end / 1000)).toEqual([6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80])
    ends.forEach((end, tenth) => void expect(end).toBeGreaterThanOrEqual(tenth * 100))
  })

  test.each([
    [4, '0 1 2 3 4 5 6 s'],
    [14, '0 2 4 6 8 10 12 14 s'],
    [27, '0 5 10 15 20 25 30 s'],
    [90, '0 10 20 30 40 50 60 70 80 90 100 s'],
    [140, '0:00 0:30 1:00 1:30 2:00 2:30'],
    [3000, '0:00 10:00 20:00 30:00 40:00 50:00 60:00'],
  ])('of a run of %d s is labelled %s', (seconds, labels) => {
    const ticks = ticksOf(layoutTimeline(busyRun(seconds), ORIGIN + seconds * 1000))
    expect(ticks.flatMap(({ label }) => label ?? []).join(' ')).toBe(labels)
  })

  test('has unlabelled ticks between the labelled ones', () => {
    const ticks = ticksOf(layoutTimeline(cutRun()))
    expect(ticks.slice(0, 5)).toEqual([{ at: 0, label: '0' }, { at: 250 }, { at: 500 }, { at: 750 }, { at: 1000, label: '1' }])
    expect(ticks.at(-1)?.at).toBe(6000)
  })

  test('stands still while the plug is out for a minute, and only the break grows', () => {
    const [half, minute] = [30, 60].map((seconds) => layoutTimeline(cutRun(), ORIGIN + seconds * 1000))
    expect(minute?.axisEnd).toBe(half?.axisEnd)
    expect(minute && ticksOf(minute)).toEqual(half && ticksOf(half))
    expect(minute?.folds.map(({ from, shown }) => [from, shown])).toEqual(half?.folds.map(({ from, shown }) => [from, shown]))
    expect(minute?.folds[0]?.to).toBe(60_000)
  })

  test('has no tick inside a break, and goes on with true times after it', () => {
    const folds = [{ from: 3000, to: 60_500, shown: 1000 }]
    const ticks = ticksFor({ from: 0, to: 6000 }, { folds, duration: 62_000 })
    expect(ticks.flatMap(({ label }) => label ?? []).join(' ')).toBe('0 1 2 3 61 62 s')
    expect(ticks.some(({ at }) => at > 3000 && at < 60_500)).toBe(false)
  })

  test('of a part of a second counts in parts of a second', () => {
    const ticks = ticksFor({ from: 4200, to: 5100 }, { folds: [], duration: 5600 }, { finest: 10 })
    expect(ticks.flatMap(({ label }) => label ?? []).join(' ')).toBe('4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 5.0 5.1 s')
  })
})

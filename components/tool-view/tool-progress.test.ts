/** What is drawn of a run stays small, whatever the run says of itself. */
import { describe, expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from '../../lib/model/run-options'
import type { Observation } from '../../lib/protocol/observation'
import { snapshotAt } from '../../lib/trace/snapshot'
import { extentOf } from '../../lib/trace/trace'
import { ENGLISH } from '../../lib/words/t'
import { resumedRun } from '../../test/support/trace/fixtures'
import { MOST_ROWS, type Subject, shareSaid, subjectOf } from './tool-progress'

/** The subject of the run whose messages tell this progress, one after the other, by this tool. */
function subjectWith(tool: string, told: readonly object[]): Subject {
  let next = 0
  const observations = resumedRun().observations.map((seen): Observation => {
    if (seen.kind === 'call.started') return { ...seen, tool }
    if (seen.kind !== 'event.stored' && seen.kind !== 'event.received') return seen
    const stored = seen.kind === 'event.stored' && seen.stream.startsWith('call-') && seen.role === 'message'
    const params = stored ? told[next++ % told.length] : told[(Number(seen.id?.split('/')[1]) - 1) % told.length]
    return seen.data === '' || !seen.data.includes('progress')
      ? seen
      : { ...seen, data: JSON.stringify({ method: 'notifications/progress', params }) }
  })
  const trace = { observations }
  return subjectOf(snapshotAt(trace, extentOf(trace)?.to ?? 0), DEFAULT_OPTIONS)
}

describe('a run that says it is long', () => {
  test.each(['countdown', 'tell_story', 'paint_picture'])('%s: is drawn up to a bound, and counted to its end', (tool) => {
    const subject = subjectWith(tool, [{ progress: 3, total: 100_000 }])
    expect(subject.rows).toHaveLength(MOST_ROWS[subject.kind])
    expect(subject.total).toBe(100_000)
    expect(subject.hidden).toBe(100_000 - MOST_ROWS[subject.kind])
    expect(shareSaid(subject, ENGLISH)).toContain(`${MOST_ROWS[subject.kind]} are drawn.`)
    expect(subject.rows[2]).toMatchObject({ n: 3, state: 'have' })
  })

  test('is drawn where it is: the newest row is among those that are', () => {
    const subject = subjectWith('countdown', [{ progress: 50_000, total: 100_000 }])
    expect(subject.rows.at(-1)).toMatchObject({ n: 50_000, state: 'have' })
    expect(subject.rows).toHaveLength(MOST_ROWS.count)
    expect(subject.have).toBe(1)
  })

  test.each([
    { progress: 1e308, total: 1e308 },
    { progress: -1, total: -5 },
    { progress: 0.5, total: 2.5 },
    { progress: 1, total: Number.MAX_SAFE_INTEGER },
  ])('or cannot be counted: %o', (params) => {
    const subject = subjectWith('countdown', [params])
    expect(subject.rows.length).toBeLessThanOrEqual(MOST_ROWS.count)
    expect(Number.isSafeInteger(subject.total)).toBe(true)
    expect(subject.have).toBeLessThanOrEqual(subject.total)
  })

  test('a row of 20,000 characters is drawn up to a bound', () => {
    const subject = subjectWith('tell_story', [{ progress: 1, total: 3, message: '🟦x'.repeat(20_000) }])
    expect(subject.rows[0]?.text.length).toBeLessThan(500)
    expect(subject.rows[0]?.text).toMatch(/…$/)
  })
})

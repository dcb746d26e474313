import { describe, expect, test } from 'vitest'
import { resumedRun } from '../../../test/support/trace/fixtures'
import type { Observation } from '../../protocol/observation'
import { MOST_IN_CELL, tableRows } from './table'

describe('a row of the table', () => {
  test('is short, however long what it tells of is', () => {
    const long = 'x'.repeat(20_000)
    const observations = resumedRun().observations.map((seen): Observation => {
      if (seen.kind === 'event.stored' || seen.kind === 'event.received') return { ...seen, id: `${long}/1`, data: long }
      if (seen.kind === 'connection.opened') return { ...seen, lastEventId: long, rpc: { method: long, tool: long } }
      if (seen.kind === 'connection.answered') return { ...seen, body: long }
      if (seen.kind === 'call.started') return { ...seen, tool: long }
      if (seen.kind === 'headers.kept') return { ...seen, kept: { lastEventIds: { a: long, b: long } } }
      return seen
    })
    for (const { what, detail = '', stream = '', id = '' } of tableRows({ observations })) {
      for (const cell of [what, detail, stream, id]) expect(cell.length).toBeLessThanOrEqual(MOST_IN_CELL)
    }
  })

  test('costs the same in a long run as in a short one', () => {
    const run = resumedRun().observations
    const longer = (times: number): Observation[] =>
      Array.from({ length: times }, (_, round) =>
        run.map((seen) => ({ ...seen, seq: round * run.length + seen.seq, at: seen.at + round * 10_000 })),
      ).flat()
    const msOf = (times: number) => {
      const observations = longer(times)
      const began = performance.now()
      tableRows({ observations })
      return (performance.now() - began) / observations.length
    }
    msOf(20)
    const [short, long] = [msOf(40), msOf(400)]
    console.log(
      `${run.length * 400} rows: ${(long * run.length * 400).toFixed(0)} ms; a row of the short run ${short.toFixed(4)} ms, of the long one ${long.toFixed(4)} ms`,
    )
    expect(long).toBeLessThan(Math.max(short * 10, 0.2))
  })
})

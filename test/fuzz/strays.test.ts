/** Over the real server and the real client: what the client dropped, and what came where it does not belong, has its mark and its row. */
import { afterEach, describe, expect, test } from 'vitest'
import { snapshotAt } from '../../lib/trace/snapshot'
import { layoutTimeline } from '../../lib/trace/timeline/timeline'
import { tableRows } from '../../lib/words/run/describe'
import { ENDPOINT, turnsUntil } from './harness'
import { createTraced, type Traced } from './traced'

let traced: Traced
afterEach(() => traced.close())

/** A run on this server, cut in the middle for twelve events, to its end. */
async function cutRun(server: string) {
  traced = createTraced()
  const endpoint = new URL(ENDPOINT)
  endpoint.searchParams.set('server', server)
  const life = await traced.begin({ endpoint })
  const run = life.call('a', 60)
  await turnsUntil(() => run.progress.length >= 6, '6 progress messages')
  life.plug.pull()
  const stored = () => traced.bench.server.filter((fact) => fact.kind === 'event.stored' && fact.stream === 'call-2').length
  const before = stored()
  await turnsUntil(() => stored() >= before + 12, '12 more events stored')
  life.plug.push()
  await turnsUntil(() => traced.bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'done', 20_000)
  await traced.pass(6000)
  const trace = traced.trace()
  const marks = layoutTimeline(trace).marks
  return { trace, marks, rows: tableRows(trace) }
}

describe('what got through and should not have', () => {
  test('a repetition that the client dropped is marked as such, on the receipt that was dropped and no other', async () => {
    const { marks, rows } = await cutRun('broken-from-the-start')
    const twice = marks.filter(({ receipts }) => receipts.some(({ dropped }) => dropped))
    expect(twice.length).toBeGreaterThanOrEqual(6)
    for (const { key, receipts } of twice) {
      expect(receipts[0]?.dropped).toBeUndefined()
      expect(rows.filter(({ what, detail }) => what === 'repetition dropped' && detail === key)).toHaveLength(receipts.length - 1)
    }
  })

  test('an event of another stream is marked where it came, and its row says so', async () => {
    const { trace, marks, rows } = await cutRun('broken-across-streams')
    const foreign = marks.filter(({ receipts }) => receipts.some((receipt) => receipt.foreign))
    expect(foreign.length).toBeGreaterThan(0)
    expect(foreign.map(({ stream }) => stream)).toContain('get')
    const carries = new Map(snapshotAt(trace, Number.MAX_SAFE_INTEGER).connections.map(({ id, stream }) => [id, stream]))
    for (const { stream, receipts } of marks)
      for (const receipt of receipts) expect(receipt.foreign ?? false).toBe(carries.get(receipt.connection) !== stream)
    const said = rows.filter(({ what }) => what === 'event of another stream received').map(({ key }) => key)
    expect(new Set(said)).toEqual(new Set(foreign.map(({ key }) => key)))
  })

  test('a run on our own server, cut just so, has neither', async () => {
    const { marks, rows } = await cutRun('ours')
    expect(marks.flatMap(({ receipts }) => receipts.filter(({ dropped, foreign }) => dropped || foreign))).toEqual([])
    expect(rows.filter(({ what }) => /another|repetition/.test(what))).toEqual([])
  })
})

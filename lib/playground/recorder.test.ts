import { expect, test } from 'vitest'
import type { Observation } from '../protocol/observation'
import { createRecorder } from './recorder'

function setup(firstSeq?: number) {
  let time = 100
  const batches: (readonly Observation[])[] = []
  const scheduled: (() => void)[] = []
  const recorder = createRecorder({
    clock: () => time,
    schedule: (flush) => void scheduled.push(flush),
    deliver: (batch) => void batches.push(batch),
    ...(firstSeq === undefined ? {} : { firstSeq }),
  })
  return { recorder, batches, scheduled, tick: (ms: number) => (time += ms) }
}

test('what arrives before the next flush is handed over as one batch, stamped in order of arrival', () => {
  const { recorder, batches, scheduled, tick } = setup()
  recorder.record({ kind: 'plug.pulled' }, 'client')
  tick(5)
  recorder.record({ kind: 'plug.pushed' }, 'client')
  expect(scheduled).toHaveLength(1)
  scheduled[0]?.()
  expect(batches).toEqual([
    [
      { kind: 'plug.pulled', seq: 0, at: 100, vantage: 'client' },
      { kind: 'plug.pushed', seq: 1, at: 105, vantage: 'client' },
    ],
  ])
})

test('what the client sees while the clock stands still keeps its order in time', () => {
  const { recorder, batches } = setup()
  for (let i = 0; i < 50; i++) recorder.record({ kind: 'plug.pulled' }, 'client')
  recorder.flush()
  const times = batches[0]?.map(({ at }) => at) ?? []
  expect(new Set(times).size).toBe(50)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect((times.at(-1) ?? 0) - 100).toBeLessThan(1)
})

test('a fact of the server keeps the time it was seen at, mapped by the feed', () => {
  const { recorder, batches } = setup()
  recorder.record({ kind: 'stream.completed', stream: 'call-2' }, 'server', 42)
  recorder.flush()
  expect(batches[0]?.[0]).toMatchObject({ at: 42, seq: 0, vantage: 'server' })
})

test('a continued trace continues to count', () => {
  const { recorder, batches } = setup(7)
  recorder.record({ kind: 'page.loaded' }, 'client')
  recorder.flush()
  expect(batches[0]?.[0]?.seq).toBe(7)
})

test('a stopped recorder hands over nothing, not even what it had gathered', () => {
  const { recorder, batches, scheduled } = setup()
  recorder.record({ kind: 'plug.pulled' }, 'client')
  recorder.stop()
  recorder.record({ kind: 'plug.pushed' }, 'client')
  for (const flush of scheduled) flush()
  recorder.flush()
  expect(batches).toEqual([])
})

test('after a flush the next fact schedules the next one', () => {
  const { recorder, batches, scheduled } = setup()
  recorder.record({ kind: 'plug.pulled' }, 'client')
  scheduled[0]?.()
  recorder.record({ kind: 'plug.pushed' }, 'client')
  scheduled[1]?.()
  expect(batches.map((batch) => batch.length)).toEqual([1, 1])
})

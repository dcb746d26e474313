/** The event log in memory: the contract every log keeps, and what is particular to this one. */
import { expect, it } from 'vitest'
import { describeEventLog } from '../../test/contract/event-log.contract'
import { EvictedStreams } from './evicted-streams'
import { Fifo } from './fifo'
import { createMemoryLog } from './memory-log'

describeEventLog('the memory log', createMemoryLog)

it('ES4 a replay of 100 touches 100 events, whether 1,000 or 50,000 are stored', async () => {
  const touched = async (count: number): Promise<number> => {
    const log = createMemoryLog({ maxEvents: count, maxBytes: 1e9 })
    for (let i = 0; i < count; i++) await log.append('call-1', '{}')
    let items = 0
    const slice = Array.prototype.slice
    Array.prototype.slice = function (this: unknown[], ...args) {
      const part = slice.apply(this, args)
      items += part.length
      return part
    }
    try {
      await log.readAfter(`call-1/${count - 101}`)
    } finally {
      Array.prototype.slice = slice
    }
    return items
  }
  expect(await touched(1000)).toBe(100)
  expect(await touched(50_000)).toBe(100)
})

it('a queue gives back what was put in, in order, through many compactions', () => {
  const queue = new Fifo<number>()
  let [pushed, shifted] = [0, 0]
  for (let round = 0; round < 5000; round++) {
    for (let i = 0; i < 3; i++) queue.push(pushed++)
    for (let i = 0; i < (round % 2 === 0 ? 2 : 4) && queue.length > 0; i++) expect(queue.shift()).toBe(shifted++)
    expect(queue.length).toBe(pushed - shifted)
    if (queue.length >= 3) expect(queue.slice(1, 2)).toEqual([shifted + 1, shifted + 2])
  }
})

it('forgotten streams take one entry for a run of numbers, whatever the order they are forgotten in', () => {
  const forgotten = new EvictedStreams()
  const order = Array.from({ length: 1000 }, (_, i) => ((i * 389) % 1000) + 1)
  for (const k of order) expect(forgotten.add(`call-${k}`, k % 7)).toBe(true)
  expect(forgotten.size).toBe(1)
  expect(forgotten.has('call-1')).toBe(true)
  expect(forgotten.has('call-1000')).toBe(true)
  expect(forgotten.has('call-1001')).toBe(false)
  expect(forgotten.has('call-5', 7)).toBe(false)
  expect(forgotten.add('get', 3)).toBe(false)
})

it('ES12 a log opened from a snapshot answers everything as the log it was taken of, and goes on like it', async () => {
  const limits = { maxEvents: 12, maxBytes: 10_000 }
  const streams = ['get', 'call-1', 'call-2', 'call-3', 'call-4']
  const log = createMemoryLog(limits)
  for (let i = 0; i < 40; i++) {
    const stream = streams[(i * 7) % (1 + Math.floor(i / 8))] ?? 'get'
    await log.append(stream, i % 5 === 0 ? '' : `{"i":${i},"row":"🟩"}`, { last: i % 16 === 15 && stream !== 'get' }).catch(() => {})
  }
  const copy = createMemoryLog(limits, undefined, JSON.parse(JSON.stringify(log.snapshot?.())))
  const answers = async (of: typeof log) =>
    Promise.all(streams.flatMap((stream) => [of.latest(stream), ...Array.from({ length: 40 }, (_, n) => of.readAfter(`${stream}/${n}`))]))
  expect(copy.size()).toEqual(log.size())
  expect(await answers(copy)).toEqual(await answers(log))
  for (const each of [log, copy]) for (let i = 0; i < 9; i++) await each.append('get', `{"later":${i}}`)
  expect(copy.size()).toEqual(log.size())
  expect(await answers(copy)).toEqual(await answers(log))
})

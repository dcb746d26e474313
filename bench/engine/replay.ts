/**
 * How long it takes to replay 100 events out of a log of many, for our memory log and for the SDK's example store; and how many of
 * four events of one millisecond the example store brings back. Bundled and run by replay.mjs.
 */

import { InMemoryEventStore } from '@modelcontextprotocol/sdk/examples/shared/inMemoryEventStore.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { createMemoryLog } from '../../lib/event-store/memory-log'

const REPLAYED = 100
const PER_STREAM = 1_000
/** Ours is too short for the clock: so many are timed together. */
const AT_ONCE = 20
const PLENTY = { maxEvents: 1e9, maxBytes: 1e12 }

const progress = (n: number): JSONRPCMessage => ({
  jsonrpc: '2.0',
  method: 'notifications/progress',
  params: { progressToken: 1, progress: n, total: PER_STREAM, message: '🟦'.repeat(16) },
})

/** Fills a log with `size` events in streams of 1,000, then hands over the last 100 of one in the middle, `rounds` times. */
export async function replayOurs(size: number, rounds: number): Promise<number[]> {
  const log = createMemoryLog(PLENTY)
  const streams = size / PER_STREAM
  const texts = Array.from({ length: PER_STREAM }, (_, n) => JSON.stringify(progress(n)))
  for (const text of texts) for (let stream = 0; stream < streams; stream++) await log.append(`call-${stream}`, text)
  const after = `call-${streams >> 1}/${PER_STREAM - 1 - REPLAYED}`
  const samples: number[] = []
  for (let round = 0; round < rounds; round++) {
    let count = 0
    const send = async () => {
      count += 1
    }
    const began = performance.now()
    for (let time = 0; time < AT_ONCE; time++) {
      const read = await log.readAfter(after)
      if (read.kind !== 'events') throw new Error(`our log answered ${read.kind}`)
      for (const _event of read.events) await send()
    }
    samples.push((performance.now() - began) / AT_ONCE)
    if (count !== REPLAYED * AT_ONCE) throw new Error(`our log replayed ${count} events`)
  }
  log.close()
  return samples
}

/** The same with the example store. Its ids have the time in them, so each event is stored in a millisecond of its own. */
export async function replayExample(size: number, rounds: number): Promise<number[]> {
  const store = new InMemoryEventStore()
  const streams = size / PER_STREAM
  const realNow = Date.now
  let clock = realNow()
  Date.now = () => clock
  const ids: string[] = []
  const replayed = `stream${streams >> 1}`
  for (let n = 0; n < PER_STREAM; n++) {
    for (let stream = 0; stream < streams; stream++) {
      clock += 1
      const id = await store.storeEvent(`stream${stream}`, progress(n))
      if (`stream${stream}` === replayed) ids.push(id)
    }
  }
  Date.now = realNow
  const samples: number[] = []
  for (let round = 0; round < rounds; round++) {
    let count = 0
    const began = performance.now()
    await store.replayEventsAfter(ids[PER_STREAM - 1 - REPLAYED] ?? '', {
      send: async () => {
        count += 1
      },
    })
    samples.push(performance.now() - began)
    if (count !== REPLAYED) throw new Error(`the example store replayed ${count} events`)
  }
  return samples
}

export type Exactness = { readonly trials: number; readonly exact: number; readonly lost: number; readonly events: number }

/** A first event, then four in one millisecond; asks for what came after the first. How many come back, and in how many trials all, in order? */
export async function sameMillisecond(trials: number): Promise<{ ours: Exactness; example: Exactness }> {
  const ours = { trials, exact: 0, lost: 0, events: trials * 4 }
  const example = { trials, exact: 0, lost: 0, events: trials * 4 }
  const realNow = Date.now
  for (let trial = 0; trial < trials; trial++) {
    const now = realNow() + trial
    Date.now = () => now
    const store = new InMemoryEventStore()
    const log = createMemoryLog(PLENTY)
    const first = await store.storeEvent('stream', progress(0))
    await log.append('call-1', '')
    for (let n = 1; n <= 4; n++) {
      await store.storeEvent('stream', progress(n))
      await log.append('call-1', JSON.stringify(progress(n)))
    }
    const back: JSONRPCMessage[] = []
    await store.replayEventsAfter(first, { send: async (_id, message) => void back.push(message) })
    tally(example, back)
    const read = await log.readAfter('call-1/0')
    tally(ours, read.kind === 'events' ? read.events.map(({ data }) => JSON.parse(data)) : [])
  }
  Date.now = realNow
  return { ours, example }
}

function tally(exactness: { exact: number; lost: number }, back: readonly JSONRPCMessage[]) {
  exactness.lost += 4 - back.length
  if (JSON.stringify(back) === JSON.stringify([1, 2, 3, 4].map(progress))) exactness.exact += 1
}

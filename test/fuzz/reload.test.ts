/**
 * Reloads: each life of the page is a new client with the storage of the one before, over the real server.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { SessionGoneError } from '../../lib/client/connect'
import { keptEndpoint } from '../../lib/client/kept-session'
import { stoppedTime } from '../support/client/scripted-server'
import { expectReceivedOnce } from './agreement'
import { type Bench, begin, createBench, cutCalls, type Life, memoryStorage, pushingUntil, turn, turnsUntil } from './harness'

let bench: Bench
afterEach(() => bench.endpoint.close())

const done = (label: string) => ({ text: `${label} done 🟦`, isError: false })

/** How a page goes: properly, or with the network and no time to say anything. */
function leave(life: Life, how: 'closed' | 'crashed'): void {
  if (how === 'closed') life.client.close()
  else life.plug.pull()
}

function adopt(life: Life) {
  const progress: number[] = []
  const answer = life.client.adopt({ onProgress: (step) => void progress.push(step.progress) })
  if (!answer) throw new Error('no call was kept')
  answer.catch(() => {})
  return { answer, progress }
}

describe('a reload in the middle of a run', () => {
  test('five lives: every message exactly once and in order, one run of the tool, no request id twice', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const lives: Life[] = []
    const progress: number[] = []
    let answer: Promise<unknown> | undefined
    for (const how of ['closed', 'crashed', 'closed', 'crashed', undefined] as const) {
      const life = await begin(bench, { storage, ...(how && { sleep: stoppedTime().sleep }) })
      lives.push(life)
      const run = lives.length === 1 ? life.call('a', 30) : adopt(life)
      answer = run.answer
      if (!how) await answer
      await turnsUntil(() => run.progress.length >= 4, 'progress in this life')
      leave(life, how ?? 'closed')
      for (let i = 0; i < 4; i++) await turn()
      progress.push(...run.progress)
    }
    expect(await answer).toEqual(done('a'))
    expect(progress).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    expect(bench.runs.get('a')).toBe(1)
    const facts = lives.flatMap((life) => life.facts)
    expectReceivedOnce(facts, bench.server)
    expect(lives.flatMap((life) => life.logged).filter((text) => text.startsWith('standalone'))).toEqual(bench.announced)
    const opened = facts.filter((fact) => fact.kind === 'connection.opened')
    const ids = opened.flatMap(({ rpc }) => (rpc?.id === undefined ? [] : [rpc.id]))
    expect(ids).toEqual([1, 2])
    expect(new Set(opened.map(({ connection }) => connection)).size).toBe(opened.length)
    expect(facts.filter((fact) => fact.kind === 'call.started').map(({ adopted }) => adopted)).toEqual([undefined, true, true, true, true])
    expect(facts.filter((fact) => fact.kind === 'call.settled')).toHaveLength(1)
  })

  test('a new call beside the adopted one has an id of its own, and each gets its own answer', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const first = await begin(bench, { storage, sleep: stoppedTime().sleep })
    const { progress } = first.call('old', 12)
    await turnsUntil(() => progress.length > 1, 'progress')
    leave(first, 'closed')
    const second = await begin(bench, { storage })
    const adopted = adopt(second)
    const own = second.call('new', 3)
    expect(await own.answer).toEqual(done('new'))
    expect(await adopted.answer).toEqual(done('old'))
    expect([...progress, ...adopted.progress]).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
    expect(own.progress).toEqual([1, 2, 3])
    expect(bench.runs).toEqual(
      new Map([
        ['old', 1],
        ['new', 1],
      ]),
    )
  })

  test('the tool finished while no page was there: the next life gets the rest and the answer', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const first = await begin(bench, { storage, sleep: stoppedTime().sleep })
    const { progress } = first.call('a', 6)
    await turnsUntil(() => progress.length > 1, 'progress')
    leave(first, 'crashed')
    await turnsUntil(() => bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'the tool is done')
    const second = adopt(await begin(bench, { storage }))
    expect(await second.answer).toEqual(done('a'))
    expect([...progress, ...second.progress]).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('an adopted call survives cuts like any other', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const first = await begin(bench, { storage, sleep: stoppedTime().sleep })
    const { progress } = first.call('a', 8)
    await turnsUntil(() => progress.length > 1, 'progress')
    leave(first, 'closed')
    const second = await begin(bench, { storage })
    cutCalls(second, [5, 0, 300, 40])
    const adopted = adopt(second)
    expect(await pushingUntil(second, adopted.answer)).toEqual(done('a'))
    expect([...progress, ...adopted.progress]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('an adopted call can be cancelled: the server is told its old request id', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const first = await begin(bench, { storage, sleep: stoppedTime().sleep })
    const { progress } = first.call('a', 4000)
    await turnsUntil(() => progress.length > 1, 'progress')
    leave(first, 'closed')
    const second = await begin(bench, { storage, sleep: stoppedTime().sleep })
    const cancel = new AbortController()
    const adopted = second.client.adopt({ signal: cancel.signal })
    await turnsUntil(
      () => second.facts.some((fact) => fact.kind === 'event.received' && fact.id?.startsWith('call-2/') === true),
      'resumed',
    )
    cancel.abort()
    await expect(adopted).rejects.toThrow('cancelled')
    await turnsUntil(() => bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'the stream ended')
    expect(second.client.kept.running).toBeUndefined()
  })

  test('a call that was settled is not adopted, and the session goes on', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const first = await begin(bench, { storage })
    expect(await first.call('a', 2).answer).toEqual(done('a'))
    leave(first, 'closed')
    const second = await begin(bench, { storage })
    expect(second.client.sessionId).toBe(first.client.sessionId)
    expect(second.client.adopt()).toBeUndefined()
    expect(await second.call('b', 2).answer).toEqual(done('b'))
  })

  test('reloaded before the first event id of the call: fails at once with the reason', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const first = await begin(bench, { storage })
    const call = first.call('a', 2)
    leave(first, 'closed')
    await expect(call.answer).rejects.toThrow()
    const second = await begin(bench, { storage })
    await expect(second.client.adopt()).rejects.toThrow('nothing to resume after; call again')
    expect(keptEndpoint(storage)).toBeDefined()
    expect(second.client.kept.running).toBeUndefined()
  })
})

describe('a kept session', () => {
  test('that the server no longer has is told by its own error, and is no longer kept', async () => {
    bench = createBench()
    const storage = memoryStorage()
    leave(await begin(bench, { storage }), 'closed')
    await bench.endpoint.close()
    expect(keptEndpoint(storage)).toBeDefined()
    await expect(begin(bench, { storage })).rejects.toThrow(SessionGoneError)
    expect(keptEndpoint(storage)).toBeUndefined()
    const fresh = await begin(bench, { storage })
    expect(await fresh.call('a', 1).answer).toEqual(done('a'))
  })

  test('is left alone when a new one is asked for', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const first = await begin(bench, { storage })
    leave(first, 'closed')
    const second = await begin(bench, { storage, resume: false })
    expect(second.client.sessionId).not.toBe(first.client.sessionId)
    expect(await second.call('a', 1).answer).toEqual(done('a'))
  })

  test('is picked up even while the server is out of reach: the adopted call waits and then has its answer', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const first = await begin(bench, { storage, sleep: stoppedTime().sleep })
    const { progress } = first.call('a', 6)
    await turnsUntil(() => progress.length > 1, 'progress')
    leave(first, 'closed')
    let reachable = false
    const fetch: typeof globalThis.fetch = async (input, init) => {
      if (!reachable) throw new TypeError('Failed to fetch')
      return bench.fetch(input, init)
    }
    const second = await begin(bench, { storage, fetch })
    const adopted = adopt(second)
    await turnsUntil(() => second.facts.filter(({ kind }) => kind === 'resume.waiting').length > 6, 'waiting')
    reachable = true
    expect(await adopted.answer).toEqual(done('a'))
    expect([...progress, ...adopted.progress]).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('is ended and forgotten by end; a running call settles as cancelled', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const life = await begin(bench, { storage })
    const { answer, progress } = life.call('a', 4000)
    await turnsUntil(() => progress.length > 0, 'progress')
    await life.client.end()
    await expect(answer).rejects.toThrow('the session was ended')
    expect(life.facts.filter(({ kind }) => kind === 'call.settled')).toEqual([
      { kind: 'call.settled', call: 'a', outcome: 'cancelled', reason: { code: 'session-ended' } },
    ])
    expect(keptEndpoint(storage)).toBeUndefined()
    expect(bench.endpoint.sessions()).toEqual([])
  })

  test('that cannot be ended because the network is out is forgotten all the same', async () => {
    bench = createBench()
    const storage = memoryStorage()
    const life = await begin(bench, { storage })
    life.plug.pull()
    await life.client.end()
    expect(keptEndpoint(storage)).toBeUndefined()
  })
})

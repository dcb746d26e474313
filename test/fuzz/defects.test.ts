/**
 * The defects of the SDK's client that a learner must never meet (its own resumption hangs or answers wrongly), each over the real server:
 * every call ends with its answer, or at once with the reason.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { createMemoryLog } from '../../lib/event-store/memory-log'
import { stoppedTime } from '../support/client/scripted-server'
import { type Bench, begin, createBench, cutCalls, memoryStorage, pushingUntil, turn, turnsUntil } from './harness'

let bench: Bench
const open = (options?: Parameters<typeof createBench>[0]) => {
  bench = createBench(options)
  return bench
}
afterEach(() => bench.endpoint.close())

const done = (label: string) => ({ text: `${label} done 🟦`, isError: false })

describe('what the SDK alone gets wrong', () => {
  test('a cut inside the very first frame', async () => {
    const life = await begin(open())
    cutCalls(life, [7])
    const { answer, progress } = life.call('a', 3)
    expect(await pushingUntil(life, answer)).toEqual(done('a'))
    expect(progress).toEqual([1, 2, 3])
  })

  test('a second cut during the resume, before anything new has come', async () => {
    const life = await begin(open())
    cutCalls(life, [120, 0, 11, 0])
    const { answer, progress } = life.call('a', 3)
    expect(await pushingUntil(life, answer)).toEqual(done('a'))
    expect(progress).toEqual([1, 2, 3])
    expect(life.asked.filter((asked) => asked.startsWith('call-'))).toHaveLength(4)
  })

  test('an error as the answer: the call fails with it, and nothing is resumed after it', async () => {
    const small = open({ openLog: (observe) => createMemoryLog({ maxEvents: 100, maxBytes: 4096 }, observe) })
    const life = await begin(small)
    cutCalls(life, [60])
    const { answer } = life.call('a', 1, { padding: 9000 })
    await expect(pushingUntil(life, answer)).rejects.toThrow('too large')
    const asked = life.asked.length
    for (let i = 0; i < 20; i++) await turn()
    expect(life.asked).toHaveLength(asked)
    expect(life.facts.filter(({ kind }) => kind === 'call.settled')).toMatchObject([{ outcome: 'error' }])
  })

  test('an error as the answer of a call that a reloaded page adopted', async () => {
    const small = open({ openLog: (observe) => createMemoryLog({ maxEvents: 100, maxBytes: 4096 }, observe) })
    const storage = memoryStorage()
    const first = await begin(small, { storage, sleep: stoppedTime().sleep })
    const { progress } = first.call('a', 3, { padding: 9000 })
    await turnsUntil(() => progress.length > 0, 'progress')
    first.client.close()
    const second = await begin(small, { storage })
    await expect(second.client.adopt()).rejects.toThrow('too large')
  })

  test('a tool that failed is an answer', async () => {
    const life = await begin(open())
    cutCalls(life, [200])
    const { answer } = life.call('a', 2, { fail: true })
    expect(await pushingUntil(life, answer)).toEqual({ text: 'a failed 🟥', isError: true })
  })

  test('an outage longer than two retries', async () => {
    const life = await begin(open())
    const { answer, progress } = life.call('a', 4)
    await turnsUntil(() => progress.length > 0, 'progress')
    life.plug.pull()
    await turnsUntil(() => life.facts.filter(({ kind }) => kind === 'connection.failed').length >= 30, '30 attempts failed')
    life.plug.push()
    expect(await answer).toEqual(done('a'))
    expect(progress).toEqual([1, 2, 3, 4])
  })

  test('a refused resume, the session being gone: at once, with the reason', async () => {
    const life = await begin(open(), { sleep: stoppedTime().sleep })
    const { answer, progress } = life.call('a', 50)
    await turnsUntil(() => progress.length > 0, 'progress')
    life.plug.pull()
    await turn()
    await bench.endpoint.close()
    life.plug.push()
    await expect(answer).rejects.toThrow(/^resume refused with 404: .*; the session is gone: start a new one$/)
    expect(life.facts).toContainEqual(expect.objectContaining({ kind: 'resume.refused', stream: 'call-2', status: 404 }))
  })

  test('a refused resume, the missed events being evicted: at once, with the reason', async () => {
    const life = await begin(open({ openLog: (observe) => createMemoryLog({ maxEvents: 8, maxBytes: 1 << 20 }, observe) }), {
      sleep: stoppedTime().sleep,
    })
    const { answer, progress } = life.call('a', 40)
    await turnsUntil(() => progress.length > 0, 'progress')
    life.plug.pull()
    await turnsUntil(() => bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'the tool is done')
    life.plug.push()
    await expect(answer).rejects.toThrow(/^resume refused with 400: .*; the missed events cannot be replayed: call again$/)
  })

  test('a POST that never got an answer is not sent again: the call fails at once', async () => {
    const life = await begin(open())
    life.plug.pull()
    await expect(life.call('a', 2).answer).rejects.toThrow('nothing to resume after; call again')
    expect(bench.runs.size).toBe(0)
  })

  test('connecting while the network is out, or losing it on the way, fails with the reason', async () => {
    open()
    for (const reached of ['initialize', 'notifications/initialized']) {
      const lost = begin(bench, {
        fetch: async (input, init) => {
          if (String(init?.body).includes(`"${reached}"`)) throw new TypeError('Failed to fetch')
          return bench.endpoint.handle(new Request(input, init))
        },
      })
      await expect(lost).rejects.toThrow('Failed to fetch')
    }
  })

  test('without resumability a cut call fails at once, and says why', async () => {
    const life = await begin(open(), { resumability: false })
    const { answer, progress } = life.call('a', 30)
    await turnsUntil(() => progress.length > 2, 'progress')
    life.plug.pull()
    await expect(answer).rejects.toThrow('this server sends no event ids: nothing can be replayed; call again')
    life.plug.push()
    await turn()
    expect(life.facts.filter((fact) => fact.kind === 'event.received').every(({ id }) => id === undefined)).toBe(true)
    expect(life.client.kept.headers.lastEventIds).toEqual({})
  })

  test('without resumability an uncut call has its answer', async () => {
    const life = await begin(open(), { resumability: false })
    const { answer, progress } = life.call('a', 5)
    expect(await answer).toEqual(done('a'))
    expect(progress).toEqual([1, 2, 3, 4, 5])
  })
})

describe('cancelling', () => {
  test('a cancelled call stops its tool, and its stream is not resumed', async () => {
    const life = await begin(open(), { sleep: stoppedTime().sleep })
    const cancel = new AbortController()
    const { answer, progress } = life.call('a', 4000, {}, cancel.signal)
    await turnsUntil(() => progress.length > 0, 'progress')
    cancel.abort()
    await expect(answer).rejects.toThrow('cancelled')
    await turnsUntil(() => bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'the stream ended')
    expect(life.asked.filter((asked) => asked.startsWith('call-'))).toEqual([])
    expect(life.facts).toContainEqual({ kind: 'call.settled', call: 'a', outcome: 'cancelled', reason: { code: 'cancelled' } })
    expect(life.client.kept.running).toBeUndefined()
  })

  test('cancelled while the network is out, the tool stops when it returns', async () => {
    const life = await begin(open(), { sleep: stoppedTime().sleep })
    const cancel = new AbortController()
    const { answer, progress } = life.call('a', 4000, {}, cancel.signal)
    await turnsUntil(() => progress.length > 0, 'progress')
    life.plug.pull()
    cancel.abort()
    await expect(answer).rejects.toThrow('cancelled')
    life.plug.push()
    await turnsUntil(() => bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'the stream ended')
  })
})

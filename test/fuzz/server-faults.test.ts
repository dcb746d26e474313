/**
 * Each server fault over the real server and the real client: what the server answers, and the ledger after the resume.
 * MCP 2025-11-25, basic/transports, "Sending Messages to the Server" (6), "Resumability and Redelivery", "Session Management".
 */
import { afterEach, describe, expect, test } from 'vitest'
import { type Life, turnsUntil } from './harness'
import { createTraced, type Traced } from './traced'

let traced: Traced
const open = (options?: Parameters<typeof createTraced>[0]) => {
  traced = createTraced(options)
  return traced
}
afterEach(() => traced.close())

const done = (label: string) => ({ text: `${label} done 🟦`, isError: false })
const kinds = () => traced.bench.server.map(({ kind }) => kind)
const faults = () => traced.snapshot().faults.map(({ fault, vantage, state }) => [fault, vantage, state])

/** A call of `steps` that has come as far as `seen` progress messages. */
async function running(life: Life, steps: number, seen = 2) {
  const run = life.call('a', steps)
  await turnsUntil(() => run.progress.length >= seen, `${seen} progress messages`)
  return run
}

/** Every event that carries a message came through once. */
function expectNothingMissing(): void {
  const { ledger } = traced.snapshot()
  expect(ledger.stored).toBeGreaterThan(0)
  expect(ledger).toMatchObject({ received: ledger.stored, missing: 0, lost: 0, duplicated: 0, underway: 0 })
}

describe('polite-close', () => {
  test('the connection ends after an id and the reconnection time, the stream does not: the client polls and gets the rest', async () => {
    const life = await open().begin()
    const { answer, progress } = await running(life, 30)
    await traced.control(life, { fault: 'polite-close', stream: 'call-2' })
    expect(await answer).toEqual(done('a'))
    expect(progress).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    expect(traced.bench.runs.get('a')).toBe(1)
    expectNothingMissing()
    const closed = traced.snapshot().connections.find(({ rpc }) => rpc?.method === 'tools/call')
    expect(closed?.end?.how).toBe('complete')
    expect(closed?.frames.at(-1)).toMatchObject({ raw: 'retry: 1000\n\n' })
    expect(traced.bench.server).toContainEqual({ kind: 'stream.detached', stream: 'call-2', how: 'complete' })
    expect(faults()).toEqual([['polite-close', 'server', 'struck']])
  })

  test('of every stream at once, again and again', async () => {
    const life = await open().begin()
    const { answer, progress } = await running(life, 40)
    for (let i = 0; i < 4; i++) {
      await traced.control(life, { fault: 'polite-close' })
      await traced.pass(1500)
    }
    expect(await answer).toEqual(done('a'))
    expect(progress).toHaveLength(40)
    await turnsUntil(() => traced.snapshot().ledger.missing === 0, 'the standalone stream has come too')
    expectNothingMissing()
  })

  test('is refused where no id was sent, and for a stream that no connection carries', async () => {
    const plain = await open().begin({ resumability: false })
    await expect(traced.control(plain, { fault: 'polite-close' })).rejects.toThrow('409: No id was sent')
    const life = await open().begin()
    await expect(traced.control(life, { fault: 'polite-close', stream: 'call-9' })).rejects.toThrow(
      '409: No connection carries stream "call-9"',
    )
    expect(faults()).toEqual([])
  })
})

describe('restart', () => {
  test('keeping nothing: connections break, the tool stops, every later request is answered 404, and the feed says so', async () => {
    const life = await open().begin()
    const { answer } = await running(life, 4000)
    await traced.control(life, { fault: 'restart', keeps: 'nothing' })
    await expect(answer).rejects.toThrow(/^resume refused with 404: .*; the session is gone: start a new one$/)
    const { session, connections, ledger } = traced.snapshot()
    expect(session).toMatchObject({ state: 'ended', endReason: 'restarted' })
    expect(connections.find(({ rpc }) => rpc?.method === 'tools/call')?.end?.how).toBe('severed')
    expect(ledger.missing).toBe(0)
    const stored = ledger.stored
    await traced.pass(2000)
    expect(traced.snapshot().ledger.stored).toBe(stored)
    expect(kinds().slice(-3)).not.toContain('event.stored')
    expect(faults()).toEqual([['restart-forgetting', 'server', 'struck']])
  })

  test('keeping the log: the session comes back, what was stored is recovered, and the interrupted call fails with the reason', async () => {
    const life = await open().begin()
    const { answer, progress } = await running(life, 4000)
    await traced.control(life, { fault: 'restart', keeps: 'log' })
    await expect(answer).rejects.toThrow('The server restarted while "work" was running, and nothing goes on with it. Call again.')
    expectNothingMissing()
    expect(progress).toEqual(Array.from({ length: progress.length }, (_, i) => i + 1))
    await traced.pass(2000)
    const { session, connections } = traced.snapshot()
    expect(session?.state).toBe('open')
    expect(connections.filter(({ lastEventId }) => lastEventId?.startsWith('call-2/')).map(({ end }) => end?.how)).toEqual(['complete'])
    expect(faults()).toEqual([['restart-keeping', 'server', 'struck']])
    // The same session goes on: a new call has a stream and an answer of its own, and nothing of the handshake was stored again.
    expect(await life.call('b', 3).answer).toEqual(done('b'))
    const streams = new Set(traced.bench.server.filter((fact) => fact.kind === 'event.stored').map(({ stream }) => stream))
    expect([...streams].sort()).toEqual(['call-1', 'call-2', 'call-3', 'get'])
    expect(traced.bench.server.filter((fact) => fact.kind === 'event.stored' && fact.stream === 'call-1')).toHaveLength(2)
  })

  test('keeping the log, after the response was stored: the stream is recovered whole', async () => {
    const life = await open().begin()
    const { answer, progress } = await running(life, 12)
    life.plug.pull()
    await turnsUntil(() => traced.bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'answered')
    await traced.control(life, { fault: 'restart', keeps: 'log' })
    life.plug.push()
    expect(await answer).toEqual(done('a'))
    expect(progress).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
    await turnsUntil(() => traced.snapshot().ledger.missing === 0, 'the standalone stream has come too')
    expectNothingMissing()
  })

  test('keeping the log is refused where there is none', async () => {
    const life = await open().begin({ resumability: false })
    await expect(traced.control(life, { fault: 'restart', keeps: 'log' })).rejects.toThrow('409: This session keeps no event log')
  })
})

describe('end', () => {
  test.each(['deleted', 'expired'] as const)('%s: the call fails with the reason, and the way on', async (how) => {
    const life = await open().begin()
    const { answer } = await running(life, 4000)
    await traced.control(life, { fault: 'end', how })
    await expect(answer).rejects.toThrow('the session is gone: start a new one')
    expect(traced.snapshot().session).toMatchObject({ state: 'ended', endReason: how })
    expect(faults()).toEqual([[how === 'deleted' ? 'end-session' : 'expire-session', 'server', 'struck']])
  })
})

describe('evict', () => {
  test('a client that has everything loses nothing', async () => {
    const life = await open().begin()
    const { answer } = await running(life, 20)
    // The reader is at most a step behind.
    await traced.control(life, { fault: 'evict', leave: 4 })
    expect(await answer).toEqual(done('a'))
    expectNothingMissing()
  })

  test('an id whose next event is gone is refused with 400: the call fails, and what was missed is lost', async () => {
    const life = await open().begin()
    const { answer } = await running(life, 20)
    life.plug.pull()
    await turnsUntil(() => traced.bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'answered')
    await traced.control(life, { fault: 'evict', leave: 2 })
    life.plug.push()
    await expect(answer).rejects.toThrow(/^resume refused with 400: .*; the missed events cannot be replayed: call again$/)
    const { stage, faults: set } = traced.snapshot()
    const fates = stage.call?.events.filter(({ role }) => role === 'message').map(({ fate }) => fate)
    expect(fates).toContain('lost')
    expect(fates).not.toContain('missing')
    expect(set).toMatchObject([{ fault: 'evict', state: 'struck', detail: { code: 'leaves', n: 2 } }])
    expect(traced.bench.server.filter(({ kind }) => kind === 'event.evicted').length).toBeGreaterThan(0)
  })
})

describe('hold', () => {
  test('while on, events are stored and none is written; then they come', async () => {
    const life = await open().begin()
    const { answer, progress } = await running(life, 20)
    await traced.control(life, { fault: 'hold', on: true })
    const seen = progress.length
    await turnsUntil(() => traced.bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'answered')
    expect(progress.length).toBeLessThanOrEqual(seen + 1)
    expect(traced.snapshot().ledger.missing).toBeGreaterThan(20)
    await traced.control(life, { fault: 'hold', on: false })
    expect(await answer).toEqual(done('a'))
    await turnsUntil(() => traced.snapshot().ledger.missing === 0, 'all streams')
    expectNothingMissing()
    expect(faults()).toEqual([['yank-stored-unwritten', 'server', 'off']])
  })

  test('a cut while it is on: stored but not written is what the resume brings', async () => {
    const life = await open().begin()
    const { answer } = await running(life, 20)
    await traced.control(life, { fault: 'hold', on: true })
    await turnsUntil(() => traced.bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'answered')
    life.plug.pull()
    await traced.control(life, { fault: 'hold', on: false })
    life.plug.push()
    expect(await answer).toEqual(done('a'))
    expect(traced.snapshot().ledger.replayed).toBeGreaterThan(20)
  })
})

describe('keep-alive', () => {
  test('off, no comment goes out; with a time of its own, they do, on this session alone', async () => {
    const timers: { readonly every: number; readonly work: () => void }[] = []
    const clock = {
      now: () => 0,
      every(every: number, work: () => void) {
        const timer = { every, work }
        timers.push(timer)
        return () => void timers.splice(timers.indexOf(timer), 1)
      },
    }
    const life = await open({ clock }).begin()
    const comments = () => life.facts.filter((fact) => fact.kind === 'comment.received' && fact.comment === 'keep-alive').length
    const ring = async (every: number) => {
      for (const timer of timers.filter((each) => each.every === every)) for (let i = 0; i < 2; i++) timer.work()
      await traced.pass(50)
    }
    await ring(15_000)
    expect(comments()).toBeGreaterThan(0)
    const before = comments()
    await traced.control(life, { fault: 'keep-alive', on: false })
    await ring(15_000)
    expect(comments()).toBe(before)
    await traced.control(life, { fault: 'keep-alive', on: true, every: 200 })
    await ring(200)
    expect(comments()).toBeGreaterThan(before)
    expect(faults()).toEqual([['idle-proxy', 'server', 'off']])
    await life.client.end()
    expect(timers.some(({ every }) => every === 200)).toBe(false)
  })
})

describe('whose session', () => {
  test('a fault touches the session it names and no other', async () => {
    const first = await open().begin()
    const second = await traced.begin()
    const run = second.call('b', 60)
    await turnsUntil(() => run.progress.length > 2, 'progress')
    await traced.control(first, { fault: 'restart', keeps: 'nothing' })
    await traced.control(first, { fault: 'hold', on: true }).catch(() => {})
    expect(await run.answer).toEqual(done('b'))
    expect(second.facts.filter(({ kind }) => kind === 'resume.waiting')).toEqual([])
  })

  test('with faults switched off every command is refused, and the run goes on', async () => {
    const life = await open({ faults: false }).begin()
    const { answer } = await running(life, 20)
    await expect(traced.control(life, { fault: 'end', how: 'deleted' })).rejects.toThrow(
      '403: Faults are switched off on this server (PTP_FAULTS=off)',
    )
    expect(await answer).toEqual(done('a'))
    expect(faults()).toEqual([])
  })
})

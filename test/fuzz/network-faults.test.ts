/**
 * Each network fault over the real server and the real client, the way the playground switches it on: what became of the fault, of the
 * call, and the ledger. MCP 2025-11-25, basic/transports, "Resumability and Redelivery".
 */
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { FaultId } from '../../lib/faults/faults'
import { detailText } from '../../lib/protocol/fault-detail-text'
import { type Life, turnsUntil } from './harness'
import { createTraced, type Traced } from './traced'

// A slow machine is no reason to fail: what hangs is told by its own limit of turns.
vi.setConfig({ testTimeout: 60_000 })

let traced: Traced
const open = (options?: Parameters<typeof createTraced>[0]) => {
  traced = createTraced(options)
  return traced
}
afterEach(() => traced.close())

const done = (label: string) => ({ text: `${label} done 🟦`, isError: false })
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
const now = () => traced.snapshot()

/** The states the client said a fault went through, in order. */
const lifeOf = (life: Life, fault: FaultId) =>
  life.facts.flatMap((fact) => (fact.kind === 'fault.set' && fact.fault === fault ? [fact.state] : []))
const detailOf = (life: Life, fault: FaultId) =>
  life.facts.findLast((fact) => fact.kind === 'fault.set' && fact.fault === fault && fact.state !== 'off')

async function running(life: Life, steps: number, seen = 2) {
  const run = life.call('a', steps)
  await turnsUntil(() => run.progress.length >= seen, `${seen} progress messages`)
  return run
}

async function expectAllRecovered(life: Life, run: ReturnType<Life['call']>, steps: number): Promise<void> {
  expect(await run.answer).toEqual(done('a'))
  expect(run.progress).toEqual(numbers(steps))
  expect(traced.bench.runs.get('a')).toBe(1)
  await turnsUntil(() => now().ledger.missing === 0, 'the standalone stream has come too')
  const { ledger } = now()
  expect(ledger).toMatchObject({ received: ledger.stored, missing: 0, lost: 0, duplicated: 0, underway: 0 })
  expect(life.logged.filter((text) => text.startsWith('a'))).toHaveLength(steps)
}

describe('yank', () => {
  test('now: every connection is severed, and plugging in brings the rest', async () => {
    const life = await open().begin()
    const run = await running(life, 20)
    life.faults.set('yank', true)
    expect(life.plug.state).toBe('out')
    await traced.pass(100)
    expect(now().ledger.missing).toBeGreaterThan(0)
    life.plug.push()
    await expectAllRecovered(life, run, 20)
    expect(lifeOf(life, 'yank')).toEqual(['struck'])
    expect(now().ledger.replayed).toBeGreaterThan(0)
  })

  const moments = [
    ['yank-before-priming', /and no event$/],
    ['yank-after-priming', /^after call-2\/0$/],
    ['yank-mid-frame', /^\d+ of \d+ bytes of call-2\/1 got through$/],
    ['yank-before-response', /^before call-2\/\d+, the response$/],
    ['yank-stored-unwritten', /^call-2\/\d+ is stored, and was not written$/],
    ['yank-in-wait', /^in the wait of \d+ ms before call-2 is asked for again$/],
  ] as const
  test.each(moments)('%s, armed before the run: strikes once, and everything is recovered', async (moment, detail) => {
    const life = await open().begin()
    life.faults.set(moment, true)
    const run = life.call('a', 12)
    await turnsUntil(() => life.plug.state === 'out', 'the moment')
    await traced.pass(50)
    const cut = now()
    expect(cut.faults).toContainEqual(expect.objectContaining({ fault: moment, vantage: 'client', state: 'struck' }))
    life.plug.push()
    await expectAllRecovered(life, run, 12)
    expect(lifeOf(life, moment)).toEqual(['armed', 'struck'])
    const struck = detailOf(life, moment)
    expect(struck?.kind === 'fault.set' && struck.detail && detailText(struck.detail)).toMatch(detail)
  })

  test('in the middle of a frame: the torn bytes are thrown away, and the frame comes again whole', async () => {
    const life = await open().begin()
    life.faults.set('yank-mid-frame', true)
    const run = life.call('a', 6)
    await turnsUntil(() => life.plug.state === 'out', 'the moment')
    const first = now().connections.find(({ rpc }) => rpc?.method === 'tools/call')
    expect(first?.end).toMatchObject({ how: 'severed', torn: expect.stringMatching(/^id: call-2\/1/) })
    expect(first?.frames).toHaveLength(1)
    life.plug.push()
    await expectAllRecovered(life, run, 6)
  })

  test('before the response: all progress has come, and the answer alone is left', async () => {
    const life = await open().begin()
    life.faults.set('yank-before-response', true)
    const run = life.call('a', 6)
    await turnsUntil(() => life.plug.state === 'out', 'the moment')
    expect(run.progress).toEqual(numbers(6))
    await traced.pass(50)
    expect(
      now()
        .stage.call?.events.filter(({ fate }) => fate === 'missing')
        .map(({ message }) => message.kind),
    ).toEqual(['result'])
    life.plug.push()
    await expectAllRecovered(life, run, 6)
  })

  test('during the replay: the second resume goes on where the first came to', async () => {
    const life = await open().begin()
    const run = await running(life, 20)
    life.faults.set('yank-in-replay', true)
    life.plug.pull()
    await traced.pass(50)
    life.plug.push()
    await turnsUntil(() => life.plug.state === 'out', 'the moment')
    life.plug.push()
    await expectAllRecovered(life, run, 20)
    expect(lifeOf(life, 'yank-in-replay')).toEqual(['armed', 'struck'])
    const asked = now().connections.flatMap(({ lastEventId }) => (lastEventId?.startsWith('call-2/') ? [Number(lastEventId.slice(7))] : []))
    expect(asked).toHaveLength(2)
    expect(asked[1]).toBe((asked[0] ?? 0) + 1)
  })

  test('stored and not written: the event that struck is missing until the resume, and the server writes again after', async () => {
    const life = await open().begin()
    const run = await running(life, 20)
    life.faults.set('yank-stored-unwritten', true)
    await turnsUntil(() => life.plug.state === 'out', 'the moment')
    await turnsUntil(() => now().faults.some(({ vantage, state }) => vantage === 'server' && state === 'off'), 'the hold ends')
    expect(now().ledger.missing).toBeGreaterThan(0)
    life.plug.push()
    await expectAllRecovered(life, run, 20)
  })

  test('a moment that can be switched off does not strike, and one that never came is over with its call', async () => {
    const life = await open().begin()
    life.faults.set('yank-before-response', true)
    life.faults.set('yank-before-response', false)
    life.faults.set('yank-in-replay', true)
    await expectAllRecovered(life, life.call('a', 4), 4)
    expect(life.facts.filter(({ kind }) => kind === 'plug.pulled')).toEqual([])
    expect(lifeOf(life, 'yank-before-response')).toEqual(['armed', 'off'])
    expect(lifeOf(life, 'yank-in-replay')).toEqual(['armed', 'off'])
  })
})

describe('silence', () => {
  test('lifted too late, the old connections stay dead; the client gives them up and resumes, and nothing is lost', async () => {
    const life = await open().begin()
    const run = await running(life, 30)
    life.faults.set('silence', true, { amount: 300 })
    const { received } = now().ledger
    await traced.pass(200)
    expect(life.facts.filter(({ kind }) => kind === 'connection.ended').map((end) => 'how' in end && end.how)).not.toContain('severed')
    expect(now().ledger.received).toBe(received)
    life.faults.set('silence', false)
    await expectAllRecovered(life, run, 30)
    const dead = now().connections.filter(({ end }) => end?.reason !== undefined)
    expect(dead.map(({ end }) => end?.how)).toEqual(['closed', 'closed'])
    expect(dead[0]?.end?.reason).toEqual({ code: 'given-up', seconds: 0.3 })
    expect(lifeOf(life, 'silence')).toEqual(['on', 'off'])
  })

  test('while it lasts, every attempt is given up in its turn; the first one after it brings everything', async () => {
    const life = await open().begin()
    const run = await running(life, 30)
    life.faults.set('silence', true, { amount: 200 })
    await turnsUntil(() => life.facts.filter(({ kind }) => kind === 'connection.failed').length >= 2, 'two attempts failed', 100_000)
    expect(life.facts.find((fact) => fact.kind === 'connection.failed')).toMatchObject({ reason: { code: 'given-up', seconds: 0.2 } })
    life.faults.set('silence', false)
    await expectAllRecovered(life, run, 30)
  })

  test('the plug ends it at once, and the server learns of its dead connections when the network is back', async () => {
    const life = await open().begin()
    const run = await running(life, 30)
    life.faults.set('silence', true, { amount: 60_000 })
    await traced.pass(50)
    life.plug.pull()
    const gone = () => traced.bench.server.filter((fact) => fact.kind === 'stream.detached' && fact.how === 'gone').length
    await traced.pass(50)
    expect(gone()).toBe(0)
    life.faults.set('silence', false)
    await turnsUntil(() => gone() >= 1, 'the server is told')
    life.plug.push()
    await expectAllRecovered(life, run, 30)
  })
})

describe('slow', () => {
  test('every byte comes, later', async () => {
    const life = await open().begin()
    life.faults.set('slow', true, { amount: 500 })
    const run = life.call('a', 6)
    await expectAllRecovered(life, run, 6)
    const connection = now().connections.find(({ rpc }) => rpc?.method === 'tools/call')
    const [first, last] = [connection?.frames[0], connection?.frames.at(-1)]
    const seconds = ((last?.at ?? 0) - (first?.at ?? 0)) / 1000
    expect((connection?.end?.bytes ?? 0) / seconds).toBeLessThan(600)
    life.faults.set('slow', false)
    expect(lifeOf(life, 'slow')).toEqual(['on', 'off'])
  })

  test('a cut in the middle of the slowness tears what was on its way, and loses nothing', async () => {
    const life = await open().begin()
    life.faults.set('slow', true, { amount: 300 })
    const run = await running(life, 8, 1)
    life.plug.pull()
    await traced.pass(50)
    life.plug.push()
    await expectAllRecovered(life, run, 8)
  })
})

describe('idle-proxy', () => {
  /** A tool that says nothing for two seconds between its steps. */
  const slowTool = () => open({ sleep: async (ms, signal) => void (await traced.sleep(ms, signal ?? new AbortController().signal)) })

  test('cuts what is idle at both ends, again and again; the client resumes and nothing is lost', async () => {
    const life = await slowTool().begin()
    life.faults.set('idle-proxy', true, { amount: 500 })
    const answer = life.client.callTool({ call: 'c', tool: 'countdown', args: { delay: 1800 } })
    answer.catch(() => {})
    await turnsUntil(() => now().call?.settled !== undefined, 'the call is settled', 500_000)
    expect(await answer).toMatchObject({ isError: false })
    const { ledger, connections } = now()
    expect(ledger).toMatchObject({ missing: 0, lost: 0, duplicated: 0 })
    expect(connections.filter(({ end }) => end?.how === 'severed').length).toBeGreaterThan(2)
    expect(detailOf(life, 'idle-proxy')).toMatchObject({ state: 'on', detail: { code: 'cuts-idle', ms: 500, cuts: expect.any(Number) } })
    expect(traced.bench.server).toContainEqual({ kind: 'stream.detached', stream: 'call-2', how: 'gone' })
  })

  test('with comments often enough nothing is idle, and nothing is cut', async () => {
    const life = await slowTool().begin()
    life.faults.set('idle-proxy', true, { amount: 600, keepAlive: true })
    await turnsUntil(() => now().faults.some(({ vantage }) => vantage === 'server'), 'the server sends comments')
    const answer = life.client.callTool({ call: 'c', tool: 'countdown', args: { delay: 1800 } })
    await turnsUntil(() => now().call?.settled !== undefined, 'the call is settled', 500_000)
    expect(await answer).toMatchObject({ isError: false })
    const call = now().connections.filter(({ stream }) => stream === 'call-2')
    expect(call).toHaveLength(1)
    expect(call[0]?.frames.filter(({ kind }) => kind === 'comment').length).toBeGreaterThan(3)
  })
})

describe('other servers', () => {
  test.each(['sdk', 'sdk-example'] as const)('%s: a cut call has its answer, or fails with the reason: never a hang', async (server) => {
    const life = await open().begin({ server, stallLimits: { after: 3000, most: 3, mostEmpty: 10 } })
    const run = await running(life, 20)
    life.plug.pull()
    await traced.pass(100)
    life.plug.push()
    await turnsUntil(() => now().call?.settled !== undefined, 'the call is settled', 100_000)
    const outcome = await run.answer.catch(({ message }: Error) => message)
    expect(outcome).toEqual(typeof outcome === 'string' ? expect.stringMatching(/call again|start a new one/) : done('a'))
  })

  test('without an event stream there is nothing to resume: a cut JSON answer fails at once with the reason', async () => {
    const life = await open().begin({ answer: 'json' })
    const run = life.call('a', 20)
    await traced.pass(30)
    life.plug.pull()
    await expect(run.answer).rejects.toThrow('nothing to resume after; call again')
    expect(life.asked.filter((asked) => asked.startsWith('call-'))).toEqual([])
  })
})

/**
 * The kinds of server that are not ours: JSON answers, and the SDK's own replay over two stores. What they lose is there to be seen, and the
 * trace says it truly: what is missing is computed from what was stored and what came through.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { diagnose } from '../../lib/trace/diagnosis/diagnosis'
import { ENDPOINT, type Life, turnsUntil } from './harness'
import { createTraced, type Traced } from './traced'

let traced: Traced
afterEach(() => traced.close())

function open(query: string): Promise<Life> {
  traced = createTraced()
  return traced.begin({ endpoint: new URL(`?${query}`, ENDPOINT) })
}

const done = (label: string) => ({ text: `${label} done 🟦`, isError: false })
const server = () => traced.bench.server
const isDone = () => server().some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2')
const post = (query: string) =>
  traced.bench.fetch(`${ENDPOINT}?${query}`, {
    method: 'POST',
    headers: { accept: 'application/json, text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 0,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 't', version: '1' } },
    }),
  })

async function cutAfter(life: Life, seen: number, out: () => boolean) {
  const run = life.call('a', 40)
  await turnsUntil(() => run.progress.length >= seen, 'progress')
  life.plug.pull()
  await turnsUntil(out, 'the outage is over')
  life.plug.push()
  return run
}

describe('answer=json', () => {
  test('a call is answered with one JSON body: no stream, no ids; its progress reaches nobody, its answer does', async () => {
    const life = await open('answer=json')
    const { answer, progress } = life.call('a', 5)
    expect(await answer).toEqual(done('a'))
    expect(progress).toEqual([])
    const { connections, session, stage } = traced.snapshot()
    expect(session).toMatchObject({ resumable: false, answer: 'json' })
    expect(server()[0]).toMatchObject({ kind: 'session.opened', resumable: false, answer: 'json' })
    const call = connections.find(({ rpc }) => rpc?.method === 'tools/call')
    expect(call?.answer?.headers['content-type']).toBe('application/json')
    const events = stage.call?.events ?? []
    expect(events).toHaveLength(11)
    expect(events.at(-1)).toMatchObject({ fate: 'received', message: { kind: 'result' } })
    expect(new Set(events.slice(0, -1).map(({ fate }) => fate))).toEqual(new Set(['lost']))
  })

  test('a cut fails the call at once, and nothing can be resumed', async () => {
    const life = await open('answer=json')
    const { answer } = life.call('a', 4000)
    await turnsUntil(() => traced.bench.runs.has('a'), 'the tool runs')
    life.plug.pull()
    await expect(answer).rejects.toThrow('nothing to resume after; call again')
  })

  test('a session that ends does not leave the call hanging', async () => {
    const life = await open('answer=json')
    const { answer } = life.call('a', 4000)
    await turnsUntil(() => traced.bench.runs.has('a'), 'the tool runs')
    await traced.control(life, { fault: 'end', how: 'deleted' })
    await expect(answer).rejects.toThrow('does not exist')
  })
})

describe('server=sdk, a correct store under the SDK’s own replay', () => {
  test('without a cut everything arrives, and the trace knows every event by its id', async () => {
    const life = await open('server=sdk')
    expect(await life.call('a', 6).answer).toEqual(done('a'))
    await traced.pass(100)
    const { ledger, stage } = traced.snapshot()
    expect(ledger).toMatchObject({ received: ledger.stored, missing: 0, lost: 0, duplicated: 0 })
    expect(stage.call?.events.map(({ id }) => id).slice(0, 2)).toEqual(['call-2/0', 'call-2/1'])
    expect(server()[0]).toMatchObject({ kind: 'session.opened', resumable: true, server: 'sdk' })
    expect(traced.snapshot().session).toMatchObject({ server: 'sdk', resumable: true })
  })

  test('a cut while the tool runs is recovered', async () => {
    const life = await open('server=sdk')
    const { answer, progress } = await cutAfter(life, 5, () => server().filter(({ kind }) => kind === 'event.stored').length > 40)
    expect(await answer).toEqual(done('a'))
    expect(progress).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    expect(server()).toContainEqual(expect.objectContaining({ kind: 'replay.started', stream: 'call-2' }))
    expect(traced.snapshot().stage.call?.events.every(({ fate }) => fate === 'received' || fate === 'replayed')).toBe(true)
  })

  test('a resume after the response was stored brings it, and the connection is never ended (typescript-sdk#2558)', async () => {
    const life = await open('server=sdk')
    const { answer } = await cutAfter(life, 5, isDone)
    expect(await answer).toEqual(done('a'))
    await traced.pass(3000)
    expect(diagnose(traced.snapshot()).bugs).toContain('never-ends')
  })

  test('what the SDK answers to a bad id passes through as it is', async () => {
    const life = await open('server=sdk')
    const headers = { accept: 'text/event-stream', 'mcp-session-id': life.client.sessionId ?? '', 'last-event-id': 'call-9/3' }
    const response = await traced.bench.fetch(ENDPOINT, { headers })
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({ error: { message: 'Error replaying events' } })
    expect(server().at(-1)).toMatchObject({ kind: 'request.refused', method: 'GET', status: 500 })
  })

  test('a second standalone stream is refused with 409', async () => {
    const life = await open('server=sdk')
    const headers = { accept: 'text/event-stream', 'mcp-session-id': life.client.sessionId ?? '' }
    await turnsUntil(
      () => server().some((fact) => fact.kind === 'stream.attached' && fact.stream === 'get'),
      'the standalone stream is open',
    )
    const response = await traced.bench.fetch(ENDPOINT, { headers })
    expect(response.status).toBe(409)
  })

  test('after a restart over the same log the SDK replays what is stored, and then leaves the client waiting', async () => {
    const life = await open('server=sdk')
    const { answer, progress } = life.call('a', 4000)
    await turnsUntil(() => progress.length > 3, 'progress')
    await traced.control(life, { fault: 'restart', keeps: 'log' })
    let settled = false
    answer
      .finally(() => {
        settled = true
      })
      .catch(() => {})
    await traced.pass(20_000)
    expect(settled).toBe(false)
    await life.client.end()
    await expect(answer).rejects.toThrow()
  })
})

describe('server=sdk-example, the store of the SDK’s examples', () => {
  test('without a cut every event is known, though its id does not say where it belongs', async () => {
    const life = await open('server=sdk-example')
    expect(await life.call('a', 6).answer).toEqual(done('a'))
    await traced.pass(100)
    const { ledger, stage } = traced.snapshot()
    expect(ledger).toMatchObject({ received: ledger.stored, missing: 0, lost: 0, duplicated: 0 })
    expect(stage.call?.events).toHaveLength(14)
    expect(stage.call?.events[0]).toMatchObject({ role: 'priming', fate: 'received' })
    expect(server()[0]).toMatchObject({ kind: 'session.opened', resumable: true, server: 'sdk-example' })
  })

  test('the standalone stream can never be resumed: its id cannot be read back (typescript-sdk#943)', async () => {
    const life = await open('server=sdk-example')
    await cutAfter(life, 8, isDone)
    await traced.pass(4000)
    const { stage } = traced.snapshot()
    expect(stage.standalone?.events.filter(({ fate }) => fate === 'missing').length).toBeGreaterThan(0)
    expect(diagnose(traced.snapshot()).bugs).toContain('replays-nothing')
  })

  test('it keeps nothing beyond its process, and forgets nothing: both faults are refused', async () => {
    const life = await open('server=sdk-example')
    await expect(traced.control(life, { fault: 'restart', keeps: 'log' })).rejects.toThrow(
      '409: This session keeps no event log that outlives',
    )
    await expect(traced.control(life, { fault: 'evict', leave: 1 })).rejects.toThrow('409: This session keeps no event log that forgets')
  })
})

describe('wishes that cannot be met', () => {
  test.each([
    ['answer=xml', '"answer" is "xml" in the URL. Say "stream" or "json", or leave it out.'],
    ['server=nginx', '"server" is "nginx" in the URL. Say "ours", "sdk", "sdk-example", "broken-replays-nothing"'],
    ['server=broken-nothing', '"server" is "broken-nothing" in the URL.'],
    ['server=broken-constructor', '"server" is "broken-constructor" in the URL.'],
    ['server=sdk&answer=json', 'The URL asks for server=sdk and answer=json at once. Leave one of them out.'],
    ['server=sdk&resumability=off', 'The URL asks for server=sdk and resumability=off at once.'],
  ])('%s is refused with 400', async (query, says) => {
    traced = createTraced()
    const response = await post(query)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain(says)
  })
})

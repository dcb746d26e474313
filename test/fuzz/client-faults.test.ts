/**
 * The client's own faults, frozen waits, duplicates, and each header experiment over the real server and the real client: what was
 * answered, the judge's word, the ledger, and the way on. MCP 2025-11-25, basic/transports.
 */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type ExperimentId, editedConnection, experimentOf, judge } from '../../lib/faults/experiments'
import type { KeptHeaders } from '../../lib/protocol/observation'
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

async function running(life: Life, steps: number, seen = 4) {
  const run = life.call('a', steps)
  await turnsUntil(() => run.progress.length >= seen, `${seen} progress messages`)
  return run
}

async function pullAndMiss(life: Life): Promise<void> {
  life.plug.pull()
  await traced.pass(80)
}

async function expectAll(life: Life, run: ReturnType<Life['call']>, steps: number): Promise<void> {
  expect(await run.answer).toEqual(done('a'))
  expect(run.progress).toEqual(numbers(steps))
  expect(traced.bench.runs.get('a')).toBe(1)
  await turnsUntil(() => now().ledger.missing === 0, 'the standalone stream has come too')
  expect(now().ledger).toMatchObject({ missing: 0, lost: 0, underway: 0 })
  expect(life.logged.filter((text) => text.startsWith('standalone'))).toEqual(traced.bench.announced)
}

describe('impatient', () => {
  test('asks again long before the reconnection time is over, and loses nothing by it', async () => {
    const life = await open().begin()
    life.faults.set('impatient', true)
    const run = await running(life, 20)
    await traced.control(life, { fault: 'polite-close', stream: 'call-2' })
    await expectAll(life, run, 20)
    const waits = life.facts.flatMap((fact) => (fact.kind === 'resume.waiting' ? [fact.wait] : []))
    expect(waits).toEqual([50])
    life.faults.set('impatient', false)
    expect(now().faults).toContainEqual(expect.objectContaining({ fault: 'impatient', state: 'off' }))
  })
})

describe('a frozen wait', () => {
  test('does not end and shows what is left; let go, it lasts that long', async () => {
    const life = await open().begin()
    const run = await running(life, 20)
    await traced.control(life, { fault: 'polite-close', stream: 'call-2' })
    await turnsUntil(() => life.facts.some(({ kind }) => kind === 'resume.waiting'), 'waiting')
    await traced.pass(200)
    life.faults.freezeWait(true)
    await traced.pass(5000)
    const { waiting, at } = now()
    expect(waiting).toMatchObject({ stream: 'call-2', frozen: true })
    expect((waiting?.until ?? 0) - at).toBeLessThan(850)
    life.faults.freezeWait(false)
    await expectAll(life, run, 20)
    expect(now().waiting).toBeUndefined()
  })

  test('is ended by the plug', async () => {
    const life = await open().begin()
    const run = await running(life, 20)
    life.faults.freezeWait(true)
    await pullAndMiss(life)
    life.plug.push()
    await expectAll(life, run, 20)
  })
})

describe('a header experiment', () => {
  /** Edits, plugs in, and returns once the edited request has been answered. */
  async function experiment(life: Life, id: ExperimentId, previous?: KeptHeaders) {
    const { kept } = life.client
    const built = experimentOf(id).build({ kept: kept.headers, snapshot: now(), previous })
    if ('notYet' in built) throw new Error(built.notYet)
    life.faults.editHeaders(built.edits)
    life.plug.push()
    await turnsUntil(() => editedConnection(now())?.answer !== undefined, 'the edited request is answered')
    await traced.pass(100)
    const connection = editedConnection(now())
    if (!connection) throw new Error('nothing was edited')
    return { connection, verdict: judge(experimentOf(id), connection, now()) }
  }

  const refused = [
    ['no-session-id', 400, 'conforms'],
    ['unknown-version', 400, 'conforms'],
    ['made-up-id', 400, 'silent'],
    ['other-session-id', 400, 'silent'],
  ] as const
  test.each(refused)('%s: answered %i, which %s; the call goes on as kept, and nothing is lost or doubled', async (id, status, verdict) => {
    const life = await open().begin()
    const run = await running(life, 12)
    await pullAndMiss(life)
    const before = life.client.kept.headers
    const { connection, verdict: judged } = await experiment(life, id, { lastEventIds: { 'call-9': 'call-9/3' } })
    expect(connection.answer?.status).toBe(status)
    expect(judged?.verdict).toBe(verdict)
    expect(life.client.kept.headers.lastEventIds['call-2']).toBe(before.lastEventIds['call-2'])
    expect(now().call?.settled).toBeUndefined()
    expect(now().refused).toMatchObject({ edited: true, status })
    expect(now().session?.state).toBe('open')
    // It waits until it is told: nothing is asked for in the meantime.
    const asked = life.asked.length
    await traced.pass(5000)
    expect(life.asked.length).toBe(asked)
    life.client.askNow()
    await expectAll(life, run, 12)
    expect(now().ledger.duplicated).toBe(0)
    expect(now().refused).toBeUndefined()
  })

  test('a refused edit is also let go by pulling and plugging in again', async () => {
    const life = await open().begin()
    const run = await running(life, 12)
    await pullAndMiss(life)
    await experiment(life, 'made-up-id')
    life.plug.pull()
    life.plug.push()
    await expectAll(life, run, 12)
  })

  test('an evicted id is refused, and the kept one brings the rest', async () => {
    const life = await open().begin()
    const run = await running(life, 40, 12)
    await traced.control(life, { fault: 'evict', leave: 4 })
    life.plug.pull()
    const { connection, verdict } = await experiment(life, 'evicted-id')
    expect(connection.answer).toMatchObject({ status: 400, body: expect.stringContaining('evicted') })
    expect(verdict).toMatchObject({ verdict: 'silent' })
    life.client.askNow()
    expect(await run.answer).toEqual(done('a'))
  })

  test('an older id brings duplicates: the ledger counts them, and the client drops them', async () => {
    const life = await open().begin()
    const run = await running(life, 12, 6)
    await pullAndMiss(life)
    const { connection, verdict } = await experiment(life, 'older-id')
    expect(connection.answer?.status).toBe(200)
    expect(verdict?.verdict).toBe('conforms')
    await expectAll(life, run, 12)
    const { duplicated } = now().ledger
    expect(duplicated).toBeGreaterThan(0)
    expect(life.facts.filter(({ kind }) => kind === 'event.dropped')).toHaveLength(duplicated)
  })

  test('an older id, in a client that remembers no ids: the application is told twice', async () => {
    const life = await open().begin({ dropsDuplicates: false })
    const run = await running(life, 12, 6)
    await pullAndMiss(life)
    await experiment(life, 'older-id')
    expect(await run.answer).toEqual(done('a'))
    expect(run.progress.length + life.logged.filter((text) => text.startsWith('a ')).length).toBe(24 + now().ledger.duplicated)
    expect(now().ledger.duplicated).toBeGreaterThan(0)
    expect(life.facts.filter(({ kind }) => kind === 'event.dropped')).toEqual([])
  })

  /** ED2: the call's stream is not asked for again, however the answer ends, until somebody says so. */
  async function expectStopped(life: Life): Promise<void> {
    expect(now().refused).toMatchObject({ edited: true, status: 200, stream: 'call-2', reason: { code: 'another-stream' } })
    const asked = life.asked.filter((what) => what.startsWith('call-')).length
    await traced.pass(60_000)
    await traced.control(life, { fault: 'polite-close', stream: 'get' }).catch(() => {})
    await traced.pass(60_000)
    expect(life.asked.filter((what) => what.startsWith('call-')).length).toBe(asked)
    expect(now().ledger.missing).toBeGreaterThan(0)
    expect(now().refused).toMatchObject({ edited: true, stream: 'call-2' })
    expect(now().waiting).toBeUndefined()
    expect(now().call?.settled).toBeUndefined()
  }

  test('ED2 an id of the other stream brings the events of that one, nothing of them reaches the call, and there it stops', async () => {
    const life = await open().begin()
    const run = await running(life, 30)
    await pullAndMiss(life)
    const { connection, verdict } = await experiment(life, 'other-stream-id')
    expect(connection).toMatchObject({ answer: { status: 200 }, lastEventId: expect.stringMatching(/^get\//) })
    expect(verdict?.verdict).toBe('conforms')
    expect(life.client.kept.headers.lastEventIds['call-2']).toMatch(/^call-2\//)
    await expectStopped(life)
    life.client.askNow()
    await expectAll(life, run, 30)
    expect(now().refused).toBeUndefined()
  })

  test('ED2 what stopped at another stream goes on by pulling and plugging in, too', async () => {
    const life = await open().begin()
    const run = await running(life, 12)
    await pullAndMiss(life)
    await experiment(life, 'no-last-event-id')
    await expectStopped(life)
    life.plug.pull()
    await traced.pass(100)
    life.plug.push()
    await expectAll(life, run, 12)
  })

  test('ED3 a session id of another session brings that session’s stream, and there it stops', async () => {
    const other = await open().begin()
    await running(other, 30)
    const life = await traced.begin()
    life.call('a', 30)
    await turnsUntil(() => life.client.kept.headers.lastEventIds['call-2'] !== undefined, 'an id of the call')
    life.plug.pull()
    const value = other.client.sessionId ?? ''
    life.faults.editHeaders({ sessionId: { kind: 'value', value } })
    life.plug.push()
    const refused = () => life.facts.flatMap((fact) => (fact.kind === 'resume.refused' ? [fact.reason.code] : []))
    await turnsUntil(() => refused().length >= 2, 'both streams were answered')
    expect(refused()).toEqual(['another-stream', 'another-stream'])
    const asked = life.asked.length
    await traced.pass(30_000)
    expect(life.asked.length).toBe(asked)
    expect(life.logged.filter((text) => text.startsWith('standalone'))).toEqual([])
  })

  test('ED4 a session id that the server ignores resumes the stream', async () => {
    open()
    let session: string | undefined
    const fetch: typeof globalThis.fetch = (input, init = {}) => {
      const headers = new Headers(init.headers)
      if (session !== undefined) headers.set('mcp-session-id', session)
      return traced.bench.fetch(input, { ...init, headers })
    }
    const life = await traced.begin({ fetch })
    session = life.client.sessionId
    const run = await running(life, 12)
    await pullAndMiss(life)
    life.faults.editHeaders({ sessionId: { kind: 'value', value: 'nobody' } })
    life.plug.push()
    await expectAll(life, run, 12)
    expect(editedConnection(now())?.answer?.status).toBe(200)
    expect(life.facts.filter(({ kind }) => kind === 'resume.refused')).toEqual([])
  })

  test('a server that keeps one list for all streams answers with messages of the call: the judge says that this is forbidden', async () => {
    const life = await open().begin({ server: 'broken-across-streams', stallLimits: { after: 3000, most: 3, mostEmpty: 10 } })
    const run = await running(life, 30)
    await pullAndMiss(life)
    const { connection, verdict } = await experiment(life, 'other-stream-id')
    expect(connection.answer?.status).toBe(200)
    expect(verdict).toEqual({
      verdict: 'breaks',
      sentence: expect.stringMatching(/^Asked for get, and call-2\/\d+ came: a message of another stream must not be replayed\.$/),
    })
    life.client.askNow()
    expect(await run.answer).toEqual(done('a'))
  })

  test('without Last-Event-ID the standalone stream comes, and the call is not on it', async () => {
    const life = await open().begin()
    const run = await running(life, 30)
    await pullAndMiss(life)
    const { connection, verdict } = await experiment(life, 'no-last-event-id')
    expect(connection.answer?.status).toBe(200)
    expect(connection.frames.every((frame) => frame.kind === 'comment' || frame.id?.startsWith('get/'))).toBe(true)
    expect(verdict?.verdict).toBe('conforms')
    await expectStopped(life)
    life.client.askNow()
    await expectAll(life, run, 30)
  })

  test('an id of another session that this one knows too brings only what this session stored', async () => {
    const life = await open().begin()
    const run = await running(life, 30)
    await pullAndMiss(life)
    const { connection, verdict } = await experiment(life, 'other-session-id', { lastEventIds: { 'call-2': 'call-2/12' } })
    expect(connection.answer?.status).toBe(200)
    expect(verdict?.verdict).toBe('silent')
    await expectStopped(life)
    life.client.askNow()
    await expectAll(life, run, 30)
  })

  test('an old version that the server supports is answered', async () => {
    const life = await open().begin()
    const run = await running(life, 12)
    await pullAndMiss(life)
    const { connection, verdict } = await experiment(life, 'old-version')
    expect(connection).toMatchObject({ answer: { status: 200 }, edited: { 'mcp-protocol-version': '2025-11-25' } })
    expect(verdict?.verdict).toBe('conforms')
    await expectAll(life, run, 12)
  })
})

/** Sessions: how they end, and what keeps them, their tools and their logs within bounds. */

import { describe, expect, it } from 'vitest'
import { dataOf, idsOf } from '../../../test/support/server/frames'
import { callMessage, initializeMessage } from '../../../test/support/server/requests'
import { testServerWith } from '../../../test/support/server/test-server'
import { until } from '../../../test/support/server/time'
import { createMemoryLog } from '../../event-store/memory-log'
import type { RegisterTools } from '../tools'

const setup = testServerWith(createMemoryLog)

const errorOf = async (response: Response) => ({ status: response.status, ...(await response.json()) })

describe('a session', () => {
  it('has an unguessable id of its own, and its facts come in order', async () => {
    const { open, kinds } = setup()
    const [a, b] = [await open(), await open()]
    expect(a.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(a.id).not.toBe(b.id)
    expect(kinds().slice(0, 6)).toEqual([
      'session.opened',
      'stream.opened',
      'event.stored',
      'stream.opened',
      'event.stored',
      'stream.attached',
    ])
  })

  it('ends by DELETE: tools stop, connections end, everything later is 404', async () => {
    const { open, work, facts, endpoint } = setup()
    const session = await open()
    const [call, get] = [await session.call(1, 'countdown'), await session.resume()]
    await until(() => work.sleepers === 1, 'the tool at work')
    const response = await session.end()
    expect(response.status).toBe(200)
    expect(idsOf(await call.rest())).toEqual(['call-2/0'])
    expect(idsOf(await get.rest())).toEqual(['get/0'])
    expect(work.sleepers).toBe(0)
    expect(endpoint.sessions()).toEqual([])
    expect(facts.at(-1)).toEqual({ kind: 'session.ended', session: session.id, reason: 'deleted' })
    for (const later of [await session.end(), await session.get(), await session.post({ jsonrpc: '2.0', id: 2, method: 'ping' })]) {
      expect(await errorOf(later)).toMatchObject({ status: 404, error: { code: -32001 } })
    }
  })

  it('expires when idle, but not while it has a connection or a running tool', async () => {
    const { open, clock, work, endpoint, facts } = setup({ limits: { idleMs: 10_000 } })
    const [idle, connected, working] = [await open(), await open(), await open()]
    const get = await connected.resume()
    await (await working.call(1, 'countdown', { from: 2 })).cut()
    await clock.advance(25_000)
    expect(endpoint.sessions()).toEqual([connected.id, working.id])
    expect(facts).toContainEqual({ kind: 'session.ended', session: idle.id, reason: 'expired' })
    await get.cut()
    await work.step(2)
    await clock.advance(9_000)
    expect(endpoint.sessions()).toHaveLength(2)
    await clock.advance(15_000)
    expect(endpoint.sessions()).toEqual([])
  })

  it('is refused with 429 at the cap, until one has ended', async () => {
    const { open, post } = setup({ limits: { maxSessions: 2 } })
    const first = await open()
    await open()
    const refused = await post(initializeMessage())
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(await errorOf(refused)).toMatchObject({ status: 429, id: 0, error: { message: expect.stringContaining('PTP_MAX_SESSIONS') } })
    await first.end()
    await open()
  })

  it('at the cap makes room by ending sessions that are idle already', async () => {
    const { open, clock, endpoint } = setup({ limits: { maxSessions: 1, idleMs: 1000 } })
    await open()
    // The sweep runs once in 1000 ms, so at 1900 ms an idle session may still be there.
    await clock.advance(1900)
    const second = await open()
    expect(endpoint.sessions()).toEqual([second.id])
  })

  it('ends with the endpoint', async () => {
    const { open, endpoint, facts } = setup()
    const session = await open()
    const get = await session.resume()
    await endpoint.close()
    expect(await get.rest()).toHaveLength(1)
    expect(facts.at(-1)).toEqual({ kind: 'session.ended', session: session.id, reason: 'shutdown' })
  })
})

describe('running tools', () => {
  it('are limited per session: the call over the limit is answered 429, with its id', async () => {
    const { open, work } = setup({ limits: { maxRunning: 2 } })
    const session = await open()
    const [first] = [await session.call(1, 'countdown', { from: 1 }), await session.call(2, 'countdown')]
    const refused = await session.post(callMessage('three', 'countdown'))
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await errorOf(refused)).toMatchObject({
      status: 429,
      id: 'three',
      error: { message: expect.stringContaining('PTP_MAX_RUNNING') },
    })
    expect((await session.post({ jsonrpc: '2.0', id: 4, method: 'ping' })).status).toBe(200)
    await work.step(1)
    await first?.rest()
    expect((await session.post(callMessage(5, 'countdown'))).status).toBe(200)
  })

  it('are limited in all', async () => {
    const { open } = setup({ limits: { maxRunningTotal: 2 } })
    const [a, b] = [await open(), await open()]
    await a.call(1, 'countdown')
    await b.call(1, 'countdown')
    expect((await a.post(callMessage(2, 'countdown'))).status).toBe(429)
  })

  it('that are cancelled make room at once', async () => {
    const { open } = setup({ limits: { maxRunning: 1 } })
    const session = await open()
    await session.call(1, 'countdown')
    await session.post({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } })
    expect((await session.post(callMessage(2, 'countdown'))).status).toBe(200)
  })
})

describe('a message larger than the whole event log', () => {
  const large = 'x'.repeat(5000)
  const register: RegisterTools = (mcp, { signalOf, sleep }) => {
    mcp.registerTool('large_result', {}, () => ({ content: [{ type: 'text', text: large }] }))
    mcp.registerTool('large_step', {}, async (extra) => {
      await extra.sendNotification({ method: 'notifications/message', params: { level: 'info', data: large } })
      await sleep(1, signalOf(extra.requestId) ?? extra.signal)
      await extra.sendNotification({ method: 'notifications/message', params: { level: 'info', data: 'never stored' } })
      return { content: [{ type: 'text', text: 'never stored either' }] }
    })
  }

  it.each(['large_result', 'large_step'])('becomes an error answer on its stream (%s), and the server goes on', async (tool) => {
    const { open, work, facts, errors } = setup({ limits: { maxBytes: 4096 }, register })
    const session = await open()
    const call = await session.call('big', tool)
    const [, answer, ...more] = (await call.rest()).map(dataOf)
    expect(answer).toMatchObject({ id: 'big', error: { code: -32603, message: expect.stringMatching(/too large to keep.*PTP_MAX_BYTES/) } })
    expect(more).toEqual([])
    expect(facts.filter((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2')).toHaveLength(1)
    await until(() => work.sleepers === 0, 'the end of the work')
    expect(await (await session.post({ jsonrpc: '2.0', id: 'big', method: 'ping' })).text()).toContain('"result":{}')
    expect(facts.filter((fact) => fact.kind === 'event.stored' && fact.data.includes('never stored'))).toEqual([])
    expect(errors).toEqual([])
  })

  it('on the standalone stream is told to whoever sent it, and the session goes on', async () => {
    const { open, endpoint } = setup({ limits: { maxBytes: 4096 } })
    const session = await open()
    await expect(endpoint.announce(session.id, large)).rejects.toThrow('larger than the whole event log')
    expect(await endpoint.announce(session.id, 'small')).toBe(true)
    expect(idsOf(await (await session.resume('get/0')).take(2))).toEqual(['get/0', 'get/1'])
  })
})

describe('shares by client', () => {
  const clientOf = (request: Request) => request.headers.get('x-test-client') ?? undefined
  const from = (client: string) => ({ 'x-test-client': client })
  /** Opens a session for a client: its id, or the status of the refusal. */
  const opener = (server: ReturnType<typeof setup>) => async (client: string) => {
    const response = await server.post(initializeMessage(), from(client))
    await response.text()
    return response.headers.get('mcp-session-id') ?? response.status
  }
  const use = async (server: ReturnType<typeof setup>, session: string | number) => {
    const response = await server.post(callMessage(1, 'countdown', { from: 1 }), { 'mcp-session-id': String(session) })
    await response.body?.cancel()
  }

  it('one client has at most its share of the sessions, and the rest is there for others', async () => {
    const server = setup({ clientOf, limits: { maxSessions: 4 } })
    const open = opener(server)
    for (let i = 0; i < 2; i++) await use(server, await open('a'))
    const refused = await server.post(initializeMessage(), from('a'))
    expect(await errorOf(refused)).toMatchObject({
      status: 429,
      error: { message: expect.stringContaining('Your address has 2 sessions already, its share of the 4 of this server') },
    })
    expect([await open('b'), await open('b')]).toEqual([expect.any(String), expect.any(String)])
  })

  it('at the cap the sessions that never did anything go first, of whoever has most', async () => {
    const server = setup({ clientOf, limits: { maxSessions: 4, clientShare: 100 } })
    const open = opener(server)
    const [b, a1, a2, a3] = [await open('b'), await open('a'), await open('a'), await open('a')]
    expect(await open('c')).toBe(429)
    await use(server, a1)
    await server.work.step(1)
    await server.clock.advance(6000)
    expect(await open('c')).toEqual(expect.any(String))
    expect(server.endpoint.sessions()).toEqual([b, a1, a3, expect.any(String)])
    expect(server.endpoint.sessions()).not.toContain(a2)
  })

  it('a session with a connection, a watcher or a tool behind it is never taken for unused', async () => {
    const server = setup({ clientOf, limits: { maxSessions: 3, clientShare: 100 } })
    const [connected, watched, used] = [await server.open(), await server.open(), await server.open()]
    await connected.resume()
    await watched.feed()
    await (await used.call(1, 'countdown', { from: 1 })).cut()
    await server.work.step(1)
    await server.clock.advance(60_000)
    expect(await opener(server)('c')).toBe(429)
    expect(server.endpoint.sessions()).toEqual([connected.id, watched.id, used.id])
  })

  it('a client at its share gets the place of a session that it never used', async () => {
    const server = setup({ clientOf, limits: { maxSessions: 4 } })
    const open = opener(server)
    const first = await open('a')
    await open('a')
    await server.clock.advance(6000)
    expect(await open('a')).toEqual(expect.any(String))
    expect(server.endpoint.sessions()).toHaveLength(2)
    expect(server.endpoint.sessions()).not.toContain(first)
  })

  it('one client runs at most its share of the tools', async () => {
    const server = setup({ clientOf, limits: { maxRunningTotal: 4 } })
    const open = opener(server)
    const [a, b] = [await open('a'), await open('b')]
    const call = (session: string | number, id: number) =>
      server.post(callMessage(id, 'countdown', { from: 5 }), { 'mcp-session-id': String(session) })
    for (const id of [1, 2]) expect((await call(a, id)).status).toBe(200)
    expect(await errorOf(await call(a, 3))).toMatchObject({
      status: 429,
      error: { message: expect.stringContaining('runs 2 tools already, its share of the 4') },
    })
    expect((await call(b, 1)).status).toBe(200)
  })

  it('thirty laptops behind one address have room by the defaults', async () => {
    const server = setup({ clientOf })
    const open = opener(server)
    for (let tab = 0; tab < 120; tab++) {
      const session = await open('classroom')
      const response = await server.post(callMessage(1, 'countdown', { from: 5 }), { 'mcp-session-id': String(session) })
      expect(response.status).toBe(200)
    }
  })
})

describe('a tool whose client is gone', () => {
  const limits = { abandonedMs: 10_000, idleMs: 900_000 }

  it('is stopped after a while, and whoever comes back is told why', async () => {
    const { open, work, clock } = setup({ limits })
    const session = await open()
    const call = await session.call(1, 'countdown', { from: 50 })
    await call.take(1)
    await call.cut()
    await work.step(2)
    await clock.advance(5000)
    expect(work.sleepers).toBe(1)
    await clock.advance(20_000)
    expect(work.sleepers).toBe(0)
    const messages = (await (await session.resume('call-2/0')).rest()).map(dataOf).filter((message) => message !== null)
    expect(messages.map((message) => message.method ?? message.error.message)).toEqual([
      'notifications/progress',
      'notifications/progress',
      'The tool was stopped, because nobody was connected for 10000 ms (PTP_ABANDONED_MS). Make the call again.',
    ])
  })

  it.each(['', '?resumability=off', '?server=sdk', '?server=sdk-example'])('is stopped on a server of any kind (%s)', async (query) => {
    const { open, work, clock, errors } = setup({ limits })
    const session = await open(query)
    const call = await session.call(1, 'countdown', { from: 50 })
    await call.cut()
    await until(() => work.sleepers === 1, 'the tool at work')
    await clock.advance(25_000)
    expect(work.sleepers).toBe(0)
    expect((await session.post({ jsonrpc: '2.0', id: 2, method: 'ping' })).status).toBe(200)
    expect(errors).toEqual([])
  })

  it('goes on while anybody is there: a connection, a watcher of the feed, or a POST that waits for one JSON body', async () => {
    const { open, work, clock, post } = setup({ limits })
    const [connected, watched] = [await open(), await open()]
    await connected.resume()
    await watched.feed()
    for (const session of [connected, watched]) await (await session.call(1, 'countdown', { from: 50 })).cut()
    const json = await open('?answer=json')
    const leaving = new AbortController()
    const own = { 'mcp-session-id': json.id, 'mcp-protocol-version': '2025-11-25' }
    void post(callMessage(1, 'countdown', { from: 50 }), own, undefined, leaving.signal).catch(() => {})
    await until(() => work.sleepers === 3, 'three tools at work')
    await clock.advance(60_000)
    expect(work.sleepers).toBe(3)
    leaving.abort()
    await clock.advance(60_000)
    expect(work.sleepers).toBe(2)
  })
})

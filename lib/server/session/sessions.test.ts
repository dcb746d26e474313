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

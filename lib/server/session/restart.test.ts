/**
 * A session that comes back: in the same process after the fault, and in another one from nothing but its log and its record.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { dataOf, FrameReader, idsOf } from '../../../test/support/server/frames'
import { callMessage, GET_HEADERS, initializeMessage, POST_HEADERS } from '../../../test/support/server/requests'
import { testServerWith } from '../../../test/support/server/test-server'
import { ManualClock, ManualSleep } from '../../../test/support/server/time'
import type { EventLog } from '../../event-store/event-log'
import { createMemoryLog } from '../../event-store/memory-log'
import type { ServerFact } from '../../protocol/observation'
import { DEFAULT_LIMITS } from '../http/config'
import { parseIncoming } from '../http/read/message'
import type { SessionParams } from '../http/session-params'
import { registerTools } from '../tools'
import { Session } from './session'
import type { SessionHost, SessionRecord } from './session-types'

const setup = testServerWith(createMemoryLog)
const URL_OF_MCP = 'http://localhost:3000/mcp'

const params: SessionParams = {
  id: 'the-session',
  resumable: true,
  answer: 'stream',
  server: 'ours',
  client: 'test 1',
  version: '2025-11-25',
  initialize: initializeMessage() as SessionParams['initialize'],
}

/** One process that has, or gets, the session. */
function processOver(log: EventLog) {
  const facts: ServerFact[] = []
  const work = new ManualSleep()
  const host: SessionHost = {
    openLog: () => log,
    observe: (_, fact) => facts.push(fact),
    limits: DEFAULT_LIMITS,
    clock: new ManualClock(),
    sleep: work.sleep,
    register: [registerTools],
  }
  const session = new Session(params, host)
  const own = { 'mcp-session-id': params.id, 'mcp-protocol-version': params.version }
  const post = (message: object) =>
    session.post(new Request(URL_OF_MCP, { method: 'POST', headers: { ...POST_HEADERS, ...own } }), parseIncoming(JSON.stringify(message)))
  const resume = async (id: string) =>
    new FrameReader(await session.get(new Request(URL_OF_MCP, { headers: { ...GET_HEADERS, ...own, 'last-event-id': id } }), id))
  return { session, facts, work, post, resume }
}

describe('in another process', () => {
  const ends: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })

  /** A process with a handshake and a countdown that has come to its third step; then it is gone, and only log and record are left. */
  async function died(): Promise<{ readonly log: EventLog; readonly record: SessionRecord; readonly stored: number }> {
    const log = createMemoryLog(DEFAULT_LIMITS)
    const first = processOver(log)
    ends.push(() => first.session.end('shutdown'))
    await first.session.start()
    await (await first.post(params.initialize)).text()
    await first.post({ jsonrpc: '2.0', method: 'notifications/initialized' })
    const call = new FrameReader(await first.post(callMessage(7, 'countdown', { from: 9 })))
    await first.work.step(3)
    await call.take(4)
    await call.cut()
    // What is kept is plain data.
    return { log, record: JSON.parse(JSON.stringify(first.session.record)), stored: log.size().events }
  }

  it('the handshake is not stored again, and the interrupted stream ends with the reason', async () => {
    const { log, record, stored } = await died()
    expect(record.running).toEqual([{ stream: 'call-2', request: 7, tool: 'countdown' }])
    const second = processOver(log)
    ends.push(() => second.session.end('shutdown'))
    await second.session.resumeFrom(record)
    expect(log.size().events).toBe(stored + 1)
    const frames = await (await second.resume('call-2/1')).rest()
    expect(idsOf(frames)).toEqual(['call-2/1', 'call-2/2', 'call-2/3', 'call-2/4'])
    expect(dataOf(frames.at(-1) ?? '')).toMatchObject({ id: 7, error: { message: expect.stringContaining('"countdown" was running') } })
  })

  it('it takes calls at once, under stream names that were never given before', async () => {
    const { log, record } = await died()
    const second = processOver(log)
    ends.push(() => second.session.end('shutdown'))
    await second.session.resumeFrom(record)
    const call = new FrameReader(await second.post(callMessage(8, 'countdown', { from: 2 })))
    await second.work.step(2)
    const frames = await call.rest()
    expect(idsOf(frames)).toEqual(['call-3/0', 'call-3/1', 'call-3/2', 'call-3/3'])
    expect(dataOf(frames.at(-1) ?? '').result.content[0].text).toBe('Counted down from 2 to 1.')
  })

  it('a response that was stored after the record was written is left as it is', async () => {
    const { log, record } = await died()
    await log.append('call-2', JSON.stringify({ jsonrpc: '2.0', id: 7, result: {} }), { last: true })
    const second = processOver(log)
    ends.push(() => second.session.end('shutdown'))
    await second.session.resumeFrom(record)
    const frames = await (await second.resume('call-2/3')).rest()
    expect(dataOf(frames.at(-1) ?? '')).toEqual({ jsonrpc: '2.0', id: 7, result: {} })
  })
})

describe('in the same process, as a fault', () => {
  const restart = (session: string) => {
    const headers = { host: 'localhost', 'content-type': 'application/json', 'mcp-session-id': session }
    return new Request('http://localhost:3000/faults', { method: 'POST', headers, body: '{"fault":"restart","keeps":"log"}' })
  }

  it('the connection breaks off and does not end, the tool stops, and a resume ends with the reason', async () => {
    const { open, endpoint, work, facts } = setup()
    const session = await open()
    const call = await session.call(1, 'countdown', { from: 9 })
    await work.step(2)
    await call.take(3)
    expect((await endpoint.control(restart(session.id))).status).toBe(204)
    await expect(call.next()).rejects.toThrow('the server restarted')
    expect(work.sleepers).toBe(0)
    const frames = await (await session.resume('call-2/2')).rest()
    expect(idsOf(frames)).toEqual(['call-2/2', 'call-2/3'])
    const kinds = facts.map(({ kind }) => kind)
    expect(kinds.indexOf('fault.set')).toBeLessThan(kinds.indexOf('server.restarted'))
    expect(kinds.indexOf('server.restarted')).toBeLessThan(kinds.lastIndexOf('stream.detached'))
  })

  it('requests that come in meanwhile wait for it, and are served', async () => {
    const { open, endpoint, work } = setup()
    const session = await open()
    const restarted = endpoint.control(restart(session.id))
    const call = session.call(1, 'countdown', { from: 1 })
    expect((await restarted).status).toBe(204)
    await work.step(1)
    const frames = await (await call).rest()
    expect(dataOf(frames.at(-1) ?? '').result.content[0].text).toBe('Counted down from 1 to 1.')
  })

  it('again and again, a session stays what it was: the standalone stream goes on counting', async () => {
    const { open, endpoint } = setup()
    const session = await open()
    for (let i = 1; i <= 3; i++) {
      await endpoint.control(restart(session.id))
      expect(await endpoint.announce(session.id, `after restart ${i}`)).toBe(true)
    }
    const standalone = await session.resume('get/0')
    expect(idsOf(await standalone.take(4))).toEqual(['get/0', 'get/1', 'get/2', 'get/3'])
  })
})

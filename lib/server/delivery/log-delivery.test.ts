/** Cut and resume: what a connection carries, where it begins and when it ends. */

import { describe, expect, it } from 'vitest'
import { dataOf, FrameReader, idsOf } from '../../../test/support/server/frames'
import { testServerWith } from '../../../test/support/server/test-server'
import { turn, until } from '../../../test/support/server/time'
import { createMemoryLog } from '../../event-store/memory-log'
import { PICTURES } from '../../model/tools/pictures'

const setup = testServerWith(createMemoryLog)

const range = (stream: string, from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `${stream}/${from + i}`)

describe('the answer to a POST', () => {
  it('begins with the priming event, its id in a header too, and ends after the response', async () => {
    const { open, work } = setup()
    const session = await open()
    const call = await session.call(1, 'paint_picture')
    expect(call.response.headers.get('x-first-event-id')).toBe('call-2/0')
    expect(call.response.headers.get('mcp-session-id')).toBe(session.id)
    expect(await call.next()).toBe('id: call-2/0\nretry: 1000\ndata: ')
    await work.step(16)
    const rest = await call.rest()
    expect(idsOf(rest)).toEqual(range('call-2', 1, 17))
    expect(rest.slice(0, 16).map((frame) => dataOf(frame).params.message)).toEqual(PICTURES[0]?.rows)
    expect(dataOf(rest[16] ?? '').result.content[0].text).toBe(PICTURES[0]?.rows.join('\n'))
  })

  it('writes an event the moment it is stored, not with the next one', async () => {
    const { open, work } = setup()
    const call = await (await open()).call(1, 'countdown', { from: 3 })
    await call.next()
    for (let n = 1; n <= 3; n++) {
      await work.step()
      expect(idsOf([(await call.next()) ?? ''])).toEqual([`call-2/${n}`])
    }
  })

  it('has no event with empty data for a client older than 2025-11-25', async () => {
    const { open, work } = setup()
    const session = await open('', '2025-06-18')
    const call = await session.call(1, 'countdown', { from: 2 })
    expect(await call.next()).toBe(': open')
    await work.step(2)
    const rest = await call.rest()
    expect(idsOf(rest)).toEqual(range('call-2', 1, 3))
    expect(rest.every((frame) => dataOf(frame) !== null)).toBe(true)
  })

  it('is primed by what the session agreed on, whatever version header the request has', async () => {
    // The conformance suite 0.1.16 sends 2025-03-26 in a session of 2025-11-25, and wants to be primed.
    const { open } = setup()
    const session = await open()
    const response = await session.post({ jsonrpc: '2.0', id: 1, method: 'ping' }, { 'mcp-protocol-version': '2025-03-26' })
    expect(await new FrameReader(response).next()).toBe('id: call-2/0\nretry: 1000\ndata: ')
  })
})

describe('a GET with Last-Event-ID', () => {
  it('begins with the id it was given, replays what was missed in order, follows live, ends after the response', async () => {
    const { open, work, facts } = setup()
    const session = await open()
    const call = await session.call(1, 'paint_picture')
    await work.step(5)
    await call.take(4)
    await call.cut()
    await work.step(4)
    const resumed = await session.resume('call-2/3')
    expect(resumed.response.headers.get('x-first-event-id')).toBe('call-2/3')
    expect(await resumed.next()).toBe('id: call-2/3\nretry: 1000\ndata: ')
    expect(idsOf(await resumed.take(6))).toEqual(range('call-2', 4, 9))
    await work.step(7)
    expect(idsOf(await resumed.rest())).toEqual(range('call-2', 10, 17))
    expect(facts).toContainEqual({ kind: 'replay.started', stream: 'call-2', after: 'call-2/3', through: 'call-2/9', count: 6 })
    expect(facts.filter((fact) => 'stream' in fact && fact.stream === 'call-2' && fact.kind.startsWith('stream.'))).toMatchObject([
      { kind: 'stream.opened', rpc: { method: 'tools/call', id: 1, tool: 'paint_picture' } },
      { kind: 'stream.attached', tookOver: false },
      { kind: 'stream.detached', how: 'gone' },
      { kind: 'stream.attached', tookOver: false },
      { kind: 'stream.completed' },
      { kind: 'stream.detached', how: 'complete' },
    ])
  })

  it('delivers a response that was stored while nobody listened, and ends', async () => {
    const { open, work } = setup()
    const session = await open()
    const call = await session.call(1, 'countdown', { from: 3 })
    await call.cut()
    await work.step(3)
    const resumed = await session.resume('call-2/0')
    expect(idsOf(await resumed.rest())).toEqual(range('call-2', 0, 4))
  })

  it.each([0, 1, 2, 3, 4, 5])('loses nothing when the response is stored %i turns after the resume', async (turns) => {
    const { open, work } = setup()
    const session = await open()
    const call = await session.call(1, 'countdown', { from: 2 })
    await call.cut()
    await work.step(1)
    const pending = session.resume('call-2/0')
    const last = work.step(1)
    for (let i = 0; i < turns; i++) await Promise.resolve()
    const resumed = await pending
    await last
    expect(idsOf(await resumed.rest())).toEqual(range('call-2', 0, 3))
  })

  it('takes over from a connection that is still believed alive', async () => {
    const { open, work, facts } = setup()
    const session = await open()
    const dead = await session.call(1, 'countdown', { from: 3 })
    await dead.next()
    await work.step(1)
    const resumed = await session.resume('call-2/0')
    expect(facts.filter((fact) => fact.kind === 'stream.detached' && fact.stream === 'call-2')).toMatchObject([{ how: 'taken-over' }])
    expect(facts.at(-1)).toEqual({ kind: 'stream.attached', stream: 'call-2', tookOver: true })
    await work.step(2)
    expect(idsOf(await resumed.rest())).toEqual(range('call-2', 0, 4))
    expect(idsOf(await dead.rest()).every((id) => id === 'call-2/1')).toBe(true)
  })

  it('serves a second cut and a third, each from where the client was', async () => {
    const { open, work } = setup()
    const session = await open()
    await (await session.call(1, 'countdown', { from: 6 })).cut()
    let last = 'call-2/0'
    const got: (string | undefined)[] = []
    for (let round = 0; round < 3; round++) {
      await work.step(2)
      const resumed = await session.resume(last)
      expect(idsOf(await resumed.take(1))).toEqual([last])
      const ids = idsOf(round < 2 ? await resumed.take(2) : await resumed.rest())
      got.push(...ids)
      last = ids.at(-1) ?? last
      await resumed.cut()
    }
    expect(got).toEqual(range('call-2', 1, 7))
  })

  it('that is cut before anything new came leaves the client where it was', async () => {
    const { open } = setup()
    const session = await open()
    await (await session.call(1, 'countdown')).cut()
    for (let i = 0; i < 3; i++) {
      const resumed = await session.resume('call-2/0')
      expect(idsOf(await resumed.take(1))).toEqual(['call-2/0'])
      await resumed.cut()
    }
  })

  it('never replays another stream', async () => {
    const { open, work, endpoint } = setup()
    const session = await open()
    await (await session.call(1, 'countdown', { from: 2 })).cut()
    await (await session.call(2, 'countdown', { from: 2 })).cut()
    await endpoint.announce(session.id, 'hello')
    await work.step(4)
    expect(idsOf(await (await session.resume('call-2/0')).rest())).toEqual(range('call-2', 0, 3))
    expect(idsOf(await (await session.resume('call-3/1')).rest())).toEqual(range('call-3', 1, 3))
  })

  it('never replays another session: its ids are unknown here', async () => {
    const { open, work } = setup()
    const [mine, other] = [await open(), await open()]
    await (await other.call('secret', 'countdown', { from: 2 })).cut()
    await work.step(2)
    const response = await mine.get('call-2/0')
    expect(response.status).toBe(400)
    const text = await response.text()
    expect(text).toContain('never handed out in this session')
    expect(text).not.toContain('secret')
  })

  it('of an evicted event is refused, and told what to do', async () => {
    const { open, work, kinds } = setup({ limits: { maxEvents: 8 } })
    const session = await open()
    await (await session.call(1, 'countdown', { from: 20 })).cut()
    await work.step(20)
    const response = await session.get('call-2/1')
    expect(response.status).toBe(400)
    expect((await response.json()).error.message).toMatch(/"call-2\/1" is too old.*make the call again/)
    expect(kinds()).toContain('event.evicted')
    expect(idsOf(await (await session.resume('call-2/13')).rest())).toEqual(range('call-2', 13, 21))
  })

  it('a reader so slow that its place is evicted gets the end of its body, and the reason when it asks again', async () => {
    const { open, work } = setup({ limits: { maxEvents: 8 } })
    const session = await open()
    const call = await session.call(1, 'countdown', { from: 30 })
    await work.step(2)
    await call.take(2)
    await work.step(28)
    const rest = idsOf(await call.rest())
    expect(rest.at(-1)).not.toBe('call-2/31')
    expect((await session.get(rest.at(-1) ?? 'call-2/1')).status).toBe(400)
  })
})

describe('the standalone stream', () => {
  it('answers at once with nothing to say, then says what comes', async () => {
    const { open, endpoint } = setup()
    const session = await open()
    const get = await session.resume()
    expect(await get.next()).toBe('id: get/0\nretry: 1000\ndata: ')
    await endpoint.announce(session.id, 'hello')
    expect(dataOf((await get.next()) ?? '')).toMatchObject({ method: 'notifications/message', params: { data: 'hello' } })
  })

  it('without an id goes on from the first event never written to a connection', async () => {
    const { open, endpoint } = setup()
    const session = await open()
    const first = await session.resume()
    await first.next()
    await endpoint.announce(session.id, 'one')
    await first.next()
    await first.cut()
    await endpoint.announce(session.id, 'two')
    await endpoint.announce(session.id, 'three')
    const second = await session.resume()
    expect(idsOf(await second.take(3))).toEqual(['get/1', 'get/2', 'get/3'])
    const third = await session.resume()
    expect(idsOf(await third.take(1))).toEqual(['get/3'])
    expect(await second.rest()).toEqual([])
  })

  it('without an id skips what is evicted', async () => {
    const { open, endpoint } = setup({ limits: { maxEvents: 4 } })
    const session = await open()
    for (let i = 0; i < 10; i++) await endpoint.announce(session.id, String(i))
    const get = await session.resume()
    expect(idsOf(await get.take(1))).toEqual(['get/10'])
  })

  it('gets a comment when it is silent, and none when it is not', async () => {
    const { open, clock, endpoint } = setup({ limits: { keepAliveMs: 1000, idleMs: 1e6 } })
    const session = await open()
    const get = await session.resume()
    await get.next()
    await clock.advance(1000)
    await endpoint.announce(session.id, 'one')
    expect(idsOf(await get.take(1))).toEqual(['get/1'])
    await clock.advance(2000)
    expect(await get.next()).toBe(': keep-alive')
  })
})

describe('a session without resumability', () => {
  it('has no ids; what is sent while the line is cut is lost, and the watcher sees it sent', async () => {
    const { open, work, facts } = setup()
    const session = await open('?resumability=off')
    const call = await session.call(1, 'countdown', { from: 3 })
    expect(call.response.headers.get('x-first-event-id')).toBeNull()
    expect(await call.next()).toBe(': open')
    await work.step(1)
    expect(idsOf(await call.take(1))).toEqual([undefined])
    await call.cut()
    await work.step(2)
    await until(() => facts.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'the end of the call')
    const sent = facts.filter((fact) => fact.kind === 'message.sent' && fact.stream === 'call-2')
    expect(sent).toMatchObject([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }])
    expect(facts.filter((fact) => fact.kind === 'event.stored')).toEqual([])
    const response = await session.get('call-2/1')
    expect(response.status).toBe(400)
    expect((await response.json()).error.message).toContain('keeps no event log')
  })

  it('whole, gives the same messages as with an event log', async () => {
    const { open, work } = setup()
    const bodies: unknown[][] = []
    for (const query of ['', '?resumability=off']) {
      const session = await open(query)
      const call = await session.call(1, 'countdown', { from: 3 })
      await call.next()
      await work.step(3)
      bodies.push((await call.rest()).map(dataOf))
    }
    expect(bodies[0]).toEqual(bodies[1])
  })

  it('lets a newer standalone connection take over too', async () => {
    const { open, endpoint } = setup()
    const session = await open('?resumability=off')
    const older = await session.resume()
    const newer = await session.resume()
    await endpoint.announce(session.id, 'hello')
    await newer.next()
    expect(dataOf((await newer.next()) ?? '').params.data).toBe('hello')
    await turn()
    expect(await older.rest()).toEqual([': open'])
  })
})

/** The out-of-band feed: everything the server saw, in order, for whoever knows the session. */

import { describe, expect, it } from 'vitest'
import { dataOf, FrameReader, idOf } from '../../test/support/server/frames'
import { GET_HEADERS } from '../../test/support/server/requests'
import { testServerWith } from '../../test/support/server/test-server'
import { createMemoryLog } from '../event-store/memory-log'
import type { ServerFact } from '../protocol/observation'

const setup = testServerWith(createMemoryLog)

type Sent = { readonly at: number; readonly fact: ServerFact }

const factsOf = (frames: readonly string[]): ServerFact[] => frames.map((frame) => (dataOf(frame) as Sent).fact)

/** The facts of a feed up to the first that `stop` accepts. */
async function readTo(reader: FrameReader, stop: (fact: ServerFact) => boolean): Promise<string[]> {
  const frames: string[] = []
  for (;;) {
    const frame = await reader.next()
    if (frame === undefined) return frames
    if (idOf(frame) === undefined) continue
    frames.push(frame)
    if (stop((dataOf(frame) as Sent).fact)) return frames
  }
}

const isEnd = (fact: ServerFact) => fact.kind === 'session.ended'

describe('the feed', () => {
  it('begins with the clock, tells a late watcher everything, and ends after session.ended', async () => {
    const { open, work, facts, clock } = setup()
    const session = await open()
    const call = await session.call(1, 'countdown', { from: 2 })
    const feed = new FrameReader(await session.feed())
    expect(await feed.next()).toBe(`event: clock\ndata: {"now":${clock.now()}}`)
    await work.step(2)
    await call.rest()
    await session.end()
    const frames = await feed.rest()
    expect(factsOf(frames)).toEqual(facts)
    expect(frames.map(idOf)).toEqual(facts.map((_, i) => String(i + 1)))
    expect(frames.every((frame) => (dataOf(frame) as Sent).at === clock.now())).toBe(true)
  })

  it('goes on after the last fact that was received', async () => {
    const { open } = setup()
    const session = await open()
    const first = new FrameReader(await session.feed())
    const seen = await first.take(4)
    await first.cut()
    const last = idOf(seen.at(-1) ?? '') ?? ''
    await session.end()
    const rest = await new FrameReader(await session.feed({ 'last-event-id': last })).rest()
    expect(idOf(rest[1] ?? '')).toBe(String(Number(last) + 1))
  })

  it('sees a fact as it happens', async () => {
    const { open, endpoint } = setup()
    const session = await open()
    const feed = new FrameReader(await session.feed())
    await endpoint.announce(session.id, 'hello')
    const frames = await readTo(feed, (fact) => fact.kind === 'event.stored' && fact.id === 'get/1')
    expect(factsOf(frames).at(-1)).toMatchObject({ kind: 'event.stored', role: 'message', data: expect.stringContaining('hello') })
  })

  it('says how many facts a watcher missed who comes too late for the backlog', async () => {
    const { open, endpoint } = setup({ limits: { maxEvents: 4, maxBytes: 4096 } })
    const session = await open()
    for (let i = 0; i < 1500; i++) await endpoint.announce(session.id, 'x')
    const feed = new FrameReader(await session.feed())
    await feed.next()
    const gap = (await feed.next()) ?? ''
    expect(gap).toMatch(/^event: gap\n/)
    const [oldest] = await readTo(feed, () => true)
    expect(Number(idOf(oldest ?? ''))).toBe(dataOf(gap).missed + 1)
  })

  it('of an ended session stays for a while, then is gone', async () => {
    const { open, clock } = setup({ limits: { graceMs: 20_000, idleMs: 10_000 } })
    const session = await open()
    await session.end()
    await clock.advance(15_000)
    const frames = await readTo(new FrameReader(await session.feed()), isEnd)
    expect(factsOf(frames).at(-1)).toEqual({ kind: 'session.ended', session: session.id, reason: 'deleted' })
    await clock.advance(20_000)
    expect((await session.feed()).status).toBe(404)
  })

  it('tells a session nothing of another', async () => {
    const { open } = setup()
    const [a, b] = [await open(), await open()]
    await b.call('secret', 'countdown')
    await a.end()
    const text = (await new FrameReader(await a.feed()).rest()).join('\n')
    expect(text).not.toContain('secret')
    expect(text).not.toContain(b.id)
  })

  it('tells of a refused request', async () => {
    const { open } = setup()
    const session = await open()
    await session.get('nonsense')
    const frames = await readTo(new FrameReader(await session.feed()), (fact) => fact.kind === 'request.refused')
    expect(factsOf(frames).at(-1)).toMatchObject({ method: 'GET', status: 400, message: expect.stringContaining('nonsense') })
  })

  it('has a limited number of watchers', async () => {
    const { open } = setup()
    const session = await open()
    const responses = await Promise.all(Array.from({ length: 65 }, () => session.feed()))
    expect(responses.map((response) => response.status).filter((status) => status !== 200)).toEqual([429])
    await responses[0]?.body?.cancel()
    expect((await session.feed()).status).toBe(200)
  })

  it.each([
    ['POST', { 'mcp-session-id': 'x' }, 405],
    ['GET', {}, 400],
    ['GET', { 'mcp-session-id': 'no-such' }, 404],
    ['GET', { 'mcp-session-id': 'no-such', accept: 'application/json' }, 406],
    ['GET', { 'mcp-session-id': 'no-such', host: 'evil.example' }, 403],
    ['GET', { 'mcp-session-id': 'no-such', origin: 'http://evil.example' }, 403],
  ])('%s with %j is answered %i, as JSON', async (method, headers, status) => {
    const { endpoint } = setup()
    const response = await endpoint.feed(new Request('http://localhost/observations', { method, headers: { ...GET_HEADERS, ...headers } }))
    expect(response.status).toBe(status)
    expect((await response.json()).error.message.length).toBeGreaterThan(20)
  })

  it.each(['x', '-1', '1.5', '999999'])('refuses the last event ID %j', async (id) => {
    const { open } = setup()
    const response = await (await open()).feed({ 'last-event-id': id })
    expect(response.status).toBe(400)
    expect((await response.json()).error.message).toContain(id)
  })
})

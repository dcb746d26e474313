/** The demo tools, called through the endpoint. */

import { describe, expect, it } from 'vitest'
import { dataOf, FrameReader } from '../../test/support/server/frames'
import { callMessage } from '../../test/support/server/requests'
import { testServerWith } from '../../test/support/server/test-server'
import { turn, until } from '../../test/support/server/time'
import { createMemoryLog } from '../event-store/memory-log'
import { PICTURES } from '../model/tools/pictures'
import { STORIES, wordsOf } from '../model/tools/stories'

const setup = testServerWith(createMemoryLog)

type Shop = ReturnType<typeof setup>

/** Calls a tool without delay and returns its messages. */
async function run({ open }: Shop, name: string, args: object, token?: string | number) {
  const call = await (await open()).call(1, name, { delay: 0, ...args }, token)
  return (await call.rest()).slice(1).map(dataOf)
}

const textOf = (message: { result: { content: { text: string }[] } }) => message.result.content[0]?.text

describe('a tool', () => {
  it.each(PICTURES.map(({ name, rows }) => [name, rows] as const))('paints the %s row by row', async (picture, rows) => {
    const messages = await run(setup(), 'paint_picture', { picture }, 'token')
    expect(messages).toHaveLength(17)
    expect(messages.slice(0, 16).map(({ params }) => params)).toEqual(
      rows.map((message, i) => ({ progressToken: 'token', progress: i + 1, total: 16, message })),
    )
    expect(textOf(messages[16])).toBe(rows.join('\n'))
  })

  it.each(STORIES.map((story) => [story.name, story] as const))('tells %s word by word', async (name, story) => {
    const messages = await run(setup(), 'tell_story', { story: name })
    expect(messages.slice(0, -1).map(({ params }) => params.message)).toEqual(wordsOf(story))
    expect(textOf(messages.at(-1))).toBe(story.text)
  })

  it('counts down from 1000 without a delay, letting others have their turn', async () => {
    const server = setup()
    let turns = 0
    let counting = true
    const others = (async () => {
      while (counting) {
        await turn()
        turns += 1
      }
    })()
    const messages = await run(server, 'countdown', { from: 1000 })
    counting = false
    await others
    expect(messages.slice(0, -1).map(({ params }) => Number(params.message))).toEqual(Array.from({ length: 1000 }, (_, i) => 1000 - i))
    expect(turns).toBeGreaterThan(20)
    expect(server.work.sleepers).toBe(0)
  })

  it('sends no progress to a client that asked for none, but the result comes', async () => {
    const { open } = setup()
    const session = await open()
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'countdown', arguments: { from: 5, delay: 0 } } }
    const messages = (await new FrameReader(await session.post(message)).rest()).map(dataOf)
    expect(messages).toEqual([null, expect.objectContaining({ id: 1, result: expect.anything() })])
  })

  it('takes 0 for a progress token', async () => {
    const messages = await run(setup(), 'countdown', { from: 2 }, 0)
    expect(messages.map(({ params }) => params?.progressToken)).toEqual([0, 0, undefined])
  })

  it('has defaults for everything', async () => {
    const server = setup()
    const call = await (await server.open()).call(1, 'tell_story', {})
    await call.next()
    await server.work.step(1)
    expect(dataOf((await call.next()) ?? '').params.message).toBe('On')
  })

  it.each([
    ['paint_picture', { picture: 'dog' }, 'picture must be one of: lighthouse, boat'],
    ['paint_picture', { picture: 3 }, 'picture must be one of'],
    ['paint_picture', { delay: -1 }, 'delay (ms) must be a whole number from 0 to 10000'],
    ['paint_picture', { delay: 10_001 }, 'delay (ms) must be a whole number'],
    ['paint_picture', { delay: '250' }, 'delay (ms) must be a whole number'],
    ['tell_story', { story: '' }, 'story must be one of: keeper'],
    ['countdown', { from: 0 }, 'from must be a whole number from 1 to 1000'],
    ['countdown', { from: 1001 }, 'from must be a whole number'],
    ['countdown', { from: 2.5 }, 'from must be a whole number'],
    ['no_such_tool', {}, 'no_such_tool not found'],
  ])('%s refuses %j', async (name, args, says) => {
    const [message] = await run(setup(), name, args)
    expect(message.result).toMatchObject({ isError: true })
    expect(textOf(message)).toContain(says)
  })
})

describe('notifications/cancelled', () => {
  it.each([1, 0, 'a', ''])('stops the work of request %j at once and ends its stream without an answer', async (id) => {
    const { open, work, facts } = setup()
    const session = await open()
    const call = await session.call(id, 'countdown', { from: 10 }, 'token')
    await work.step(3)
    await until(() => work.sleepers === 1, 'the tool at work')
    const response = await session.post({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: id } })
    expect(response.status).toBe(202)
    expect(work.sleepers).toBe(0)
    const frames = await call.rest()
    expect(frames.slice(1).map(dataOf)).toMatchObject([
      { params: { progress: 1 } },
      { params: { progress: 2 } },
      { params: { progress: 3 } },
      null,
    ])
    expect(facts).toContainEqual({ kind: 'stream.completed', stream: 'call-2' })
    // The id may not be used again in this session, but the server has let go of it.
    expect((await session.post(callMessage(id, 'countdown'))).status).toBe(200)
  })

  it('of an unknown, an answered, or no request changes nothing', async () => {
    const { open } = setup()
    const session = await open()
    await (await session.call(1, 'countdown', { from: 1, delay: 0 })).rest()
    for (const params of [{ requestId: 99 }, { requestId: 1 }, {}, { requestId: null }, { requestId: { a: 1 } }]) {
      expect((await session.post({ jsonrpc: '2.0', method: 'notifications/cancelled', params })).status).toBe(202)
    }
    expect((await session.post({ jsonrpc: '2.0', id: 2, method: 'ping' })).status).toBe(200)
  })

  it('works without an event log too', async () => {
    const { open, work, facts } = setup()
    const session = await open('?resumability=off')
    const call = await session.call(1, 'countdown', { from: 10 })
    await work.step(1)
    await session.post({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } })
    expect(await call.rest()).toHaveLength(2)
    expect(work.sleepers).toBe(0)
    expect(facts).toContainEqual({ kind: 'stream.completed', stream: 'call-2' })
  })

  it('a disconnection is no cancellation: the work goes on', async () => {
    const { open, work, facts } = setup()
    await (await (await open()).call(1, 'countdown', { from: 3 })).cut()
    await work.step(3)
    await until(() => facts.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2'), 'the end of the call')
  })
})

import { describe, expect, test } from 'vitest'
import { CALL, ENDPOINT, event, FIRST, PRIMING, primed, progress, result, setup } from '../../../test/support/client/scripted-resuming'
import { notebook, openBody, scriptedFetch, sse, stoppedTime } from '../../../test/support/client/scripted-server'
import { createPlug } from '../network/plug'
import { createResumable } from './resumable-fetch'

describe('the resuming fetch', () => {
  test('a stream that is never cut is passed on byte by byte', async () => {
    const { fetch, asked, facts } = setup([sse([PRIMING, progress(1), result(2)], 'end', FIRST)])
    const response = await fetch(ENDPOINT, CALL)
    expect(response.headers.get('x-first-event-id')).toBe('call-2/0')
    expect(await response.text()).toBe(PRIMING + progress(1) + result(2))
    expect(asked).toHaveLength(1)
    expect(facts).toEqual([])
  })

  test('a cut stream goes on by GET with the last event ID, and with nothing but the headers that belong to it', async () => {
    const { fetch, asked, of } = setup([
      sse([PRIMING, progress(1), progress(2)], 'cut', FIRST),
      sse([primed('call-2/2'), progress(3), result(4)], 'end'),
    ])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toBe(PRIMING + progress(1) + progress(2) + progress(3) + result(4))
    expect(asked[1]).toMatchObject({ method: 'GET', body: undefined })
    expect(Object.fromEntries(asked[1]?.headers ?? [])).toEqual({
      accept: 'text/event-stream',
      'last-event-id': 'call-2/2',
      'mcp-session-id': 's1',
    })
    expect(of('resume.waiting')).toEqual([{ kind: 'resume.waiting', stream: 'call-2', wait: 1500, attempt: 1 }])
  })

  test('RS1 the last event ID survives resumes that bring nothing', async () => {
    const { fetch, lastEventIds } = setup([
      sse([PRIMING, progress(1)], 'cut', FIRST),
      sse([], 'cut'),
      sse(['id: call'], 'cut'),
      sse([primed('call-2/1')], 'cut'),
      sse([primed('call-2/1'), result(2)], 'end'),
    ])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toBe(PRIMING + progress(1) + result(2))
    expect(lastEventIds()).toEqual([null, 'call-2/1', 'call-2/1', 'call-2/1', 'call-2/1'])
  })

  test('RS1 a cut inside the very first frame resumes after x-first-event-id', async () => {
    for (const got of [[], [PRIMING.slice(0, 9)]]) {
      const { fetch, lastEventIds, events } = setup([sse(got, 'cut', FIRST), sse([primed('call-2/0'), result(1)], 'end')])
      expect(await (await fetch(ENDPOINT, CALL)).text()).toBe(primed('call-2/0') + result(1))
      expect(lastEventIds()).toEqual([null, 'call-2/0'])
      expect(events[0]).toEqual({ stream: 'call-2', id: 'call-2/0', isResponse: false, requestId: 2 })
    }
  })

  test('RS1 a resumed initialize carries the session id that its own answer gave', async () => {
    const init = { method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize' }) }
    const headers = { 'x-first-event-id': 'call-1/0', 'mcp-session-id': 's9' }
    const { fetch, asked } = setup([sse([], 'cut', headers), sse([result(1, 1)], 'end')])
    await (await fetch(ENDPOINT, init)).text()
    expect(asked[1]?.headers.get('mcp-session-id')).toBe('s9')
  })

  test('RS2 a torn frame is dropped and comes again', async () => {
    const torn = new TextEncoder().encode(progress(1))
    const inCharacter = torn.indexOf(0xf0) + 2
    const { fetch } = setup([
      sse([PRIMING, torn.subarray(0, inCharacter)], 'cut', FIRST),
      sse([primed('call-2/0'), progress(1), result(2)], 'end'),
    ])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toBe(PRIMING + progress(1) + result(2))
  })

  test('RS3 an id that comes again is not passed on again', async () => {
    const { fetch, events } = setup([
      sse([PRIMING, progress(1), progress(2)], 'cut', FIRST),
      sse([progress(1), progress(2), progress(3), progress(3), result(4)], 'end'),
    ])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toBe(PRIMING + progress(1) + progress(2) + progress(3) + result(4))
    expect(events.map(({ id }) => id)).toEqual(['call-2/0', 'call-2/0', 'call-2/1', 'call-2/2', 'call-2/3', 'call-2/4'])
  })

  test('RS1 an id of another stream, which a server must not send here, is passed on and never asked after', async () => {
    const stray = 'id: get/1\nevent: message\ndata: {"jsonrpc":"2.0","method":"notifications/message"}\n\n'
    const { fetch, lastEventIds, events } = setup([
      sse([PRIMING, progress(1)], 'cut', FIRST),
      sse([primed('call-2/1'), progress(2), stray], 'cut'),
      sse([primed('call-2/2'), result(3)], 'end'),
    ])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toBe(PRIMING + progress(1) + progress(2) + stray + result(3))
    expect(lastEventIds()).toEqual([null, 'call-2/1', 'call-2/2'])
    expect(new Set(events.map(({ stream }) => stream))).toEqual(new Set(['call-2']))
  })

  test('RS4 an error is a response too: nothing is resumed after it', async () => {
    const error = event('call-2/1', { jsonrpc: '2.0', id: 2, error: { code: -32602, message: 'no such tool' } })
    const { fetch, asked } = setup([sse([PRIMING, error], 'cut', FIRST)])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toBe(PRIMING + error)
    expect(asked).toHaveLength(1)
  })

  test('RS4 the response to another request, or a request of the server, ends nothing', async () => {
    const ask = event('call-2/1', { jsonrpc: '2.0', id: 2, method: 'ping', params: { text: '"result"' } })
    const other = event('call-2/2', { jsonrpc: '2.0', id: 3, result: {} })
    const { fetch } = setup([sse([PRIMING, ask, other, result(3)], 'end', FIRST)])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toBe(PRIMING + ask + other + result(3))
  })

  test('RS4 the standalone stream goes on for ever, and is begun after what it had', async () => {
    const note = (n: number) => event(`get/${n}`, { method: 'notifications/message' })
    const last = openBody()
    const { fetch, lastEventIds } = setup([
      sse([primed('get/0'), note(1)], 'end', { 'x-first-event-id': 'get/0' }),
      sse([note(2)], 'cut'),
      last.response,
    ])
    const reader = ((await fetch(ENDPOINT)).body as ReadableStream<Uint8Array>).getReader()
    let text = ''
    for (const until of [note(1), note(2)]) while (!text.endsWith(until)) text += new TextDecoder().decode((await reader.read()).value)
    expect(text).toBe(primed('get/0') + note(1) + note(2))
    const pending = reader.read()
    last.write(note(3))
    expect(new TextDecoder().decode((await pending).value)).toBe(note(3))
    expect(lastEventIds()).toEqual([null, 'get/1', 'get/2'])
    await reader.cancel()
    expect(last.cancelled).toBe(true)
  })

  test('RS4 a response on the standalone stream does not end it', async () => {
    const stray = event('get/1', { jsonrpc: '2.0', id: 9, result: {} })
    const { fetch, asked } = setup([sse([stray], 'end'), openBody().response])
    const reading = (await fetch(ENDPOINT)).body?.getReader()
    expect(new TextDecoder().decode((await reading?.read())?.value)).toBe(stray)
    const more = reading?.read()
    await expect.poll(() => asked.length).toBe(2)
    await reading?.cancel()
    expect(await more).toEqual({ done: true, value: undefined })
  })

  test('RS4 after the response a connection that the server leaves open is closed', async () => {
    const zombie = openBody(FIRST)
    const { fetch } = setup([zombie.response])
    zombie.write(PRIMING + result(1))
    expect(await (await fetch(ENDPOINT, CALL)).text()).toBe(PRIMING + result(1))
    await expect.poll(() => zombie.cancelled).toBe(true)
  })

  test('RS5 a body that ends properly without the response is resumed after the reconnection time', async () => {
    const { fetch, time } = setup([sse([PRIMING], 'end', FIRST), sse(['retry: 20\n\n'], 'end'), sse([result(1)], 'end')])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toContain(result(1))
    expect(time.waits.slice(0, 2)).toEqual([1500, 20])
  })

  test('RS6 waits grow with failed attempts up to 30 s, begin anew after one that worked, and are never shorter than retry', async () => {
    const down = new TypeError('Failed to fetch')
    const { fetch, time, of } = setup([
      sse(['id: call-2/0\ndata: \n\n'], 'cut'),
      ...Array.from({ length: 10 }, () => down),
      sse(['retry: 40000\n\n'], 'cut'),
      down,
      sse([result(1)], 'end'),
    ])
    await (await fetch(ENDPOINT, CALL)).text()
    expect(time.waits.slice(0, 13).map(Math.round)).toEqual([
      1000, 1500, 2250, 3375, 5063, 7594, 11391, 17086, 25629, 30000, 30000, 40000, 40000,
    ])
    expect(of('resume.waiting').map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2])
  })

  test('RS6 RS7 while the plug is out attempts fail; pushing it in asks at once', async () => {
    const notes = notebook()
    const time = stoppedTime()
    const plug = createPlug({ observe: notes.observe })
    const body = openBody(FIRST)
    const script = scriptedFetch([body.response, sse([result(1)], 'end')])
    const fetch = createResumable({ observe: notes.observe, onPush: plug.onPush, sleep: time.sleep }).wrap(plug.wrap(script.fetch))
    const text = (await fetch(ENDPOINT, CALL)).text()
    body.write(PRIMING)
    plug.pull()
    await expect.poll(() => time.pending).toBe(1)
    plug.push()
    expect(await text).toContain(result(1))
    expect(notes.facts.map(({ kind }) => kind)).toEqual(['plug.pulled', 'resume.waiting', 'plug.pushed'])
  })

  test('RS6 pulled and pushed in the same moment, it does not wait at all', async () => {
    const time = stoppedTime()
    const { observe, of } = notebook()
    const plug = createPlug({ observe })
    const script = scriptedFetch([openBody(FIRST).response, sse([result(1)], 'end')])
    const fetch = createResumable({ observe, onPush: plug.onPush, sleep: time.sleep }).wrap(plug.wrap(script.fetch))
    const text = (await fetch(ENDPOINT, CALL)).text()
    await new Promise(setImmediate)
    plug.pull()
    plug.push()
    expect(await text).toContain(result(1))
    expect(of('resume.waiting')).toEqual([])
  })

  test('RS11 aborting while it waits ends the body and leaves no timer', async () => {
    const time = stoppedTime()
    const caller = new AbortController()
    const { fetch } = setup([sse([PRIMING], 'cut', FIRST)], { sleep: time.sleep })
    const text = (await fetch(ENDPOINT, { ...CALL, signal: caller.signal })).text()
    await expect.poll(() => time.pending).toBe(1)
    caller.abort()
    await expect(text).rejects.toMatchObject({ name: 'AbortError' })
    expect(time.pending).toBe(0)
  })

  test('RS11 a forgotten request ends its own stream, and no other', async () => {
    const [mine, other] = [openBody(FIRST), openBody()]
    const { fetch, forget, asked } = setup([mine.response, other.response])
    const text = (await fetch(ENDPOINT, CALL)).text()
    const otherText = (await fetch(ENDPOINT, { ...CALL, body: CALL.body.replace('"id":2', '"id":3') })).text()
    await new Promise(setImmediate)
    forget(2)
    await expect(text).rejects.toMatchObject({ name: 'AbortError' })
    expect(mine.cancelled).toBe(true)
    other.write(event('call-3/1', { id: 3, result: {} }))
    expect(await otherText).toContain('"id":3')
    expect(asked).toHaveLength(2)
  })

  test('RS11 no listener stays on the plug when streams are over', async () => {
    let listening = 0
    const onPush = () => {
      listening++
      return () => void listening--
    }
    const { fetch } = setup([sse([PRIMING, result(1)], 'end', FIRST), sse([], 'end'), new Response(null, { status: 202 })], { onPush })
    await (await fetch(ENDPOINT, CALL)).text()
    await (await fetch(ENDPOINT)).body?.cancel()
    await fetch(ENDPOINT, { method: 'POST', body: '{"jsonrpc":"2.0","method":"notifications/initialized"}' })
    expect(listening).toBe(0)
  })
})

import { describe, expect, test } from 'vitest'
import { notebook, openBody, type Step, scriptedFetch, sse } from '../../test/support/client/scripted-server'
import { createPlug } from './network/plug'
import { createTap } from './tap'

const URL_ = 'http://server.test/mcp?resumability=off'

function tapped(steps: readonly Step[]) {
  const notes = notebook()
  let n = 0
  const tap = createTap({ observe: notes.observe, nextConnectionId: () => `c${++n}` })
  return { ...notes, fetch: tap(scriptedFetch(steps).fetch), tap }
}

describe('the tap', () => {
  test('TP1 a call is opened with what it asks for, answered, and ended with its bytes', async () => {
    const frames = ['id: call-2/0\nretry: 1000\ndata: \n\n', 'id: call-2/1\nevent: message\ndata: {"x":"🟩"}\n\n']
    const { fetch, facts } = tapped([sse(frames, 'end', { 'x-first-event-id': 'call-2/0' })])
    const body = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'countdown' } })
    const text = await (await fetch(URL_, { method: 'POST', body, headers: { 'Mcp-Session-Id': 's1', Authorization: 'Bearer x' } })).text()
    expect(text).toBe(frames.join(''))
    expect(facts).toEqual([
      {
        kind: 'connection.opened',
        connection: 'c1',
        method: 'POST',
        path: '/mcp?resumability=off',
        headers: { 'mcp-session-id': 's1', authorization: '(hidden)' },
        body,
        rpc: { method: 'tools/call', id: 2, tool: 'countdown' },
      },
      {
        kind: 'connection.answered',
        connection: 'c1',
        status: 200,
        headers: { 'content-type': 'text/event-stream', 'x-first-event-id': 'call-2/0' },
      },
      { kind: 'event.received', connection: 'c1', id: 'call-2/0', data: '', retry: 1000, raw: frames[0] },
      { kind: 'event.received', connection: 'c1', id: 'call-2/1', event: 'message', data: '{"x":"🟩"}', raw: frames[1] },
      { kind: 'connection.ended', connection: 'c1', how: 'complete', bytes: new TextEncoder().encode(frames.join('')).length },
    ])
  })

  test('TP2 frames split inside a multi-byte character come out whole, and a torn one is told with its size', async () => {
    const whole = 'id: a/1\ndata: 🟩\n\n'
    const bytes = new TextEncoder().encode(`${whole}id: a/2\ndata: 🟥`)
    const chunks = [...bytes.subarray(0, bytes.length - 2)].map((byte) => Uint8Array.of(byte))
    const { fetch, of } = tapped([sse(chunks, 'cut')])
    await expect((await fetch(URL_)).text()).rejects.toThrow('network error')
    expect(of('event.received')).toMatchObject([{ raw: whole, data: '🟩' }])
    const [end] = of('connection.ended')
    expect(end).toMatchObject({ how: 'severed', bytes: bytes.length - 2, torn: 'id: a/2\ndata: �' })
    expect(end?.tornBytes).toBe(bytes.length - 2 - new TextEncoder().encode(whole).length)
  })

  test('comments are told apart from events', async () => {
    const { fetch, facts } = tapped([sse([': open\n\n', ': with data\ndata: x\n\n', 'retry: 7\n\n'], 'end')])
    await (await fetch(URL_)).text()
    expect(facts.filter(({ kind }) => kind.endsWith('received'))).toEqual([
      { kind: 'comment.received', connection: 'c1', comment: 'open' },
      { kind: 'comment.received', connection: 'c1', comment: 'with data' },
      { kind: 'event.received', connection: 'c1', data: 'x', raw: ': with data\ndata: x\n\n' },
      { kind: 'event.received', connection: 'c1', data: '', retry: 7, raw: 'retry: 7\n\n' },
    ])
  })

  test('a GET names its stream: the one it resumes, or the standalone one', async () => {
    const { fetch, of } = tapped([sse([], 'end'), sse([], 'end'), sse([], 'end')])
    await (await fetch(URL_)).text()
    await (await fetch(URL_, { headers: { 'Last-Event-ID': 'call-2/9' } })).text()
    await (await fetch(URL_, { headers: { 'Last-Event-ID': 'f00_1_2' } })).text()
    expect(of('connection.opened').map(({ stream, lastEventId }) => [stream, lastEventId])).toEqual([
      ['get', undefined],
      ['call-2', 'call-2/9'],
      [undefined, 'f00_1_2'],
    ])
  })

  test('TP3 a JSON error is observed whole', async () => {
    const { fetch, of } = tapped([new Response('{"error":"é"}', { status: 404, headers: { 'content-type': 'application/json' } })])
    await (await fetch(URL_)).json()
    expect(of('connection.answered')).toMatchObject([{ status: 404, body: '{"error":"é"}' }])
    expect(of('connection.ended')).toMatchObject([{ how: 'complete', bytes: 14 }])
  })

  test('TP1 no answer is a failure with its reason', async () => {
    const { fetch, facts } = tapped([new TypeError('Failed to fetch')])
    await expect(fetch(URL_)).rejects.toThrow('Failed to fetch')
    expect(facts[1]).toEqual({ kind: 'connection.failed', connection: 'c1', reason: { code: 'failed-to-fetch' } })
  })

  test('an answer without a body ends at once', async () => {
    const { fetch, of } = tapped([new Response(null, { status: 202 })])
    await fetch(URL_, { method: 'POST', body: '{"jsonrpc":"2.0","method":"notifications/initialized"}' })
    expect(of('connection.opened')).toMatchObject([{ rpc: { method: 'notifications/initialized' } }])
    expect(of('connection.ended')).toEqual([{ kind: 'connection.ended', connection: 'c1', how: 'complete', bytes: 0 }])
  })

  test('what the client closes itself is closed, not severed: by cancelling, and by aborting', async () => {
    const { fetch, tap, of, observe } = tapped([openBody().response])
    await (await fetch(URL_)).body?.cancel()
    const plug = createPlug({ observe })
    const caller = new AbortController()
    const response = await tap(plug.wrap(scriptedFetch([openBody().response]).fetch))(URL_, { signal: caller.signal })
    const reading = response.text()
    caller.abort()
    await expect(reading).rejects.toThrow()
    expect(of('connection.ended').map(({ how }) => how)).toEqual(['closed', 'closed'])
  })

  test('bytes are handed on as they come, not when a frame is complete', async () => {
    const server = openBody()
    const { fetch, facts } = tapped([server.response])
    const reader = ((await fetch(URL_)).body as ReadableStream<Uint8Array>).getReader()
    server.write('id: a/1\nda')
    expect((await reader.read()).value).toHaveLength(10)
    expect(facts.at(-1)?.kind).toBe('connection.answered')
    await reader.cancel()
  })
})

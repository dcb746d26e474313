/** Media types in Accept and Content-Type, as clients really write them; each answer is that of the endpoint with the SDK behind it. */
import { describe, expect, it } from 'vitest'
import { GET_HEADERS, initializeMessage, MCP_URL } from '../../../../test/support/server/requests'
import { testServerWith } from '../../../../test/support/server/test-server'
import { createMemoryLog } from '../../../event-store/memory-log'

const setup = testServerWith(createMemoryLog)

describe('Accept of a POST', () => {
  it.each([
    ['application/json, text/event-stream', 200],
    ['Application/JSON, Text/Event-Stream', 200],
    ['text/event-stream,application/json', 200],
    ['application/json;q=0.5, text/event-stream; Q=1.0', 200],
    ['application/json; charset=UTF-8, text/event-stream', 200],
    ['application/json;profile="a, text/plain", text/event-stream', 200],
    ['*/*, application/json, text/event-stream', 200],
    [' , application/json , , text/event-stream ,', 200],
    ['application/json;q=0, text/event-stream', 406],
    ['application/json, text/event-stream; q=0.000', 406],
    ['application/json;x="text/event-stream"', 406],
    ['application/json; text/event-stream', 406],
    ['application/jsonx, text/event-stream', 406],
    ['*/*', 406],
    ['', 406],
    ['"', 406],
  ])('%j is answered %i', async (accept, status) => {
    for (const query of ['', '?server=sdk']) {
      const response = await setup().post(initializeMessage(), { accept }, MCP_URL + query)
      expect(response.status).toBe(status)
    }
  })

  it('may come as several headers', async () => {
    const headers = new Headers({ host: 'localhost', 'content-type': 'application/json' })
    headers.append('accept', 'Application/Json')
    headers.append('accept', 'text/event-stream')
    const request = new Request(MCP_URL, { method: 'POST', headers, body: JSON.stringify(initializeMessage()) })
    expect((await setup().endpoint.handle(request)).status).toBe(200)
  })
})

describe('Accept of a GET', () => {
  it.each([
    ['TEXT/EVENT-STREAM', 200],
    ['text/event-stream;q=0.1', 200],
    ['text/event-stream;q=0', 406],
    ['application/json', 406],
  ])('%j is answered %i, on the stream and on the feed', async (accept, status) => {
    for (const query of ['', '?server=sdk']) {
      const { endpoint, open } = setup()
      const { id } = await open(query)
      const headers = { ...GET_HEADERS, 'mcp-session-id': id, accept }
      expect((await endpoint.handle(new Request(MCP_URL, { headers }))).status).toBe(status)
      expect((await endpoint.feed(new Request('http://localhost:3000/observations', { headers }))).status).toBe(status)
    }
  })
})

describe('Content-Type', () => {
  it.each([
    ['application/json', 200],
    ['APPLICATION/JSON', 200],
    ['application/json;Charset="UTF-8"', 200],
    ['application/json ; charset=utf8', 200],
    ['application/json; boundary=";charset=utf-16"', 200],
    ['application/json, Application/JSON', 200],
    ['application/json; charset=utf-8; charset=utf-16', 200],
    ['application/json; charset = utf-16', 415],
    ['application/json, text/plain', 415],
    ['text/plain; a="application/json"', 415],
    ['application/json+x', 415],
    [';', 415],
    [',', 415],
  ])('%j is answered %i', async (type, status) => {
    for (const query of ['', '?server=sdk']) {
      expect((await setup().post(initializeMessage(), { 'content-type': type }, MCP_URL + query)).status).toBe(status)
    }
  })
})

describe('an empty header means none', () => {
  it.each(['', ' '])('Mcp-Session-Id: %j', async (empty) => {
    const { post, endpoint, open } = setup()
    await open()
    expect((await post(initializeMessage(), { 'mcp-session-id': empty })).status).toBe(200)
    const refused = await post({ jsonrpc: '2.0', id: 1, method: 'ping' }, { 'mcp-session-id': empty })
    expect([refused.status, (await refused.json()).error.message]).toEqual([
      400,
      expect.stringContaining('There is no Mcp-Session-Id header'),
    ])
    const headers = { ...GET_HEADERS, 'mcp-session-id': empty }
    for (const response of [
      await endpoint.handle(new Request(MCP_URL, { headers })),
      await endpoint.handle(new Request(MCP_URL, { method: 'DELETE', headers })),
      await endpoint.feed(new Request('http://localhost:3000/observations', { headers })),
      await endpoint.control(
        new Request('http://localhost:3000/faults', {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: '{}',
        }),
      ),
    ])
      expect([response.status, (await response.json()).error.message]).toEqual([
        400,
        expect.stringContaining('There is no Mcp-Session-Id header'),
      ])
  })

  it.each(['', ' '])('Last-Event-ID: %j opens the standalone stream, on every kind of server, and the whole feed', async (empty) => {
    for (const query of ['', '?resumability=off', '?server=sdk', '?server=sdk-example']) {
      const session = await setup().open(query)
      const stream = await session.get(empty)
      expect([query, stream.status]).toEqual([query, 200])
      expect((await session.feed({ 'last-event-id': empty })).status).toBe(200)
    }
  })

  it('MCP-Protocol-Version', async () => {
    for (const query of ['', '?server=sdk']) {
      const session = await setup().open(query)
      expect((await session.post({ jsonrpc: '2.0', id: 1, method: 'ping' }, { 'mcp-protocol-version': '' })).status).toBe(200)
    }
  })
})

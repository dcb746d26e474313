/** The SDK's EventStore over a log: on its own, and under the stock SDK transport. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { expect, it } from 'vitest'
import { createMemoryLog } from './memory-log'
import { createSdkEventStore } from './sdk-event-store'

const note = (i: number): JSONRPCMessage => ({ jsonrpc: '2.0', method: 'notifications/message', params: { level: 'info', data: i } })
const priming = {} as JSONRPCMessage

function setup(maxBytes = 100_000) {
  const log = createMemoryLog({ maxEvents: 1000, maxBytes })
  const store = createSdkEventStore(log)
  const replay = async (after: string) => {
    const sent: [string, JSONRPCMessage][] = []
    const stream = await store.replayEventsAfter(after, { send: async (id, message) => void sent.push([id, message]) })
    return { stream, sent }
  }
  return { log, store, replay }
}

it('ES2 gives the random stream names of the SDK readable ones, and primes every stream', async () => {
  const { store } = setup()
  expect(await store.storeEvent('uuid-a', priming)).toBe('call-1/0')
  expect(await store.storeEvent('uuid-a', note(1))).toBe('call-1/1')
  expect(await store.storeEvent('_GET_stream', note(2))).toBe('get/1')
  expect(await store.storeEvent('uuid-b', note(3))).toBe('call-2/1')
})

it('ES3 replays what was missed on that stream, never a priming event, and names the stream as the transport knows it', async () => {
  const { store, replay } = setup()
  await store.storeEvent('uuid-a', priming)
  await store.storeEvent('uuid-b', priming)
  for (let i = 1; i <= 3; i++) await store.storeEvent('uuid-a', note(i))
  await store.storeEvent('uuid-b', note(9))
  expect(await replay('call-1/1')).toEqual({
    stream: 'uuid-a',
    sent: [
      ['call-1/2', note(2)],
      ['call-1/3', note(3)],
    ],
  })
  expect((await replay('call-2/0')).sent).toEqual([['call-2/1', note(9)]])
})

it('ES8 an event stored during the replay is replayed too', async () => {
  const { store } = setup()
  await store.storeEvent('uuid-a', priming)
  await store.storeEvent('uuid-a', note(1))
  const sent: string[] = []
  await store.replayEventsAfter('call-1/0', {
    send: async (id) => {
      sent.push(id)
      if (sent.length < 4) await store.storeEvent('uuid-a', note(sent.length + 1))
    },
  })
  expect(sent).toEqual(['call-1/1', 'call-1/2', 'call-1/3', 'call-1/4'])
})

it('ES7 rejects an id it never gave, so that the transport answers with an error and no dead stream', async () => {
  const { replay } = setup()
  await expect(replay('call-1/0')).rejects.toThrow('unknown event id "call-1/0"')
  await expect(replay('nonsense')).rejects.toThrow('malformed event id "nonsense"')
})

it('does not define getStreamIdForEventId, so a resume takes over instead of being refused with 409', () => {
  expect(setup().store.getStreamIdForEventId).toBeUndefined()
})

it('a message larger than the log becomes an error answer to its request', async () => {
  const log = createMemoryLog({ maxEvents: 10, maxBytes: 600 })
  const store = createSdkEventStore(log, () => ({ stream: 'call-1', request: 7 }))
  const id = await store.storeEvent('uuid', { jsonrpc: '2.0', id: 7, result: { text: 'x'.repeat(1000) } })
  expect(id).toBe('call-1/0')
  const read = await log.readAfter('call-1/0')
  expect(read).toMatchObject({ completed: true })
})

it('serves the stock transport: cut, resume, and the answer comes', async () => {
  const { store } = setup()
  const transport = new WebStandardStreamableHTTPServerTransport({ sessionIdGenerator: () => 's', eventStore: store })
  const started: JSONRPCMessage[] = []
  transport.onmessage = (message) => void started.push(message)
  const headers = {
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
    'mcp-session-id': 's',
    'mcp-protocol-version': '2025-11-25',
  }
  const post = (body: JSONRPCMessage) =>
    transport.handleRequest(new Request('http://localhost/mcp', { method: 'POST', headers, body: JSON.stringify(body) }))
  const clientInfo = { name: 't', version: '1' }
  await post({ jsonrpc: '2.0', id: 0, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo } })
  const call = await post({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'x' } })
  await transport.send(note(1), { relatedRequestId: 1 })
  await call.body?.cancel()
  await transport.send(note(2), { relatedRequestId: 1 })
  const resumed = await transport.handleRequest(
    new Request('http://localhost/mcp', { headers: { ...headers, 'last-event-id': 'call-2/1' } }),
  )
  await transport.send({ jsonrpc: '2.0', id: 1, result: {} })
  const text = await resumed.text()
  expect([...text.matchAll(/^id: (.*)$/gm)].map((match) => match[1])).toEqual(['call-2/2', 'call-2/3'])
})

import type { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { describe, expect, test } from 'vitest'
import { createRequestIds, type RequestIdOptions } from './request-ids'

function setup(options: Partial<RequestIdOptions> = {}, resume: () => Promise<void> = async () => {}) {
  const sent: JSONRPCMessage[] = []
  const resumed: string[] = []
  const inner = {
    sessionId: 's1',
    async start() {},
    async close() {},
    setProtocolVersion() {},
    send: async (message: JSONRPCMessage) => void sent.push(message),
    async resumeStream(token: string) {
      resumed.push(token)
      await resume()
    },
  } as unknown as StreamableHTTPClientTransport
  const wire = createRequestIds(inner, { firstId: 7, ...options })
  const received: JSONRPCMessage[] = []
  const errors: Error[] = []
  wire.onmessage = (message) => void received.push(message)
  wire.onerror = (error) => void errors.push(error)
  const arrive = (message: object) => inner.onmessage?.({ jsonrpc: '2.0', ...message } as JSONRPCMessage)
  return { wire, sent, resumed, received, errors, arrive }
}

const call = (id: number): JSONRPCMessage => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name: 'x', arguments: { a: 1 }, _meta: { progressToken: id, other: 1 } },
})
const cancelled = (id: number): JSONRPCMessage => ({
  jsonrpc: '2.0',
  method: 'notifications/cancelled',
  params: { requestId: id, reason: 'no' },
})

describe('ids on the wire', () => {
  test('WI1 requests and progress tokens are moved, and everything else stays', async () => {
    const used: number[] = []
    const { wire, sent } = setup({ onRequest: (id) => used.push(id) })
    await wire.start()
    await wire.send({ jsonrpc: '2.0', id: 0, method: 'ping' })
    await wire.send(call(1))
    await wire.send({ jsonrpc: '2.0', id: 's-1', result: {} })
    expect(sent).toEqual([
      { jsonrpc: '2.0', id: 7, method: 'ping' },
      { jsonrpc: '2.0', id: 8, method: 'tools/call', params: { name: 'x', arguments: { a: 1 }, _meta: { progressToken: 8, other: 1 } } },
      { jsonrpc: '2.0', id: 's-1', result: {} },
    ])
    expect(used).toEqual([7, 8])
    expect(wire.newest).toBe(8)
  })

  test('WI1 results, errors and progress come back under the local id; requests of the server stay as they are', async () => {
    const { wire, received, arrive } = setup()
    await wire.start()
    await wire.send(call(0))
    arrive({ method: 'notifications/progress', params: { progressToken: 7, progress: 1 } })
    arrive({ id: 7, result: { ok: true } })
    arrive({ id: 7, error: { code: -1, message: 'x' } })
    arrive({ id: 7, method: 'ping' })
    arrive({ method: 'notifications/message', params: { data: 1 } })
    expect(received).toEqual([
      { jsonrpc: '2.0', method: 'notifications/progress', params: { progressToken: 0, progress: 1 } },
      { jsonrpc: '2.0', id: 0, result: { ok: true } },
      { jsonrpc: '2.0', id: 0, error: { code: -1, message: 'x' } },
      { jsonrpc: '2.0', id: 7, method: 'ping' },
      { jsonrpc: '2.0', method: 'notifications/message', params: { data: 1 } },
    ])
  })

  test('WI2 a request with a resumption token is resumed, not POSTed, and answered under its new local id', async () => {
    const { wire, sent, resumed, received, arrive } = setup({ requestOf: (token) => (token === 'call-2/3' ? 2 : undefined) })
    await wire.start()
    await wire.send(call(0), { resumptionToken: 'call-2/3' })
    expect(sent).toEqual([])
    expect(resumed).toEqual(['call-2/3'])
    arrive({ method: 'notifications/progress', params: { progressToken: 2, progress: 4 } })
    arrive({ id: 2, error: { code: -1, message: 'x' } })
    expect(received).toMatchObject([{ params: { progressToken: 0 } }, { id: 0 }])
  })

  test('WI3 a refused resume, or a token of no known request, rejects at once', async () => {
    const refused = setup({ requestOf: () => 2 }, async () => {
      throw new Error('gone')
    })
    await expect(refused.wire.send(call(0), { resumptionToken: 't' })).rejects.toThrow('gone')
    const unknown = setup()
    await expect(unknown.wire.send(call(0), { resumptionToken: 't' })).rejects.toThrow('no request is known to resume after t')
    expect(unknown.resumed).toEqual([])
  })

  test('WI4 a cancellation names the wire id, for sent and adopted requests, and ends the stream first', async () => {
    const ended: unknown[] = []
    const { wire, sent } = setup({ requestOf: () => 2, onCancelled: (id) => ended.push(id) })
    await wire.start()
    await wire.send(call(0), { resumptionToken: 't' })
    await wire.send(call(1))
    await wire.send(cancelled(0), { resumptionToken: 't' })
    await wire.send(cancelled(1))
    await wire.send(cancelled(99))
    expect(sent.slice(1).map((message) => 'params' in message && message.params)).toEqual([
      { requestId: 2, reason: 'no' },
      { requestId: 8, reason: 'no' },
    ])
    expect(ended).toEqual([2, 8])
  })

  test('WI5 what nobody here asked for is an error, and is given to nobody', async () => {
    const { wire, received, errors, arrive } = setup()
    await wire.start()
    arrive({ id: 3, result: {} })
    arrive({ method: 'notifications/progress', params: { progressToken: 3, progress: 1 } })
    expect(received).toEqual([])
    expect(errors).toHaveLength(2)
  })
})

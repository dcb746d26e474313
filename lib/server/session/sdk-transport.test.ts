/** The SDK's transport under ours: that it keeps nothing of a call that is over, however the call ended. */
import { expect, it } from 'vitest'
import { initializeMessage, MCP_URL, POST_HEADERS } from '../../../test/support/server/requests'
import { turn } from '../../../test/support/server/time'
import { createMemoryLog } from '../../event-store/memory-log'
import { createSdkEventStore } from '../../event-store/sdk-event-store'
import type { Outgoing } from '../delivery/session-delivery'
import { type Call, SessionTransport } from './sdk-transport'

/** The SDK's own maps, which nobody else can see. */
type Insides = Readonly<
  Record<'_streamMapping' | '_requestToStreamMapping' | '_resumableStreams' | '_requestResponseMap', { readonly size: number }>
>

const headers = { ...POST_HEADERS, 'mcp-session-id': 's', 'mcp-protocol-version': '2025-11-25' }
const post = (body: object) => new Request(MCP_URL, { method: 'POST', headers, body: JSON.stringify(body) })

async function setup(resumable: boolean) {
  const log = resumable ? createMemoryLog({ maxEvents: 100, maxBytes: 100_000 }) : undefined
  const over: Call[] = []
  const outgoing: Outgoing = log
    ? { kind: 'stored', eventStore: (place) => createSdkEventStore(log, place) }
    : { kind: 'written', json: false }
  const transport = new SessionTransport({ session: 's', outgoing, observe: () => {}, over: (call) => over.push(call) })
  transport.onmessage = () => {}
  const open = async (id: number | string, message: object = { jsonrpc: '2.0', id, method: 'ping' }) => {
    const stream = `call-${String(id)}`
    const call: Call = { id, method: 'ping', stream, abort: new AbortController(), sent: 0 }
    transport.calls.set(id, call)
    call.primed = (await log?.append(stream, ''))?.id
    const response = await transport.open(call, post(message), message as never)
    if (resumable) await response.body?.cancel()
    return { call, response }
  }
  const begun = await open(0, initializeMessage())
  await transport.send({ jsonrpc: '2.0', id: 0, result: {} })
  if (!resumable) await begun.response.body?.cancel()
  return { transport, open, over, log }
}

const sizes = (transport: SessionTransport) => {
  const { _streamMapping, _requestToStreamMapping, _resumableStreams, _requestResponseMap } = transport as unknown as Insides
  return [_streamMapping.size, _requestToStreamMapping.size, _resumableStreams.size, _requestResponseMap.size, transport.calls.size]
}

it.each([true, false])('answered, cancelled and cut calls leave nothing behind (event log: %s)', async (resumable) => {
  const { transport, open, over } = await setup(resumable)
  for (let id = 1; id <= 60; id++) {
    const { response } = await open(id)
    await transport.send({ jsonrpc: '2.0', method: 'notifications/message', params: {} }, { relatedRequestId: id })
    if (id % 3 === 0) await transport.cancel(id)
    else {
      if (id % 3 === 1 && !resumable) await response.body?.cancel()
      await transport.send({ jsonrpc: '2.0', id, result: {} }).catch(() => {})
    }
    if (!resumable) await response.body?.cancel()
  }
  await turn()
  expect(sizes(transport)).toEqual([0, 0, 0, 0, 0])
  expect(over).toHaveLength(61)
})

it('a message of a call that is over is dropped', async () => {
  const { transport, open, log } = await setup(true)
  await open(1)
  await transport.cancel(1)
  await transport.send({ jsonrpc: '2.0', method: 'notifications/message', params: {} }, { relatedRequestId: 1 })
  await transport.send({ jsonrpc: '2.0', id: 1, result: {} })
  expect(await log?.readAfter('call-1/0')).toMatchObject({ completed: true, events: [{ id: 'call-1/1', role: 'priming', data: '' }] })
})

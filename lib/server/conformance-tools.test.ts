/** The tools of the conformance suite, present only when asked for. */

import { expect, it } from 'vitest'
import { dataOf, FrameReader, idOf } from '../../test/support/server/frames'
import { callMessage } from '../../test/support/server/requests'
import { testServerWith } from '../../test/support/server/test-server'
import { createMemoryLog } from '../event-store/memory-log'
import { registerConformanceTools } from './conformance-tools'

const setup = testServerWith(createMemoryLog)

it('closes the connection before the answer, and gives the answer to whoever comes back (server-sse-polling)', async () => {
  const { open, work } = setup({ register: registerConformanceTools })
  const session = await open()
  // As the suite sends it: with an older version header than was agreed on.
  const old = { 'mcp-protocol-version': '2025-03-26' }
  const call = await new FrameReader(await session.post(callMessage(1, 'test_reconnection'), old)).rest()
  expect(call).toEqual(['id: call-2/0\nretry: 1000\ndata: '])
  const resumed = await session.resume(idOf(call[0] ?? ''))
  await work.step(1)
  const [, answer] = (await resumed.rest()).map(dataOf)
  expect(answer).toMatchObject({ id: 1, result: { content: [{ text: 'Reconnection test completed' }] } })
})

it('serves three requests at once, each on a stream of its own (server-sse-multiple-streams)', async () => {
  const { open } = setup({ register: registerConformanceTools })
  const session = await open()
  const ids = [1000, 1001, 1002]
  const responses = await Promise.all(ids.map((id) => session.post({ jsonrpc: '2.0', id, method: 'tools/list' })))
  const answers = await Promise.all(responses.map(async (response) => dataOf((await new FrameReader(response).rest())[1] ?? '')))
  expect(answers.map(({ id }) => id)).toEqual(ids)
  expect(answers[0].result.tools.map(({ name }: { name: string }) => name)).toContain('test_reconnection')
})

it('are not there unless asked for', async () => {
  const { open } = setup()
  const response = await (await open()).post({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
  expect(await response.text()).not.toContain('test_')
})

it('knows logging/setLevel and ping', async () => {
  const { open } = setup()
  const session = await open()
  for (const message of [{ method: 'logging/setLevel', params: { level: 'info' } }, { method: 'ping' }]) {
    const frames = await new FrameReader(await session.post({ jsonrpc: '2.0', id: 1, ...message })).rest()
    expect(dataOf(frames[1] ?? '')).toEqual({ jsonrpc: '2.0', id: 1, result: {} })
  }
})
